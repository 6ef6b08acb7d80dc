"""Lists of environment variables that are read by what their names begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from mkdocs_repodoc.insight.operation.environment.family_rules import FamilyRules, family_rules
from mkdocs_repodoc.insight.operation.environment.variable_families import VariableFamily
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Inline, Item, PageLink, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.bare_lines import bare_lines

FAMILIES_TITLE = "Environment variables by rule: all whose names begin so"
_NUMBER = re.compile(r"\d")
_TRUTH = frozenset({"True", "False"})


def family_items(context: PageContext, families: Sequence[VariableFamily]) -> tuple[Item, ...]:
    """Return an entry for each function that reads families of variables.

    Args:
        context: Where addresses and texts are known.
        families: What is read.
    """
    by_reader: dict[SymbolRef, list[VariableFamily]] = {}
    for each in families:
        by_reader.setdefault(each.reader, []).append(each)
    return tuple(Item(_told(context, *each)) for each in by_reader.items())


def _told(context: PageContext, reader: SymbolRef, families: Sequence[VariableFamily]) -> Phrase:
    """Return what one function reads, for what, and by which rules."""
    rules = _rules(context, reader) if not reader.is_file else FamilyRules(0, 0, 0, 0, ())
    by_taker: dict[SymbolRef | None, list[VariableFamily]] = {}
    for each in families:
        by_taker.setdefault(each.taker if rules.parameters else None, []).append(each)
    ordered = sorted(by_taker.items(), key=lambda each: len(each[1]))
    parts = [_taken(context, *each, is_lower=bool(rules.lower)) for each in ordered]
    most = operation_caps.FAMILIES
    said: list[Inline] = [*capped(parts[:most], len(parts) - most, separator="; ")]
    if not reader.is_file:
        said += ["; read by ", page_links.to_symbol(context, reader)]
    said.append(".")
    takers = [each for each in by_taker if each is not None]
    if takers:
        said += _ruled(context, reader, takers, rules)
    if words := rules.words[: operation_caps.FAMILY_WORDS]:
        quotations = [(f"“{text}” (", _line(context, reader, at), ")") for at, text in words]
        said += [" In its own words: ", *joined(quotations, separator="; "), "."]
    return tuple(said)


def _taken(
    context: PageContext,
    taker: SymbolRef | None,
    families: Sequence[VariableFamily],
    *,
    is_lower: bool,
) -> Phrase:
    """Return some beginnings of names, and whose parameters are set by them, with an example."""
    prefixes = [Code(f"{each.prefix}…") for each in families]
    first = families[0]
    where = page_links.to_line(context, first.path, first.line, text=f"{first.path}:{first.line}")
    if taker is None:
        return (*joined(prefixes, last=" and "), " (", where, ")")
    symbol = page_links.to_symbol(context, taker, text=context.repository.symbol(taker).name)
    detail = context.detail(taker.path).symbols[taker.position]
    named = next((each.name for each in detail.parameters if _NUMBER.match(each.default)), "")
    example: Phrase = (
        (", as ", Code(f"{first.prefix}{named.upper()}")) if is_lower and named else ()
    )
    listed = joined(prefixes, last=" and ")
    return (*listed, " for parameters of ", symbol, *example, " (", where, ")")


def _ruled(
    context: PageContext, reader: SymbolRef, takers: Sequence[SymbolRef], rules: FamilyRules
) -> Phrase:
    """Return when the variables are read, what wins over them, and how a text is converted."""
    said: list[Inline] = [" They are read when the function is defined"]
    if rules.partial:
        said += ["; what a call gives wins (", _line(context, reader, rules.partial), ")"]
    if rules.by_default:
        at = _line(context, reader, rules.by_default)
        said += ["; a text becomes a value of the type that the default has (", at, ")"]
        details = chain.from_iterable(
            context.detail(each.path).symbols[each.position].parameters for each in takers
        )
        if any(each.default in _TRUTH for each in details):
            said += [": where that is ", Code("True"), " or ", Code("False")]
            said += [", any text but an empty one is true"]
    return (*said, ".")


def _rules(context: PageContext, reader: SymbolRef) -> FamilyRules:
    text = context.read_text(reader.path)
    symbol = context.repository.symbol(reader)
    syntax = language_named(context.repository.files[reader.path].source.language).comments
    bare = bare_lines(text.text, syntax)
    return family_rules(text.lines, bare, symbol.name_line, symbol.end_line)


def _line(context: PageContext, reader: SymbolRef, line: int) -> PageLink:
    return page_links.to_line(context, reader.path, line, text=str(line))
