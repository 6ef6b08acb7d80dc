"""A build that is made once: its errors and its end."""

from __future__ import annotations

import errno
import logging
from contextlib import suppress
from pathlib import Path

import pytest

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.reporting.reported_build import reported_build, unwritable
from mkdocs_repodoc.settings import Settings

LOG = logging.getLogger("test")


def test_what_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "a/index.html")
    with (
        pytest.raises(RepodocError) as caught,
        reported_build(Settings(root=tmp_path), LOG, output="the export"),
    ):
        raise full
    assert str(caught.value) == (
        "the export can't be written: No space left on device (a/index.html)"
    )
    assert caught.value.__cause__ is full


def test_an_error_without_a_file_names_none() -> None:
    assert unwritable("the site", OSError(errno.EROFS, "Read-only file system")) == (
        "the site can't be written: Read-only file system"
    )


@pytest.mark.parametrize("fault", [None, RepodocError("wrong")])
def test_the_builder_is_closed_in_any_case(
    fault: RepodocError | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Builder] = []
    close = Builder.close

    def noted(builder: Builder) -> None:
        closed.append(builder)
        close(builder)

    monkeypatch.setattr(Builder, "close", noted)
    with (
        suppress(RepodocError),
        reported_build(Settings(root=tmp_path), LOG, output="the site") as builder,
    ):
        if fault is not None:
            raise fault
    assert closed == [builder]
