"""Estimated heights grow with what they stand for."""

from __future__ import annotations

from markupsafe import Markup
from msgspec.structs import replace
from sample_page import every_block

from mkdocs_repodoc.html.symbol_height import estimated_rows
from mkdocs_repodoc.model.blocks import DocBlock, Prose, SymbolBlock

SYMBOL = next(
    replace(block, documentation=(), facts=(), calls=())
    for section in every_block().sections
    for block in section.blocks
    if isinstance(block, SymbolBlock)
)


def text(length: int) -> DocBlock:
    return DocBlock("text", "", Prose("word " * (length // 5), "markdown", "a.py"))


def test_nothing_is_still_a_row() -> None:
    assert estimated_rows(SYMBOL, Markup()) == 1


def test_a_signature_is_as_high_as_its_lines() -> None:
    one = estimated_rows(SYMBOL, Markup("f()"))
    twenty = estimated_rows(SYMBOL, Markup("\n").join(["f(", *["a,"] * 18, ")"]))
    assert one == 2
    assert 16 <= twenty - one <= 18


def test_text_is_as_high_as_it_is_long() -> None:
    heights = [
        estimated_rows(replace(SYMBOL, documentation=(text(length),)), Markup())
        for length in (50, 850, 8500)
    ]
    assert heights[0] <= 3
    assert 10 <= heights[1] <= 14
    assert 100 <= heights[2] <= 130


def test_fields_facts_and_calls_add_their_own() -> None:
    (name,) = [("x",)]
    field = (name, ("int",), ("A number.",))
    fields = DocBlock("parameters", "Parameters", None, (field,) * 4)
    assert 10 <= estimated_rows(replace(SYMBOL, documentation=(fields,)), Markup()) <= 13
    assert 6 <= estimated_rows(replace(SYMBOL, facts=(("Used by", name),) * 4), Markup()) <= 7
