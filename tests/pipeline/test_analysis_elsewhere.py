"""Files analysed by workers that see no checkout: the same records, whatever becomes of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from support.dask_cluster import Cluster, cluster
from support.repositories import commit_all, write_files
from support.static_sites import build_static

from mkdocs_repodoc import __version__
from mkdocs_repodoc.analysis import analyse
from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.pipeline import analysis_elsewhere, record_store
from mkdocs_repodoc.pipeline.analysis_elsewhere import analyse_here
from mkdocs_repodoc.pipeline.builder import Builder, LinkedFiles
from mkdocs_repodoc.processes import elsewhere
from mkdocs_repodoc.settings import Settings

MODULE = '''"""Module {number} of a shop."""

import os


def price_{number}(pence: int = {number}) -> str:
    """Return a price.

    Args:
        pence: How much.
    """
    return f"{{pence / 100:.2f}}" + os.environ.get("CURRENCY", "")
'''
FILES = {
    **{f"shop/part_{number}.py": MODULE.format(number=number) for number in range(12)},
    "shop/__init__.py": "",
    "main.go": "package main\n\n// Main says it.\nfunc main() {\n\tprintln(1)\n}\n",
    "README.md": "# Shop\n\nSells things.\n",
    "logo.bin": "\0\1\2",
    "broken.py": "def f(:\n",
}

Hook = Callable[[], None]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_store, "_CHUNK_BYTES", 4_500)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    write_files(folder, FILES)
    commit_all(folder)
    return folder


@pytest.fixture(scope="module")
def dask(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("workers"), hidden=root) as started:
        yield started


def linked(root: Path, executor: str = "", meanwhile: Hook = lambda: None) -> LinkedFiles:
    """Analyse and link a repository with an empty cache.

    Args:
        root: The repository.
        executor: The option.
        meanwhile: Called once, when the first files have been analysed.
    """
    called = False

    def progress(step: str, done: int, total: int) -> None:
        nonlocal called
        if step == "Analysing" and done < total and not called:
            called = True
            meanwhile()

    builder = Builder(Settings(root=root, executor=executor, jobs=1))
    try:
        return builder.link({}, progress)
    finally:
        builder.close()


@pytest.fixture(scope="module")
def records(root: Path) -> list[tuple[str, bytes]]:
    return encoded(linked(root))


def encoded(found: LinkedFiles) -> list[tuple[str, bytes]]:
    return [
        (f"{source.path} {key}", msgspec.json.encode(outline))
        for source, outline, key in found.files
    ]


def messages(found: LinkedFiles) -> list[str]:
    return [one.message for one in found.diagnostics if "executor" in one.message]


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


@pytest.mark.parametrize("name", ["garbling", "dying"])
def test_whatever_an_executor_does_the_records_are_the_same(
    root: Path, records: list[tuple[str, bytes]], name: str
) -> None:
    found = linked(root, f"support.executors:{name}")
    assert encoded(found) == records
    (*_, said) = messages(found)
    assert said.startswith(f"The executor support.executors:{name} left ")
    assert said.count(" to this machine: ") == 1


def test_a_name_that_leads_nowhere_ends_the_build(root: Path) -> None:
    with pytest.raises(SettingsError, match=r"option 'executor': the module of 'no\.module:make'"):
        linked(root, "no.module:make")


def test_an_executor_that_is_not_confirmed_is_named_and_not_made(
    root: Path, records: list[tuple[str, bytes]]
) -> None:
    builder = Builder(Settings(root=root, unconfirmed_executor="no.module:make", jobs=1))
    try:
        found = builder.link({}, lambda *_: None)
    finally:
        builder.close()
    assert encoded(found) == records
    (said,) = messages(found)
    assert said.startswith("The executor no.module:make of the configuration is not used, ")


def test_a_single_portion_is_not_worth_sending(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_store, "_CHUNK_BYTES", 1_000_000)
    assert messages(linked(root, "no.module:make")) == []


def test_a_site_is_the_same_byte_for_byte(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = []
    monkeypatch.setenv("REPODOC_EXECUTOR", "yes")
    for name, executor in (("here", ""), ("there", "support.executors:threads")):
        build_static(
            root, tmp_path / name, cache_dir=str(tmp_path / f"cache {name}"), executor=executor
        )
        sites.append(
            {
                path.relative_to(tmp_path / name): path.read_bytes()
                for path in (tmp_path / name).rglob("*")
                if path.is_file() and path.name != ".repodoc-files.json"  # has times
            }
        )
    assert sites[0] == sites[1]


def test_a_worker_in_a_checkout_looks_for_nothing_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = "from pathlib import Path\nPath(__file__).with_name('sprung').touch()\n"
    write_files(tmp_path, {"mkdocs_repodoc/__init__.py": trap, "json.py": trap, ".git/HEAD": ""})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sent = analysis_elsewhere._Request(
        __version__, ("auto", 1_000, ()), (60.0, None), (("a.py", "python", b"A = 1\n"),)
    )
    reply = analysis_elsewhere._read(analyse_here(analysis_elsewhere._encode(sent)))
    analysis_elsewhere._kept.standby.close()
    assert reply is not None
    assert [bool(record.outline) for record in reply.records] == [True]
    assert not (tmp_path / "sprung").exists()


def test_a_file_that_kills_its_parser_costs_itself(
    root: Path, records: list[tuple[str, bytes]]
) -> None:
    found = linked(root, "support.executors:deadly")
    changed = {one for one, other in zip(encoded(found), records, strict=True) if one != other}
    assert len(changed) == 1
    (diagnostic,) = (
        each
        for source, outline, _ in found.files
        for each in outline.diagnostics
        if source.path == "main.go"
    )
    assert "the process that worked on it ended unexpectedly" in diagnostic.message


def test_a_worker_with_other_versions_is_not_believed(
    root: Path, records: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = analyse.record_versions
    monkeypatch.setattr(analysis_elsewhere, "record_code", lambda _: "other")
    monkeypatch.setattr(
        analysis_elsewhere, "record_versions", lambda: real() | {"tree-sitter-go": "99.0"}
    )
    found = linked(root, "support.executors:threads")
    assert encoded(found) == records
    (said,) = messages(found)
    assert "left 17 files to this machine: the worker " in said
    assert said.endswith(" instead of 99.0.")
    assert " has tree-sitter-go " in said
