"""Collections that are written out and hold names alone."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import DispatchTable, TableEntry
from mkdocs_repodoc.settings import AnalysisOptions


def tables(code: str) -> list[DispatchTable]:
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    return list(record.outline.facts_of(DispatchTable))


def test_dictionaries_and_lists_of_a_module_and_of_its_classes_are_read() -> None:
    code = """
HANDLERS: dict = {
    "get": get,
    404: web.missing,
}

class Shop:
    tills = [Till, Counter]
"""
    assert tables(code) == [
        DispatchTable(
            "HANDLERS",
            (TableEntry('"get"', "get", 3), TableEntry("404", "web.missing", 4)),
            2,
        ),
        DispatchTable("Shop.tills", (TableEntry("", "Till", 8), TableEntry("", "Counter", 8)), 8),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "ONE = {'a': f}",
        "MIXED = {'a': f, 'b': 1}",
        "CALLS = [f(), g()]",
        "MERGED = {'a': f, **others}",
        "def f():\n    table = {'a': f, 'b': g}",
        "a.b = [f, g]",
    ],
)
def test_other_collections_are_none(code: str) -> None:
    assert tables(code) == []
