"""One file of each language, and its record as a snapshot (`--rewrite-snapshots` renews them)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.sources.file_types import language_of

FIXTURES = Path(__file__).parent / "fixtures"
LANGUAGE_OF = {
    path.name: language_of(path.name, path.read_bytes())
    for path in FIXTURES.iterdir()
    if path.suffix != ".yml"
}


def record_of(name: str) -> FileRecord:
    return analyse(name, LANGUAGE_OF[name], (FIXTURES / name).read_bytes(), AnalysisOptions())


def test_every_language_has_a_fixture() -> None:
    assert set(LANGUAGE_OF.values()) == LANGUAGES.keys() - {"python"}
    files = {path.name for path in FIXTURES.iterdir() if path.suffix != ".yml"}
    assert files == set(LANGUAGE_OF)


@pytest.mark.parametrize("name", sorted(LANGUAGE_OF))
def test_record_is_as_recorded(name: str, request: pytest.FixtureRequest) -> None:
    found = describe(record_of(name))

    snapshot = FIXTURES / f"{name}.yml"
    if request.config.getoption("--rewrite-snapshots"):
        text = yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=100)
        snapshot.write_text(text, "utf-8")
    assert found == yaml.safe_load(snapshot.read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(LANGUAGE_OF))
def test_positions_point_at_the_names(name: str) -> None:
    lines = (FIXTURES / name).read_bytes().split(b"\n")
    record = record_of(name)

    assert record.outline.symbols
    assert len(record.outline.symbols) == len(record.detail.symbols)
    for symbol in record.outline.symbols:
        assert symbol.line <= symbol.name_line <= symbol.end_line <= len(lines)
        written = lines[symbol.name_line - 1][symbol.column : symbol.end_column].decode()
        last = written.strip("\"':").removeprefix("~").removesuffix("!")
        assert last.rpartition(" ")[2] in symbol.name, symbol


@pytest.mark.parametrize("name", sorted(LANGUAGE_OF))
def test_line_counts_add_up_to_the_file(name: str) -> None:
    assert record_of(name).outline.lines.total == len((FIXTURES / name).read_text().splitlines())


@pytest.mark.parametrize("name", sorted(LANGUAGE_OF))
def test_every_kind_has_a_group_on_the_keyword_page(name: str) -> None:
    groups = language_named(LANGUAGE_OF[name]).groups
    kinds = {kind for group in groups for kind in group.kinds}

    assert {symbol.kind for symbol in record_of(name).outline.symbols} <= kinds


def describe(record: FileRecord) -> dict[str, Any]:
    """Return a record as plain data, without what has its default, symbols with their details."""
    outline, detail = plain(record.outline), plain(record.detail)
    symbols = outline.pop("symbols", [])
    for symbol, more in zip(symbols, detail.pop("symbols", []), strict=True):
        symbol.update(more)
    outline.pop("terms", None)  # they have tests of their own
    return {**outline, "file": detail, "symbols": symbols}


def plain(value: object) -> Any:
    if isinstance(value, msgspec.Struct):
        found = {}
        for field in msgspec.structs.fields(value):
            item = getattr(value, field.name)
            if field.required or item != field.default:
                found[field.name] = plain(item)
        return found
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return msgspec.to_builtins(value)
