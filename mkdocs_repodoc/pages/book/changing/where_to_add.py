"""The part of a chapter on where a new thing is added: lists to extend, types to inherit from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest, nsmallest

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.changing.entry_mentions import plain
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.recent_additions import addition_to
from mkdocs_repodoc.pages.book.changing.registration_recipes import registration_recipe
from mkdocs_repodoc.pages.book.component_work import to_sections
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import count

_LEAST_HEIRS = 3
"""Types that inherit from one, for another to be likely."""
_NAMED = frozenset({"call", "name"})
"""Uses of a type that make something of it, or hand it on."""


def where_to_add(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return the lists and types of a component to which new things are added."""
    found = view.registrations.get(component.path, ())
    items = [Item(registration_recipe(view, each)) for each in found]
    items += [Item(_extension(view, *each)) for each in _extensible(view, component)]
    last = (addition_to(view, component), _instructions(view, [component]))
    items += [Item(each) for each in last if each]
    return (Items(tuple(items), title="Where to add something"),) if items else ()


def where_to_add_elsewhere(view: BookView) -> tuple[Block, ...]:
    """Return the lists of the parts that have no chapter, those with advice beside them first."""
    found = [each for part in view.untold for each in view.registrations.get(part.path, ())]
    found.sort(key=lambda each: not each.comment)
    items = [Item(registration_recipe(view, each)) for each in found[: caps.REGISTRATIONS]]
    items += [
        Item(_extension(view, *each)) for part in view.untold for each in _extensible(view, part)
    ]
    items += [Item(each) for each in (_instructions(view, view.untold),) if each]
    title = "Where to add something, beside what the chapters say"
    return (Items(tuple(items), title=title),) if items else ()


def _instructions(view: BookView, components: Sequence[Component]) -> Phrase:
    """Return the sentence on sections of documents that tell how something is added."""
    found = [
        each for part in components for each in view.sections.get(part.path, ()) if each.tells_how
    ]
    links = some(to_sections(view, found), "section", caps.CHAPTER_SECTIONS)
    return ("The documents tell how: ", *links, ".") if found else ()


def _extensible(view: BookView, component: Component) -> list[tuple[SymbolRef, list[SymbolRef]]]:
    """Return the types of a component that several others inherit from, with these."""
    files = view.context.repository.files
    subclasses = view.context.repository.links.subclasses
    found = []
    for path in component.files:
        for position, symbol in enumerate(files[path].outline.symbols):
            if symbol.kind not in NOUNS:
                continue
            ref = SymbolRef(path, position)
            heirs = [
                each for each in subclasses.get(ref, ()) if files[each.path].role in CODE_ROLES
            ]
            if len(heirs) >= _LEAST_HEIRS:
                found.append((ref, sorted(heirs)))
    return nlargest(caps.EXTENSIBLE_TYPES, found, key=lambda each: len(each[1]))


def _extension(view: BookView, base: SymbolRef, heirs: list[SymbolRef]) -> Phrase:
    """Return a type with those that inherit from it, and what each of them has to define."""
    symbol = view.context.repository.symbol
    line = page_links.to_line(
        view.context,
        base.path,
        symbol(base).line,
        text=f"{view.file_name(base.path)}:{symbol(base).line}",
    )
    said: list[Inline] = ["A new kind of ", view.to_symbol(base), " (", line, ") extends it, as "]
    names = [view.to_symbol(each) for each in heirs[: caps.EXTENSIONS]]
    said += [*capped(names, len(heirs) - len(names), "type", last=" and "), " do"]
    places = Counter(each.path for each in heirs)
    path, number = places.most_common(1)[0]
    if number == len(heirs):
        said += [", all in ", page_links.to_file(view.context, path)]
    said.append(".")
    if defined := _defined(view, base, heirs):
        said += [" They define ", *joined([Code(each) for each in defined], last=" and "), "."]
    if made := _made(view, base, heirs):
        said += [" ", *made]
    if listed := _listed(view, heirs):
        said += [" Their names are listed in ", *joined(listed, last=" and "), "."]
    if tests := _tests(view, heirs):
        said += [" Tests: ", *tests, "."]
    return tuple(said)


def _defined(view: BookView, base: SymbolRef, heirs: list[SymbolRef]) -> list[str]:
    """Return the members of a type that most of its heirs define anew."""
    repository = view.context.repository
    prefix = repository.symbol(base).name
    owners = {(each.path, repository.symbol(each).name) for each in heirs}
    counts: Counter[str] = Counter()
    for position, symbol in enumerate(repository.files[base.path].outline.symbols):
        owner, _, name = symbol.name.rpartition(".")
        if owner != prefix:
            continue
        for each in repository.links.overridden_by.get(SymbolRef(base.path, position), ()):
            around = repository.symbol(each).name.rpartition(".")[0]
            counts[name] += (each.path, around) in owners
    least = len(heirs) / 2
    often = [name for name, number in counts.most_common() if number >= least]
    return [name for name in often if not name.startswith("__")][: caps.EXTENSION_MEMBERS]


def _made(view: BookView, base: SymbolRef, heirs: list[SymbolRef]) -> Phrase:
    """Return the sentence on the function that names most heirs, where a new one is made known."""
    repository = view.context.repository
    named: Counter[SymbolRef] = Counter()
    first: dict[SymbolRef, int] = {}
    for heir in heirs:
        uses = [
            use
            for use in repository.links.uses.of(heir)
            if use.kind in _NAMED
            and not use.user.is_file
            and repository.files[use.path].role in CODE_ROLES
            and not view.reaching.is_test(use)
        ]
        named.update({use.user for use in uses})
        for use in uses:
            first[use.user] = min(use.line, first.get(use.user, use.line))
    user, number = max(named.items(), key=lambda each: (each[1], each[0]), default=(base, 0))
    if number < _LEAST_HEIRS or 2 * number < len(heirs):
        return ()
    text = f"{view.file_name(user.path)}:{first[user]}"
    line = page_links.to_line(view.context, user.path, first[user], text=text)
    what = "all of them" if number == len(heirs) else f"{number:,} of them"
    return (view.to_symbol(user), " (", line, f") names {what}.")


def _listed(view: BookView, heirs: list[SymbolRef]) -> list[Phrase]:
    """Return the lists of the software that have the names of most heirs."""
    names = {plain(view.context.repository.symbol(each).name) for each in heirs}
    found: list[Phrase] = []
    for each in (each for lists in view.registrations.values() for each in lists):
        if 2 * len(names & set(map(plain, each.entries))) > len(names):
            line = page_links.to_line(
                view.context,
                each.symbol.path,
                each.line,
                text=f"{each.symbol.path}:{each.line}",
            )
            found.append((view.to_symbol(each.symbol), " (", line, ")"))
    return found[: caps.REGISTERED_TESTS]


def _tests(view: BookView, heirs: list[SymbolRef]) -> Phrase:
    """Return the file and the class of tests that reach most heirs."""
    repository = view.context.repository
    places: Counter[tuple[str, str]] = Counter()
    for heir in heirs[: caps.EXTENSIONS_TESTED]:
        places.update(
            {
                (case.path, "" if case.is_file else repository.symbol(case).name.rpartition(".")[0])
                for case, _ in view.reaching.of(heir)
            }
        )
    parts: list[Phrase] = []
    most = nsmallest(caps.REGISTERED_TESTS, places.items(), key=lambda each: (-each[1], each[0]))
    for (path, owner), number in most:
        link = page_links.to_file(view.context, path)
        named: Phrase = (Code(owner), " in ") if owner else ()
        parts.append((*named, link, f" ({count(number, 'of them', 'of them')})"))
    return joined(parts, last=" and ")
