"""Pages of long files: what they leave to the listing, and that every anchor is there once."""

from __future__ import annotations

from collections import Counter

import pytest
from made_repository import made_context, made_file, made_repository, made_symbol
from page_text import file_body, section, text

from mkdocs_repodoc.insight.listed_lines import listed_bytes
from mkdocs_repodoc.model.blocks import Listing, Outline, PageBody, Paragraph, SymbolBlock
from mkdocs_repodoc.model.repository import Role
from mkdocs_repodoc.pages.parts.file_view import LONG_FILE

PATH = "pkg/a.py"
SYMBOLS = [
    made_symbol("_hidden", "function", public=False),
    made_symbol("A", "class", 2),
    made_symbol("A.go", "method", 3),
    made_symbol("A.go.step", "function", 4),
    made_symbol("A._wait", "method", 5, public=False),
    made_symbol("_B", "class", 6, public=False),
    made_symbol("_B.run", "method", 7),
]


def body_of(size: int, role: Role = "module") -> PageBody:
    return file_body(
        made_context(made_repository([made_file(PATH, SYMBOLS, role=role, size=size)])), PATH
    )


def shown(body: PageBody) -> list[str]:
    blocks = section(body, "Detailed Analysis")
    return [block.qualified_name for block in blocks if isinstance(block, SymbolBlock)]


def in_listing(body: PageBody) -> list[tuple[int, str]]:
    (listing,) = (b for b in section(body, "Original Source") if isinstance(b, Listing))
    return list(listing.anchors)


def test_a_long_file_has_sections_for_what_is_public() -> None:
    body = body_of(LONG_FILE + 1)
    assert shown(body) == ["pkg.a.A", "pkg.a.A.go"]
    assert in_listing(body) == [
        (1, "pkg.a._hidden"),
        (4, "pkg.a.A.go.step"),
        (5, "pkg.a.A._wait"),
        (6, "pkg.a._B"),
        (7, "pkg.a._B.run"),
    ]
    said = section(body, "Detailed Analysis")[1]
    assert isinstance(said, Paragraph)
    assert text(said.phrase) == (
        "The file is long: its names that are not public, and those inside functions, are described"
        " in its source alone."
    )


def test_of_others_everything_has_a_section() -> None:
    body = body_of(LONG_FILE)
    assert len(shown(body)) == len(SYMBOLS) - 1  # what is inside of a function is a row
    assert in_listing(body) == []


@pytest.mark.parametrize(("size", "role"), [(LONG_FILE + 1, "test"), (2 * LONG_FILE, "module")])
def test_long_tests_and_very_long_files_have_an_outline_alone(size: int, role: Role) -> None:
    body = body_of(size, role)
    assert shown(body) == []
    assert len(in_listing(body)) == len(SYMBOLS)


@pytest.mark.parametrize("size", [100, LONG_FILE + 1, 2 * LONG_FILE])
def test_every_symbol_has_its_anchor_once(size: int) -> None:
    ids = Counter(body_of(size).ids())
    assert [ids[f"pkg.a.{symbol.name}"] for symbol in SYMBOLS] == [1] * len(SYMBOLS)


def test_data_is_listed_in_part() -> None:
    limit = 1_000_000
    data = made_file("data.json", language="json", lines=9_000)
    assert listed_bytes(data, limit) < limit
    assert listed_bytes(made_file(PATH, SYMBOLS * 2, lines=9_000), limit) == limit
    assert listed_bytes(made_file("short.json", language="json", lines=900), limit) == limit


def test_an_outline_that_is_all_there_is_stands_in_the_table_of_contents() -> None:
    def outlined(body: PageBody) -> list[bool]:
        blocks = section(body, "High-Level Overview")
        return [block.in_contents for block in blocks if isinstance(block, Outline)]

    assert outlined(body_of(2 * LONG_FILE)) == [True]
    assert outlined(body_of(LONG_FILE + 1)) == [False]
    assert outlined(body_of(LONG_FILE + 1, "test support")) == [False]
