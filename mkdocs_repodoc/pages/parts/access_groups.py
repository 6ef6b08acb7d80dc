"""The words of a language for what is not public: private, package-private, internal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import NOUNS, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.parts.file_view import FileView

_ORDER = ("Protected", "Internal", "Package-private", "Not exported", "Not public", "Private")
_NOT_PUBLIC = "Not public"
PRIVATE = "Private"


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
    if symbol.public or not words.is_declared or words.opened.intersection(symbol.labels):
        return _NOT_PUBLIC
    marks = " ".join(label for label in symbol.labels if _says(label, words.closed))
    if marks:
        return marks.capitalize() if marks.replace(" ", "").isalpha() else marks
    outer = view.tree.parents[position]
    kind = view.outline.symbols[outer].kind if outer is not None else None
    if kind == Kind.ENUM and symbol.kind == Kind.CONSTRUCTOR:
        return PRIVATE
    return words.member if kind in NOUNS else words.outer


def _says(label: str, closed: Sequence[str]) -> bool:
    """Tell whether a label is, or begins with, one of the words for what is not public."""
    return any(
        label.startswith(word) and not (word.isalpha() and label[len(word) :][:1].isalnum())
        for word in closed
    )
