from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_repodoc.scip.column_encodings import TextLines
from mkdocs_repodoc.scip.schema import PositionEncoding

LINE = "é = '🚀'; run(é)"
_WIDTHS = {
    PositionEncoding.UTF8: lambda text: len(text.encode()),
    PositionEncoding.UTF16: lambda text: len(text.encode("utf-16-le")) // 2,
    PositionEncoding.UTF32: len,
}


@pytest.mark.parametrize(
    ("encoding", "start"),
    [
        (PositionEncoding.UTF8, 13),
        (PositionEncoding.UTF16, 10),
        (PositionEncoding.UTF32, 9),
    ],
)
def test_columns_count_what_the_encoding_says(encoding: PositionEncoding, start: int) -> None:
    found = TextLines([LINE], encoding).stretch(0, start, start + 3)
    assert found is not None
    assert (found.text, found.column, found.end_column, found.is_whole) == ("run", 13, 16, True)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n")), st.data())
def test_every_part_of_a_line_is_found_in_every_encoding(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    for encoding, width in _WIDTHS.items():
        found = TextLines([line], encoding).stretch(0, width(line[:start]), width(line[:end]))
        assert found is not None
        assert found.text == line[start:end]
        assert line.encode()[found.column : found.end_column].decode() == found.text


@pytest.mark.parametrize(
    ("line", "start", "end"), [(1, 0, 1), (-1, 0, 1), (0, 0, 99), (0, 3, 2), (0, -1, 2)]
)
def test_there_is_nothing_outside_the_text(line: int, start: int, end: int) -> None:
    for content in (LINE, "run(x)"):
        assert TextLines([content], PositionEncoding.UTF16).stretch(line, start, end) is None


def test_there_is_nothing_inside_a_character() -> None:
    assert TextLines([LINE], PositionEncoding.UTF16).stretch(0, 6, 8) is None
    assert TextLines([LINE], PositionEncoding.UTF8).stretch(0, 1, 2) is None


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [(0, 6, True), (0, 3, False), (2, 6, False), (6, 8, False), (9, 10, True), (10, 10, True)],
)
def test_a_part_of_a_name_is_not_whole(start: int, end: int, *, whole: bool) -> None:
    found = TextLines(["my_run = x"], PositionEncoding.UTF8).stretch(0, start, end)
    assert found is not None
    assert found.is_whole is whole
