"""Files analysed by workers of Dask that see no checkout: the same records, whatever dies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.analysed_elsewhere import encoded, linked, messages
from support.dask_cluster import Cluster, cluster

from mkdocs_repodoc.processes import elsewhere

pytestmark = pytest.mark.usefixtures("small_chunks")


@pytest.fixture(scope="module")
def dask(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("workers"), hidden=root) as started:
        yield started


def test_workers_that_see_no_checkout_make_the_same_records(
    root: Path, dask: Cluster, records: list[tuple[str, bytes]]
) -> None:
    found = linked(root, dask.option)
    assert encoded(found) == records
    (said,) = messages(found)
    assert said.startswith(f"The executor {dask.option} analysed 17 files: ")


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(
    root: Path, dask: Cluster, records: list[tuple[str, bytes]]
) -> None:
    found = linked(root, dask.option, dask.workers[0].kill)
    assert encoded(found) == records
    assert messages(found)[0].startswith(f"The executor {dask.option} analysed ")


def test_a_scheduler_that_goes_away_costs_one_line(
    root: Path,
    dask: Cluster,
    records: list[tuple[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(elsewhere, "_AHEAD", 2)  # the rest is not yet there
    found = linked(root, dask.option, dask.close)
    assert encoded(found) == records
    said = messages(found)
    assert len(said) == 2
    assert said[1].startswith(f"The executor {dask.option} left ")
    assert "gave no answer" not in said[1]  # it was not waited for all the same
