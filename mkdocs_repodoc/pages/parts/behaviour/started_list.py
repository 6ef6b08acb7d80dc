"""Lists of what types hold at first, and of the methods that change it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.insight.operation.started_types import StartedField, StartedType
from mkdocs_repodoc.model.blocks import Code, Item, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import capped

STARTED_TITLE = "What is set at first, and the methods that change it"
_LAST = re.compile(r"\w+$")
_MARKS = re.compile(r"[_#$]")


def started_items(
    context: PageContext, found: Iterable[StartedType], most: int
) -> tuple[Item, ...]:
    """Return types with their methods, each with the value that it changes and its line.

    Args:
        context: Where addresses are known.
        found: The types.
        most: How many methods are shown of one.
    """
    items = []
    for each in found:
        shown = [_field(context, field) for field in each.fields[:most]]
        listed = capped(shown, len(each.fields) - len(shown))
        name = context.repository.symbol(each.symbol).bare_name
        items.append(Item((page_links.to_symbol(context, each.symbol, text=name), ": ", *listed)))
    return tuple(items)


def _field(context: PageContext, field: StartedField) -> Phrase:
    name = context.repository.symbol(field.setter).name
    last = _LAST.search(name)
    short = last[0] if last is not None else name
    method = page_links.to_symbol(context, field.setter, text=short)
    fact = field.value
    line = page_links.to_line(context, field.setter.path, fact.line, text=f"line {fact.line}")
    if _plain(short) in _plain(fact.name) or _plain(fact.name) in _plain(short):
        return (method, " (", Code(fact.value), ", ", line, ")")
    return (method, " (", Code(f"{fact.name} = {fact.value}"), ", ", line, ")")


def _plain(name: str) -> str:
    return _MARKS.sub("", name).lower()
