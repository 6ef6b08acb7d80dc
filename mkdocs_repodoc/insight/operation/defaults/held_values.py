"""Values of an option that a type or constant of another file holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.model.kinds import NOUNS, VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import WORD_START
from mkdocs_repodoc.model.records import Option, Symbol
from mkdocs_repodoc.model.repository import RepoFile

_LAST = re.compile(r"\w+$")
_DERIVED = re.compile(r"derive\(.*\b(?:ValueEnum|\w*VariantNames|EnumString|ArgEnum)\b", re.DOTALL)
"""Marks an enumeration whose variants are what one writes."""
_DASHED = re.compile(r"derive\(.*\b(?:ValueEnum|ArgEnum)\b", re.DOTALL)
_RENAMED = re.compile(r"\b(?:serialize_all|rename_all)\s*=\s*\"(?P<form>[\w-]+)\"")
_GIVEN_NAME = re.compile(r"\w+\(.*\b(?:name|serialize|to_string)\s*=\s*\"([^\"]+)\"")
_SKIPPED = re.compile(r"\w+\(.*\b(?:skip|disabled)\b")
_TEXT = re.compile(r"(?:^|= )(?P<quote>[\"'])(?P<text>[^\"'\\\n]+)(?P=quote)$")
_LIST = re.compile(r"= (?:&|\w+\()?[\[({](?P<items>[^\[\]{}()]*)[\])}]")
_ITEM = re.compile(r"\s*[\"'](?P<text>[^\"'\\]+)[\"']\s*$")
_MOST = 40
"""Values of one option that are told."""


class HeldValues:
    """The values that types and constants hold, by their last names.

    Args:
        code: The files that make up the software itself.
        bounds: The bounds of answers over all of them.
    """

    def __init__(self, code: Iterable[RepoFile], bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._code = tuple(code)
        self._files = {file.path: file for file in self._code}

    def completed(self, option: Option) -> Option:
        """Return an option with the values that what it names holds, if that is certain."""
        last = _LAST.search(option.value_type)
        if last is None or option.values:
            return option
        found = {self._of(ref) for ref in self.holders.get(last[0], ())}
        values = found.pop() if len(found) == 1 else ()
        return structs.replace(option, values=values[:_MOST]) if values else option

    @bounded("the values of types", dict)
    def holders(self) -> Mapping[str, Sequence[SymbolRef]]:
        """Last part of the name → types and constants that may hold values."""
        named: dict[str, list[SymbolRef]] = {}
        for file in self._code:
            for position, symbol in enumerate(file.outline.symbols):
                if symbol.kind in NOUNS or (symbol.kind in VALUES and "." not in symbol.name):
                    last = _LAST.search(symbol.bare_name)
                    if last is not None:
                        named.setdefault(last[0], []).append(SymbolRef(file.path, position))
        return named

    def _of(self, ref: SymbolRef) -> tuple[str, ...]:
        symbols = self._files[ref.path].outline.symbols
        holder = symbols[ref.position]
        if holder.kind in VALUES:
            listed = _LIST.search(holder.signature)
            items = [each for each in listed["items"].split(",") if each.strip()] if listed else []
            texts = list(map(_ITEM.match, items))
            return tuple(each["text"] for each in texts if each) if all(texts) else ()
        members = [each for each in symbols if _is_member(each, holder)]
        if any(map(_DERIVED.search, holder.decorators)):
            return tuple(_derived(members, holder))
        texts = [_TEXT.search(each.signature) for each in members]
        return tuple(each["text"] for each in texts if each) if members and all(texts) else ()


def _is_member(symbol: Symbol, holder: Symbol) -> bool:
    named = symbol.name.startswith(holder.name) and symbol.name[len(holder.name) :]
    is_value = symbol.kind in VALUES or symbol.kind in {Kind.VARIANT, Kind.ENUMERATOR}
    return bool(named) and is_value and re.fullmatch(r"(?:\.|::)\w+", str(named)) is not None


def _derived(members: Iterable[Symbol], holder: Symbol) -> Iterator[str]:
    renamed = next(filter(None, map(_RENAMED.search, holder.decorators)), None)
    is_dashed = any(map(_DASHED.search, holder.decorators))
    form = renamed["form"] if renamed is not None else "kebab-case" if is_dashed else ""
    for each in members:
        given = next(filter(None, map(_GIVEN_NAME.search, each.decorators)), None)
        last = _LAST.search(each.name)
        if any(map(_SKIPPED.search, each.decorators)) or last is None:
            continue
        yield given[1] if given is not None else _in_form(last[0], form)


def _in_form(name: str, form: str) -> str:
    """Return the name of a variant as a rule for all of them writes it."""
    if form in {"kebab-case", "kebab_case", "snake_case"}:
        return WORD_START.sub("_" if form == "snake_case" else "-", name).lower()
    if form == "camelCase":
        return name[:1].lower() + name[1:]
    return {"lowercase": name.lower(), "UPPERCASE": name.upper()}.get(form, name)
