from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.scip_messages import encoded, occurrences, symbol

from mkdocs_repodoc.scip.document_reader import OutdatedError, read_document
from mkdocs_repodoc.scip.schema import PositionEncoding, Roles
from mkdocs_repodoc.scip.wire_format import WireError

TEXT = "class Till:\n    def pay(self):\n        return pay()\n"
TILL, PAY = symbol("till/", "Till#"), symbol("till/", "Till#", "pay().")
MARKS = (("Till", TILL, 1), ("pay", PAY, 1), ("self", "local 1", 1), ("pay", PAY, 0))
Row = tuple[int, int, int, str, Roles]


def document(**fields: object) -> bytes:
    return encoded("Document", relative_path="till.py", **fields)


def read(data: bytes, text: str = TEXT) -> list[Row]:
    file = read_document(data, "till.py", text, text.split("\n"))
    return [
        (each.line, each.column, each.end_column, file.symbols[each.symbol], each.roles)
        for each in file.occurrences()
    ]


def found(occurrence: dict[str, object], text: str = TEXT) -> list[tuple[int, int, int]]:
    return [row[:3] for row in read(document(occurrences=[occurrence]), text)]


def test_occurrences_have_the_lines_and_columns_of_records() -> None:
    assert read(document(occurrences=occurrences(TEXT, *MARKS))) == [
        (1, 6, 10, TILL, Roles.DEFINITION),
        (2, 8, 11, PAY, Roles.DEFINITION),
        (2, 12, 16, "local 1", Roles.DEFINITION),
        (3, 15, 18, PAY, Roles.NONE),
    ]


def test_ranges_may_be_typed() -> None:
    single = {"line": 1, "start_character": 8, "end_character": 11}
    several = {"start_line": 1, "start_character": 8, "end_line": 1, "end_character": 11}
    for where in ({"single_line_range": single}, {"multi_line_range": several}):
        assert found({**where, "range": [0, 0, 1], "symbol": PAY}) == [(2, 8, 11)]


def test_a_range_over_lines_is_a_file_or_nothing() -> None:
    whole = {"range": [0, 0, 3, 0], "symbol": symbol("till/"), "symbol_roles": 1}
    assert found(whole) == [(1, 0, 0)]
    assert found({**whole, "symbol_roles": 0}) == []
    assert found({**whole, "range": [1, 4, 2, 8]}) == []


@pytest.mark.parametrize(
    "edit",
    [
        "\n" + TEXT,
        TEXT.replace("pay", "pays"),
        TEXT.replace("class", "final class"),
        TEXT.replace("    def", "\n    def"),
        "class Till:\n",
        "",
    ],
)
def test_an_index_of_another_version_is_noticed(edit: str) -> None:
    with pytest.raises(OutdatedError):
        read(document(occurrences=occurrences(TEXT, *MARKS)), edit)


@settings(deadline=None)
@given(st.integers(0, len(TEXT)), st.sampled_from(["x", "\n", "pay()\n", "# ä\n"]))
def test_after_an_edit_what_is_kept_spells_its_name(position: int, added: str) -> None:
    edited = TEXT[:position] + added + TEXT[position:]
    lines = edited.encode().split(b"\n")
    try:
        rows = read(document(occurrences=occurrences(TEXT, *MARKS)), edited)
    except OutdatedError:
        return
    names = {TILL: b"Till", PAY: b"pay", "local 1": b"self"}
    assert all(lines[line - 1][start:end] == names[name] for line, start, end, name, _ in rows)


def test_a_text_in_the_index_decides() -> None:
    data = document(occurrences=occurrences(TEXT, *MARKS), text=TEXT)
    assert len(read(data)) == len(MARKS)
    with pytest.raises(OutdatedError) as outdated:
        read(data, TEXT + "# more\n")
    assert outdated.value.line == TEXT.count("\n") + 1
    assert len(read(document(text="\ufeffa\r\nb"), "a\nb")) == 0


@pytest.mark.parametrize("encoding", [each for each in PositionEncoding if each])
def test_columns_are_those_that_the_document_says(encoding: PositionEncoding) -> None:
    text = "é = '🚀'; pay()\n"
    column = {1: 13, 2: 10, 3: 9}[encoding]
    marks = [{"range": [0, column, column + 3], "symbol": PAY}]
    (row,) = read(document(occurrences=marks, position_encoding=encoding), text)
    assert row[:3] == (1, 13, 16)


@pytest.mark.parametrize("column", [13, 10, 9])
def test_columns_of_an_encoding_that_is_not_said_are_found_out(column: int) -> None:
    text = "é = '🚀'; pay()\n"
    defined = {"range": [0, column, column + 3], "symbol": PAY, "symbol_roles": 1}
    assert found(defined, text) == [(1, 13, 16)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (symbol("till/", "Till#", "`<get>pay`()."), "pay"),
        (symbol("till/", "pay0:"), "pay"),
        (symbol("till/", "Till#", "`<constructor>`()."), "constructor"),
        (symbol("Till#", "`<init>`()."), "Till"),
        (symbol("Till#", "`.ctor`()."), "Till"),
        (symbol("Till#", "`~Till`()."), "Till"),
        (symbol("till/", "getPay()."), "pay"),
        (symbol("till/"), "anything"),
        ("no symbol", "anything"),
    ],
)
def test_a_definition_may_be_spelt_otherwise(name: str, text: str) -> None:
    marks = occurrences(text, (text, name, 1))
    assert len(read(document(occurrences=marks), text)) == 1


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            symbol("till/", "Till#", "`<get>pay`()."),
            "pay",
            symbol("till/", "Till#", "`<get>pay`()."),
        ),
        (symbol("till/", "Till#", "`<constructor>`()."), "Till", symbol("till/", "Till#")),
        (symbol("shop/", "`till.ts`/"), "'./till.js'", symbol("shop/", "`till.ts`/")),
        (symbol("`shop.till`/", "__init__:"), "till", symbol("`shop.till`/", "__init__:")),
    ],
)
def test_a_reference_spells_its_symbol_or_what_it_makes(name: str, text: str, meant: str) -> None:
    assert [
        row[3] for row in read(document(occurrences=occurrences(text, (text, name, 0))), text)
    ] == [meant]


@pytest.mark.parametrize("text", ["Tiller", "till", "other"])
def test_a_reference_by_another_name_is_not_followed(text: str) -> None:
    assert read(document(occurrences=occurrences(text, (text, TILL, 0))), text) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"occurrences": [{"range": [0, 1], "symbol": TILL}]},
        {"occurrences": [{"symbol": TILL}]},
        {"position_encoding": 9},
    ],
)
def test_a_broken_document_is_an_error(fields: dict[str, object]) -> None:
    with pytest.raises(WireError):
        read(document(**fields))


def test_more_occurrences_than_a_text_could_have_are_an_error() -> None:
    bomb = document(
        occurrences=[{"range": [0, 6, 10], "symbol": f"local {i}"} for i in range(2_000)]
    )
    with pytest.raises(WireError, match="more occurrences than its file has room for"):
        read(bomb)


def test_what_has_no_symbol_is_passed_over() -> None:
    assert read(document(occurrences=[{"range": [0, 0, 5], "syntax_kind": 4}])) == []


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_a_document_or_an_error(data: bytes) -> None:
    try:
        rows = read(document(occurrences=occurrences(TEXT, *MARKS)) + data)
    except (WireError, OutdatedError):
        return
    assert rows


def test_names_as_long_as_a_line_take_no_square_of_it() -> None:
    text = "a" * 400_000
    overlapping = [{"range": [0, each, 400_000], "symbol": PAY} for each in range(10_000)]
    data = document(occurrences=overlapping)
    start = time.process_time()
    assert read(data, text) == []
    assert time.process_time() - start < 1
