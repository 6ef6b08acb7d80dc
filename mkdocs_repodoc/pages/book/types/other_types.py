"""The types of the software beside the key abstractions, each in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.architecture.type_profile import TypeProfile
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Fold,
    Inline,
    Item,
    Items,
    PageLink,
    Phrase,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.book.types.type_portrait import signed
from mkdocs_repodoc.pages.book.types.type_sentences import shown_names, written_type
from mkdocs_repodoc.pages.parts import book_caps, summaries
from mkdocs_repodoc.text.english import count, shortened

_LITERAL = re.compile(r"-?\d[\d._]*|\"[^\"]{0,30}\"|'[^']{0,30}'")
_TYPED = re.compile(r":|\s(?!=)")
"""The beginning of a field's type behind its name."""
_STANDS_FOR = re.compile(r"\s(?:=\s)?(?![={(])")
"""The beginning of a type that another name stands for."""
_ONE_OF = "one of "
_BASE_LENGTH = 60
_VALUE_LENGTH = 100


def other_types(view: BookView) -> list[Block]:
    """Return the most central types beside the key abstractions; nothing where there are none."""
    found = view.context.abstractions.others
    if not found:
        return []
    items = [Item(_line(view, ref)) for ref in found[: book_caps.OTHER_TYPES]]
    if left := len(found) - len(items):
        uri = view.context.plan.uri("keywords", "")
        items.append(Item(("and ", PageLink(count(left, "more type"), uri))))
    return [Fold(count(len(found), "other type"), (Items(tuple(items)),))]


def _line(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a type with its bases and its own words; without such, the names of what it holds."""
    profile = view.context.insight.type_profiles.profile(ref)
    head: Phrase = (view.to_symbol(ref), *_made_from(view, profile))
    held = _held(view, profile)
    if words := summaries.behind_name(view.context, ref):
        is_telling = profile.members.variants or _are_typed(view, profile)
        return (*head, *words, _between(words, held), *held) if is_telling else (*head, *words)
    return (*head, ": ", *held) if held else head


def _between(words: Phrase, held: Phrase) -> str:
    """Return what stands between the words of a type and what it holds, or is one of."""
    last = words[-1]
    text = last if isinstance(last, str) else getattr(last, "text", "")
    end = "" if text.rstrip().endswith((".", "!", "?")) else "."
    return f"{end} It is " if held[0] == _ONE_OF else f"{end} It "


def _are_typed(view: BookView, profile: TypeProfile) -> bool:
    """Tell whether a type has few fields, and says of them all what they are."""
    fields = profile.members.fields
    return 0 < len(fields) <= book_caps.TYPED_FIELDS and all(
        _TYPED.match(view.context.repository.symbol(each).signature) for each in fields
    )


def _made_from(view: BookView, profile: TypeProfile) -> Phrase:
    bases: list[Inline] = [view.to_symbol(each) for each in profile.bases]
    bases += [Code(shortened(each, _BASE_LENGTH)) for each in profile.outer_bases]
    return (" (", *some(bases, most=book_caps.TYPE_BASES), ")") if bases else ()


def _held(view: BookView, profile: TypeProfile) -> Phrase:
    """Return what a type is one of, or what it holds."""
    members = profile.members
    if members.variants:
        variants = [_variant(view, each) for each in members.variants]
        return (_ONE_OF, *some(variants, most=book_caps.TYPE_VARIANTS))
    if _are_typed(view, profile):
        fields = [signed(view, each) for each in members.fields]
        return ("holds ", *some(fields, most=book_caps.TYPED_FIELDS))
    if members.fields:
        named = [(link, *_fixed(view, ref)) for ref, link in _linked(view, members.fields)]
        return ("holds ", *some(named, most=book_caps.OTHER_TYPE_NAMES))
    symbol = view.context.repository.symbol(profile.symbol)
    if _STANDS_FOR.match(symbol.signature):
        return ("stands for ", Code(shortened(written_type(symbol), _VALUE_LENGTH)))
    if members.methods:
        methods = shown_names(view, members.methods)
        return ("has ", *some(methods, most=book_caps.OTHER_TYPE_NAMES))
    return ()


def _variant(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a variant with what it carries; the value of one that carries nothing says little."""
    if view.context.repository.symbol(ref).signature.startswith(("(", "{")):
        return signed(view, ref)
    return tuple(shown_names(view, [ref]))


def _linked(view: BookView, refs: Sequence[SymbolRef]) -> Iterable[tuple[SymbolRef, Inline]]:
    return zip(refs, shown_names(view, refs), strict=True)


def _fixed(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the value of a field that is the same for all and is a plain number or text."""
    symbol = view.context.repository.symbol(ref)
    value = symbol.signature.rpartition("= ")[2]
    is_plain = "instance" not in symbol.labels and _LITERAL.fullmatch(value)
    return (" = ", Code(value)) if is_plain else ()
