"""Lists of what becomes of settings in the functions that check or complete them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.settings_types import names_settings
from mkdocs_repodoc.insight.symbols.object_construction import is_constructor
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.blocks import Code, Inline, Item, Phrase
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import capped

_KEYED = re.compile(r"\[\s*[A-Za-z_$]")
"""What is set by a key that a variable holds: which setting that is, the line doesn't say."""


def adjustment_items(context: PageContext, found: Configuration, most: int) -> tuple[Item, ...]:
    """Return the functions with what each sets, under which condition and in which line.

    What a constructor does with its parameters is about settings only if its type holds some.

    Args:
        context: Where addresses are known.
        found: What can be configured.
        most: How many statements are shown of one function.
    """
    by_scope: dict[SymbolRef, list[AdjustedSetting]] = {}
    for path, facts in _by_path(found).items():
        file = context.repository.files[path]
        scopes = scopes_around(file, (each.line for each in facts))
        for scope, each in zip(scopes, facts, strict=True):
            by_scope.setdefault(scope, []).append(each)
    told = [each for each in by_scope.items() if not _makes_other(context, each[0])]
    ordered = sorted(told, key=lambda each: _makes(context, each[0]))
    return tuple(_item(context, scope, facts, most) for scope, facts in ordered)


def _makes(context: PageContext, scope: SymbolRef) -> bool:
    """Tell whether a function is a constructor: what is about all settings comes first."""
    repository = context.repository
    return not scope.is_file and is_constructor(
        repository.files[scope.path], repository.symbol(scope)
    )


def _makes_other(context: PageContext, scope: SymbolRef) -> bool:
    """Tell whether a function is the constructor of a type that is not named after settings."""
    owner = split_name(context.repository.symbol(scope).name)[0] if not scope.is_file else ""
    return _makes(context, scope) and not names_settings(owner)


def _by_path(found: Configuration) -> dict[str, list[AdjustedSetting]]:
    by_path: dict[str, list[AdjustedSetting]] = {}
    for path, each in found.adjusted:
        if not _KEYED.search(each.target):
            by_path.setdefault(path, []).append(each)
    return {path: sorted(facts, key=lambda each: each.line) for path, facts in by_path.items()}


def _item(
    context: PageContext, scope: SymbolRef, facts: Iterable[AdjustedSetting], most: int
) -> Item:
    parts = [_said(context, scope.path, each) for each in facts]
    shown = capped(parts[:most], len(parts) - most, separator="; ")
    if scope.is_file:
        return Item(shown)
    return Item((page_links.to_symbol(context, scope), ": ", *shown))


def _said(context: PageContext, path: str, fact: AdjustedSetting) -> Phrase:
    where = page_links.to_line(context, path, fact.line, text=f"{path}:{fact.line}")
    when: Phrase = (
        (" when ", Code(fact.condition)) if fact.condition else (" when it has no value",)
    )
    outer: list[Inline] = [Code(each) for each in fact.outer]
    inside: Phrase = (", inside ", *capped(outer, 0, last=" and ")) if outer else ()
    return (Code(f"{fact.target} = {fact.value}"), *when, *inside, " (", where, ")")
