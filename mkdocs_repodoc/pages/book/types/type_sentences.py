"""Sentences of the book on one type: what it is made from, who makes and uses it, its promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.architecture.type_comparisons import Comparison
from mkdocs_repodoc.insight.architecture.type_profile import TypeProfile
from mkdocs_repodoc.insight.symbols.symbol_tree import outer_name
from mkdocs_repodoc.languages.record_parts.type_words import FamilyWords
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase, Typed
from mkdocs_repodoc.model.kinds import IMPLEMENTED, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import enumeration, shortened

_PASSIVE = (" by", " in")
_VALUE_LENGTH = 160


def made_from(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on the types that a type is made from."""
    symbol = view.context.repository.symbol
    is_mixed_in = {each: symbol(each).kind == Kind.MODULE for each in profile.bases}
    mixed_in = [view.to_symbol(each) for each in profile.bases if is_mixed_in[each]]
    bases: list[Inline] = [view.to_symbol(each) for each in profile.bases if not is_mixed_in[each]]
    bases += [Code(shortened(each, _VALUE_LENGTH)) for each in profile.outer_bases]
    parts: list[Phrase] = []
    if bases:
        words = _family(view, profile)
        is_interface = symbol(profile.symbol).kind in IMPLEMENTED
        relation = words.relation if is_interface or not words.concrete else words.concrete
        parts.append((f"{relation} ", *some(bases, most=book_caps.TYPE_BASES)))
    if mixed_in:
        parts.append(("includes ", *some(mixed_in, most=book_caps.TYPE_BASES)))
    return ("It ", *joined(parts, last=" and "), ".") if parts else ()


def made_into(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on the types that are made from a type."""
    if not profile.heirs:
        return ()
    below = _family(view, profile).below
    verb = "is the base of"
    if view.context.repository.symbol(profile.symbol).kind in IMPLEMENTED:
        verb = "is implemented or extended by"
    elif below.endswith(_PASSIVE):
        verb = f"is {below.lower()}"
    heirs = [view.to_one_of_several(each) for each in profile.heirs]
    return (f"It {verb} ", *some(heirs, "type", book_caps.TYPE_HEIRS), ".")


def _family(view: BookView, profile: TypeProfile) -> FamilyWords:
    file = view.context.repository.files[profile.symbol.path]
    return language_named(file.source.language).family


def alternatives(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on what an alias stands for, unless its members say it."""
    symbol = view.context.repository.symbol(profile.symbol)
    if symbol.kind != Kind.TYPE_ALIAS or profile.members.fields or not symbol.signature:
        return ()
    written = shortened(written_type(symbol), _VALUE_LENGTH)
    return ("It stands for ", Typed(written, profile.symbol.path, profile.symbol.position), ".")


def written_type(symbol: Symbol) -> str:
    """Return what an alias stands for, without the sign that may precede the first of several."""
    return symbol.signature.strip().removeprefix("= ").removeprefix("| ")


def made_by(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on who makes a value of a type; where nobody is seen to, who returns one.

    Whoever calls such a function is named as well. A single maker aside from what the book is about
    says little: others than the software itself make most values then.
    """
    if len(profile.makers) == 1 and not _is_central(view, profile.makers[0]):
        return ()
    if profile.makers:
        makers = [view.to_one_of_several(each) for each in profile.makers]
        return ("It is made in ", *some(makers, "function", book_caps.TYPE_USERS), ".")
    if not profile.givers:
        return ()
    givers = [view.to_one_of_several(each) for each in profile.givers]
    callers = [view.to_one_of_several(each) for each in profile.callers]
    told: Phrase = (", called in ", *some(callers, most=book_caps.TYPE_USERS)) if callers else ()
    return ("It is returned by ", *some(givers, "function", book_caps.TYPE_USERS), *told, ".")


def _is_central(view: BookView, ref: SymbolRef) -> bool:
    """Tell whether the book tells a function, or the type that it is a member of."""
    file = view.context.repository.files[ref.path]
    outer = outer_name(file.outline.symbols[ref.position])
    return ref in view.known or any(
        each.path == ref.path and file.outline.symbols[each.position].name == outer
        for each in view.context.abstractions.symbols
    )


def used_by(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on the functions that work with its members most."""
    users = [view.to_one_of_several(each) for each in profile.users if each not in profile.makers]
    if not users:
        return ()
    return ("Its members are used most in ", *some(users, "function", book_caps.TYPE_USERS), ".")


def compared(view: BookView, profile: TypeProfile) -> Iterator[Phrase]:
    """Yield the sentences on what decides equality, hash and order of its values."""
    told: dict[Phrase, list[str]] = {}
    for each in profile.comparisons:
        told.setdefault(_evidence(view, each), []).append(each.matter)
    for evidence, matters in told.items():
        verb = "uses" if len(matters) == 1 else "use"
        yield (f"{enumeration(matters).capitalize()} {verb} ", *evidence, ".")


def _evidence(view: BookView, comparison: Comparison) -> Phrase:
    if comparison.is_whole:
        return ("all fields",)
    if comparison.fields:
        return some([_inside(view, each) for each in comparison.fields], most=book_caps.TYPE_FIELDS)
    return ("a method of its own",)


def guarded(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on the fields where threads or tasks meet."""
    parts = [(_inside(view, ref), f" is {word}") for ref, word in profile.guards]
    return (*joined(parts, last=" and "), ".") if parts else ()


def given(view: BookView, profile: TypeProfile) -> Phrase:
    """Return the sentence on the fields that hold functions which others give it."""
    fields = [_inside(view, each) for each in profile.called]
    if not fields:
        return ()
    verb = "holds a function" if len(fields) == 1 else "hold functions"
    return (*some(fields, most=book_caps.TYPE_FIELDS), f" {verb} that it is given and calls.")


def _inside(view: BookView, ref: SymbolRef) -> Inline:
    return page_links.to_symbol(view.context, ref, text=last_name(view, ref))


def last_name(view: BookView, ref: SymbolRef) -> str:
    """Return the name of a member without that of its type."""
    name = view.context.repository.symbol(ref).name
    return name.replace("::", ".").rpartition(".")[2]


def shown_names(view: BookView, refs: Sequence[SymbolRef]) -> list[Inline]:
    """Return links to members by their own names."""
    return [_inside(view, each) for each in refs]
