"""Sentences of documentation on what a function gives under a condition."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.reading.contract_words import contract_words
from mkdocs_repodoc.model.records import DocField, DocSection


def said(text: str, returned: str = "") -> str:
    fields = (DocField("", "", returned),) if returned else ()
    return contract_words((DocSection("text", text=text), DocSection("returns", fields=fields)))


@pytest.mark.parametrize(
    ("text", "returned", "words"),
    [
        ("Grinds.\nA zero weight indicates no grain.", "", "A zero weight indicates no grain."),
        ("Grinds.\n\nPanics if it is full. More.", "", "Panics if it is full."),
        ("Grinds. It is quick. If it stops, it returns `-1`.", "", "If it stops, it returns `-1`."),
        ("Grinds.", "The flour, or nothing if it is empty.", None),
        ("Grinds.", "None if it is full.", "Returns None if it is full."),
        ("Returns nothing if it is full.", "", ""),
        ("Grinds. Nobody knows when.", "", ""),
        ("Grinds.", "The flour.", ""),
        ("Grinds.", "If the flour is white", ""),
        ("Grinds.\n\n- Returns 1 if it is full.", "", ""),
        ("Grinds.\n\ncall(function() { return when }); Returns {} if so.", "", ""),
    ],
)
def test_what_is_given_under_a_condition_is_found(
    text: str, returned: str, words: str | None
) -> None:
    expected = "Returns the flour, or nothing if it is empty." if words is None else words
    assert said(text, returned) == expected
