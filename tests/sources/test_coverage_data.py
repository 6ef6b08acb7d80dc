"""Data files as coverage.py writes them."""

from __future__ import annotations

import builtins
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from coverage import CoverageData
from support.repositories import write_files

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.model.measured_coverage import LineContexts
from mkdocs_repodoc.sources.coverage_data import read_coverage

CART = '''import functools

LIMIT = 3


@functools.lru_cache
def limit(
    factor=len("ab"),
):
    """Return it."""

    def inner(a=1):
        return a

    return LIMIT * factor * inner()


def never(): return 1


class Cart:
    def add(self):
        total = limit()
        return total
'''
TEST = """def test_add():
    from cart import Cart
    assert Cart().add() == 6


def test_nothing():
    pass
"""
CONFIG = "[run]\ndynamic_context = test_function\n"
RUN = "import test_cart; test_cart.test_add(); test_cart.test_nothing()"


@pytest.fixture(autouse=True)
def _connections_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    yield
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


@pytest.fixture
def measured_folder(tmp_path: Path) -> Path:
    """A folder with two modules and the data of a run."""
    folder = tmp_path / "shop"
    files = {"cart.py": CART, "test_cart.py": TEST, ".coveragerc": CONFIG, "run.py": RUN}
    write_files(folder, files)
    subprocess.run(
        [sys.executable, "-m", "coverage", "run", "run.py"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder


def read(folder: Path, *paths: str, file: str = ".coverage") -> LineContexts:
    return read_coverage(folder / file, folder, paths or ("cart.py", "test_cart.py"))


def test_lines_inside_functions_are_told_by_test(measured_folder: Path) -> None:
    # The import ran inside a test: lines of `def` and defaults are no calls.
    assert read(measured_folder)["cart.py"] == {"test_cart.test_add": (13, 15, 23, 24)}


def test_files_that_are_not_documented_are_left_out(measured_folder: Path) -> None:
    assert set(read(measured_folder, "test_cart.py", "README.md")) == {"test_cart.py"}


def test_a_file_measured_in_another_folder_is_found(measured_folder: Path) -> None:
    moved = measured_folder.with_name("elsewhere")
    measured_folder.rename(moved)
    assert set(read(moved)) == {"cart.py", "test_cart.py"}


@pytest.mark.parametrize("code", ["def broken(:", f"TOTAL = {'-' * 100_000}1\n"])
def test_a_file_that_no_longer_parses_has_no_coverage(measured_folder: Path, code: str) -> None:
    (measured_folder / "cart.py").write_text(code)
    assert set(read(measured_folder)) == {"test_cart.py"}


def test_no_option_no_coverage(tmp_path: Path) -> None:
    assert read_coverage(None, tmp_path, ["cart.py"]) == {}


def test_a_missing_file_is_one_line_with_the_option(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"option 'coverage': there is no file .*\.coverage$"):
        read(tmp_path)


def test_a_file_of_another_kind_is_one_line_with_the_option(tmp_path: Path) -> None:
    (tmp_path / ".coverage").write_text("<coverage></coverage>" * 100)
    with pytest.raises(SettingsError, match=r"option 'coverage': .*\.coverage can't be read: .+"):
        read(tmp_path)


def test_data_without_contexts_is_one_line_with_the_option(tmp_path: Path) -> None:
    data = CoverageData(basename=str(tmp_path / ".coverage"))
    data.add_lines({str(tmp_path / "cart.py"): [1, 2]})
    data.write()
    data.close()
    with pytest.raises(SettingsError, match=r"option 'coverage': .* measure with contexts"):
        read(tmp_path)


def test_a_missing_library_is_one_line_with_the_option(
    measured_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_coverage(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "coverage":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_coverage)
    with pytest.raises(SettingsError, match=r"option 'coverage': .*mkdocs-repodoc\[coverage\]"):
        read(measured_folder)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            (
                "DROP TABLE context; CREATE VIEW context (id, context) AS WITH RECURSIVE n (i) AS "
                "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'a' FROM n"
            ),
            "its view 'context'",
        ),
        (
            (
                "DROP TABLE line_bits; CREATE VIRTUAL TABLE line_bits USING "
                "fts5 (file_id, context_id, numbits)"
            ),
            "its table 'line_bits'",
        ),
        (
            (
                "DROP TABLE line_bits; CREATE TABLE line_bits "
                "(file_id integer, context_id integer, numbits blob AS (zeroblob(file_id)))"
            ),
            "'line_bits' is computed",
        ),
        ("UPDATE line_bits SET numbits = zeroblob(50000000)", "2,000,000 lines"),
    ],
)
def test_a_file_that_would_never_be_read_to_its_end_is_one_line_with_the_option(
    measured_folder: Path, changes: str, reason: str
) -> None:
    with closing(sqlite3.connect(measured_folder / ".coverage")) as data:
        data.executescript(changes)
        data.commit()
    with pytest.raises(SettingsError, match=f"^repodoc option 'coverage'.*{reason}"):
        read(measured_folder, "app.py")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE file SET path = CAST(x'2fff' AS text) WHERE id = 1",
        "UPDATE file SET path = 5 WHERE id = 1",
        "UPDATE line_bits SET numbits = 'text'",
        "UPDATE line_bits SET numbits = 7.5",
        "UPDATE context SET context = 7 WHERE id = 1",
        "UPDATE context SET context = CAST(x'ff' AS text) WHERE id = 1",
        "UPDATE coverage_schema SET version = CAST(x'ff' AS text)",
    ],
)
def test_values_of_another_type_are_one_line_or_nothing(measured_folder: Path, change: str) -> None:
    with closing(sqlite3.connect(measured_folder / ".coverage")) as data:
        data.executescript(change)
        data.commit()
    try:
        found = read(measured_folder)
    except SettingsError as error:
        assert "can't be read: " in str(error)  # noqa: PT017 - or nothing is found
    else:
        assert set(found) <= {"cart.py", "test_cart.py"}


def test_a_context_that_is_no_text_is_none(measured_folder: Path) -> None:
    with closing(sqlite3.connect(measured_folder / ".coverage")) as data:
        data.executescript("UPDATE context SET context = CAST(id AS blob)")
        data.commit()
    assert read(measured_folder) == {}


def test_a_name_in_a_data_file_that_is_no_text_is_one_line(measured_folder: Path) -> None:
    file = measured_folder / ".coverage"
    file.write_bytes(file.read_bytes().replace(b"tablemetameta", b"tablemet\xffmeta"))
    with pytest.raises(SettingsError, match="can't be read: it is damaged"):
        read(measured_folder)


def test_a_row_that_claims_to_fill_the_memory_is_one_line(measured_folder: Path) -> None:
    file = measured_folder / ".coverage"
    whole = file.read_bytes()
    row = whole.index(b"tablemetameta") - 9
    size = b"\x87\xff\xff\xff\xff\x7f"
    file.write_bytes(whole[:row] + size + whole[row + len(size) :])
    with pytest.raises(SettingsError, match="can't be read: "):
        read(measured_folder)


def test_nothing_is_written_beside_or_into_a_data_file(measured_folder: Path) -> None:
    file = measured_folder / ".coverage"
    with closing(sqlite3.connect(file)) as changed:
        changed.execute("pragma journal_mode=wal")
        changed.execute("INSERT INTO context (context) VALUES ('by a log')")
        changed.commit()
        log = Path(f"{file}-wal").read_bytes()
    Path(f"{file}-wal").write_bytes(log)
    before = {each.name: each.read_bytes() for each in measured_folder.iterdir() if each.is_file()}
    assert f"{file.name}-wal" in before
    read(measured_folder)
    after = {each.name: each.read_bytes() for each in measured_folder.iterdir() if each.is_file()}
    assert after == before
