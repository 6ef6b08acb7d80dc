"""What is told of pages that processes make."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import pytest

from mkdocs_repodoc.pipeline.writing.page_making import make_all
from mkdocs_repodoc.processes.attempts import NoResult
from mkdocs_repodoc.settings import LostFiles, Settings


class Maker:
    """Makes forty pages of nothing; all but the first lack a part, as each process finds out."""

    def __init__(self) -> None:
        self.uris: Sequence[str] = [f"{number}.md" for number in range(40)]
        self.unsaid = {"ranks": NoResult("it took too long")}

    def make(self, positions: range) -> Sequence[int]:
        if positions.start:
            self.unsaid["a\nlist"] = NoResult("ArithmeticError", "Traceback of it")
        return positions

    def withhold(self, position: int, reason: str) -> Sequence[int]:
        raise AssertionError(position, reason)

    def write_data(self) -> Sequence[int]:
        return ()


@pytest.mark.parametrize(("lost_files", "level"), [("warn", "WARNING"), ("tell", "INFO")])
def test_what_a_process_could_not_work_out_is_told_once(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    expected_warnings: list[str],
    lost_files: LostFiles,
    level: str,
) -> None:
    caplog.set_level(logging.INFO)
    expected_warnings += ["No page shows a"] if level == "WARNING" else []
    settings = Settings(root=tmp_path, jobs=2, lost_files=lost_files)
    assert len(make_all(Maker(), settings)) == 40
    told = [(each.levelname, each.getMessage()) for each in caplog.records]
    assert told[0] == (level, "No page shows a\u240alist: ArithmeticError")
    assert [line for _, line in told[1:] if "Traceback of it" not in line] == []
