"""The types that new ones are made from: what these define, a model, and all that names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from heapq import nsmallest

from mkdocs_repodoc.insight.changing.extensible_types import Extensible
from mkdocs_repodoc.insight.changing.named_alike import distinguishing
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS, IMPLEMENTED, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.entry_additions import addition_of_heir
from mkdocs_repodoc.pages.book.changing.entry_places import to_place
from mkdocs_repodoc.pages.book.changing.registration_recipes import named_after, signature_of
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import count

_LEAST_NAMED = 3
"""Heirs that one function names, for it to make a new one known."""
_PLAIN = frozenset({Kind.INTERFACE, Kind.PROTOCOL})
"""Types that others can do nothing with but implement them, or extend them."""
_NAMED = frozenset({"call", "name"})
"""Uses of a type that make something of it, or hand it on."""


def extension_recipe(view: BookView, found: Extensible) -> Phrase:
    """Return a type with those that are made from it, and what each of them has to define."""
    base, heirs = view.context.repository.symbol(found.base), found.heirs
    line = to_place(view, found.base.path, base.line)
    verb = _verb(base.kind, {view.context.repository.symbol(each).kind for each in heirs})
    said: list[Inline] = ["A new kind of ", view.to_symbol(found.base), " (", line]
    said += [f") {verb} it, as "]
    links = [view.to_symbol(each) for each in heirs[: book_caps.EXTENSIONS]]
    said += [*capped(links, len(heirs) - len(links), "type", last=" and "), " do"]
    path, number = Counter(each.path for each in heirs).most_common(1)[0]
    if number == len(heirs):
        said += [", all in ", page_links.to_file(view.context, path)]
    said += [".", *_defined(view, found), *_model(view, found)]
    if made := _made(view, found):
        said += [" ", *made]
    if listed := _listed(view, found):
        said += [" Their names are listed in ", *joined(listed, last=" and "), "."]
    said += named_after(view, found.alike, "them")
    if tests := _tests(view, found):
        said += [" Tests: ", *tests, "."]
    return (*said, *addition_of_heir(view, heirs))


def _verb(base: Kind, heirs: AbstractSet[Kind]) -> str:
    """Return what heirs of a type do: a trait is used as well, and an interface embedded."""
    if base == Kind.CLASS:
        return "extends"
    is_plain = base in _PLAIN and heirs.isdisjoint(IMPLEMENTED)
    return "implements" if is_plain else "builds on"


def _defined(view: BookView, found: Extensible) -> Phrase:
    """Return the sentence on what the heirs define, as the base declares it."""
    if not found.defined:
        return ()
    heads = [_head(view, each) for each in found.defined]
    who = "They define " if found.by_all else "Most of them define "
    return (f" {who}", *joined(heads, last=" and "), ".")


def _head(view: BookView, ref: SymbolRef) -> Inline:
    """Return a member as heirs have it: a function by its signature, a field without its value."""
    symbol = view.context.repository.symbol(ref)
    if symbol.kind in FUNCTIONS:
        return signature_of(view, ref)
    return Code(symbol.bare_name.replace("::", ".").rpartition(".")[2])


def _model(view: BookView, found: Extensible) -> Phrase:
    """Return the sentence on a short one of the heirs."""
    if found.model is None:
        return ()
    line = view.context.repository.symbol(found.model).line
    link = to_place(view, found.model.path, line)
    size = count(found.model_lines, "line")
    return (" A short one as a model: ", view.to_symbol(found.model), " (", link, f", {size}).")


def _made(view: BookView, found: Extensible) -> Phrase:
    """Return the sentence on the function that names most heirs, where a new one is made known."""
    repository = view.context.repository
    named: Counter[SymbolRef] = Counter()
    first: dict[SymbolRef, int] = {}
    for heir in found.heirs:
        uses = [
            use
            for use in repository.links.uses.of(heir)
            if use.kind in _NAMED
            and not use.user.is_file
            and repository.files[use.path].role in CODE_ROLES
            and not view.changes.reaching.is_test(use)
        ]
        named.update({use.user for use in uses})
        for use in uses:
            first[use.user] = min(use.line, first.get(use.user, use.line))
    user, number = max(named.items(), key=lambda each: (each[1], each[0]), default=(found.base, 0))
    if number < _LEAST_NAMED or 2 * number < len(found.heirs):
        return ()
    line = to_place(view, user.path, first[user])
    what = "all of them" if number == len(found.heirs) else f"{number:,} of them"
    return (view.to_symbol(user), " (", line, f") names {what}.")


def _listed(view: BookView, found: Extensible) -> list[Phrase]:
    """Return the lists of the software that have the names of most heirs."""
    names = distinguishing(view.context.repository.symbol(each).bare_name for each in found.heirs)
    listed: list[Phrase] = []
    for each in (each for lists in view.changes.registrations.values() for each in lists):
        if each.form == "list" and 2 * len(names & distinguishing(each.entries)) > len(names):
            line = to_place(view, each.symbol.path, each.line)
            listed.append((view.to_symbol(each.symbol), " (", line, ")"))
    return listed[: book_caps.REGISTERED_TESTS]


def _tests(view: BookView, found: Extensible) -> Phrase:
    """Return the file and the class of tests that reach most heirs."""
    places: dict[tuple[str, str], list[SymbolRef]] = {}
    for heir in found.heirs[: book_caps.EXTENSIONS_TESTED]:
        cases = {(case.path, _suite(view, case)) for case, _ in view.changes.reaching.of(heir)}
        for place in cases:
            places.setdefault(place, []).append(heir)
    parts: list[Phrase] = []
    most = nsmallest(
        book_caps.REGISTERED_TESTS, places.items(), key=lambda each: (-len(each[1]), each[0])
    )
    for (path, owner), reached in most:
        link = page_links.to_file(view.context, path)
        named: Phrase = (Code(owner), " in ") if owner else ()
        of: Phrase = (f"{len(reached)} of these types",)
        if len(reached) == 1:
            of = ("of ", view.to_symbol(reached[0]))
        parts.append((*named, link, " (", *of, ")"))
    return joined(parts, last=" and ")


def _suite(view: BookView, case: SymbolRef) -> str:
    """Return the class of tests that a case stands in; empty where it stands in none."""
    if case.is_file:
        return ""
    name = view.context.repository.symbol(case).name.rpartition(".")[0]
    symbols = view.context.repository.files[case.path].outline.symbols
    return name if any(each.name == name for each in symbols) else ""
