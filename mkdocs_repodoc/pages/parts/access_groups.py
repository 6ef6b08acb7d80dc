"""The words of a language for what is not public: private, package-private, internal."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import NOUNS, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.parts.file_view import FileView

_ORDER = ("Protected", "Internal", "Package-private", "Not exported", "Not public", "Private")
_OPEN = frozenset({"public", "pub", "export"})
"""Labels of what would be public if what is around it were."""
_NOT_PUBLIC = "Not public"
PRIVATE = "Private"
_MARKED = re.compile(r"private\b|protected\b|internal\b|fileprivate\b|pub\(")


def access_groups(view: FileView, positions: Iterable[int]) -> dict[str, list[int]]:
    """Return what is not public by what the language calls that, the most open first."""
    found: dict[str, list[int]] = {}
    for position in positions:
        found.setdefault(access_of(view, position), []).append(position)
    known = [title for title in _ORDER if title in found]
    return {title: found[title] for title in (*known, *found)}


def is_hidden(symbol: Symbol) -> bool:
    """Whether the name itself says that it is private, as `_name` and `#name` do."""
    return split_name(symbol.name)[1].startswith(("_", "#"))


def access_of(view: FileView, position: int) -> str:
    """Return what the language calls it that a symbol is not public."""
    symbol = view.outline.symbols[position]
    words = language_named(view.file.source.language).access
    if symbol.public or not words.is_declared or _OPEN.intersection(symbol.labels):
        return _NOT_PUBLIC
    marks = " ".join(label for label in symbol.labels if _MARKED.match(label))
    if marks:
        return marks if marks.startswith("pub(") else marks.capitalize()
    outer = view.tree.parents[position]
    kind = view.outline.symbols[outer].kind if outer is not None else None
    if kind == Kind.ENUM and symbol.kind == Kind.CONSTRUCTOR:
        return PRIVATE
    return words.member if kind in NOUNS else words.outer
