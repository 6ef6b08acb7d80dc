"""The parts of the software one by one: what each is for, what it is made of, what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.known_files import known_folder
from mkdocs_repodoc.insight.symbols.main_symbol import FOR_TYPES
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import Item, Items, Phrase
from mkdocs_repodoc.model.kinds import MAIN
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.architecture import wire_phrases
from mkdocs_repodoc.pages.book.architecture.assembly_list import assemblies
from mkdocs_repodoc.pages.book.architecture.file_purpose import file_purpose
from mkdocs_repodoc.pages.book.architecture.late_phrase import late_phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.component_opening import extent
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.descriptions import as_sentence
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.orientation.key_files import most_used
from mkdocs_repodoc.text.english import count

_LEAST = 2


def part_list(view: BookView) -> Items | None:
    """Return all parts in reading order; nothing where there is only one."""
    if len(view.told) < _LEAST:
        return None
    joining = {each.symbol.path for each in assemblies(view)}
    items = tuple(_part(view, each, joins=each.path in joining) for each in view.told)
    title = "The parts, and what each needs of the others"
    return Items(items, shown=len(items), title=title)


def _part(view: BookView, component: Component, *, joins: bool) -> Item:
    """Return a part; what a file needs that joins others has been told."""
    purpose = _purpose(view, component)
    made_of = _made_of(view, component, described=not purpose)
    said: list[Phrase] = [as_sentence(purpose) if purpose else (), made_of, _users(view, component)]
    phrase = joined([each for each in said if each], " ")
    head: Phrase = (view.to_chapter(component), f" ({_extent(view, component)})")
    needs = () if joins and component.is_file else _needs(view, component)
    return Item((*head, ": ", *phrase) if phrase else head, needs)


def _extent(view: BookView, component: Component) -> str:
    number, total = extent(view, component)
    lines = count(total, "line")
    return lines if component.is_file else f"{count(number, 'source file')}, {lines}"


def _purpose(view: BookView, component: Component) -> Phrase:
    """Return a part's own words, those of a file's main symbol included."""
    context = view.context
    if component.is_file:
        return file_purpose(view, component.path)
    if words := known_folder(component.path) if component.whole else "":
        return (words,)
    return summaries.of_folder(context, component.path) if component.whole else ()


def _made_of(view: BookView, component: Component, *, described: bool) -> Phrase:
    """Return the sentence on the definitions of a part that matter most.

    Args:
        view: The book.
        component: The part.
        described: Whether the first of them are told by their own words.
    """
    refs = _telling(view, component)
    if not refs or (not described and len(refs) == 1):
        return ()
    parts: list[Phrase] = []
    left = book_caps.PART_DESCRIBED if described else 0
    for ref in refs:
        is_told = ref in view.context.abstractions.symbols  # its portrait has its words
        words = summaries.of_symbol(view.context, ref) if left and not is_told else ()
        left -= bool(words)
        parts.append((view.to_symbol(ref), *((" (“", *words, "”)") if words else ())))
    return ("It defines ", *some(parts, most=book_caps.PART_NAMES), ".")


def _telling(view: BookView, component: Component) -> list[SymbolRef]:
    """Return the types of a part, the most central first, then its functions by their users."""
    files = set(component.files)
    found = view.context.abstractions
    symbol_of = view.context.repository.symbol
    types = [
        ref
        for ref in (*found.symbols, *found.others)
        if ref.path in files and FOR_TYPES not in symbol_of(ref).labels
    ]
    types.sort(key=lambda ref: not symbol_of(ref).public)
    telling = [*types, *_functions(view, component, types)]
    if len(telling) > 1:
        return telling
    values = (most_used(view.context, path, book_caps.PART_NAMES) for path in component.files)
    return list(dict.fromkeys([*telling, *(ref for found in values for ref, _ in found)]))


def _functions(view: BookView, component: Component, types: Sequence[SymbolRef]) -> list[SymbolRef]:
    """Return the public functions of a part by their users; without types all of them."""
    uses = view.context.repository.links.uses
    found = [
        (-uses.file_count(ref), ref)
        for path in component.files
        for position, symbol in enumerate(view.context.repository.files[path].outline.symbols)
        for ref in (SymbolRef(path, position),)
        if is_outer(symbol)
        and symbol.kind in MAIN
        and symbol.public
        and FOR_TYPES not in symbol.labels
        and not symbol.name.startswith("__")
        and ref not in types
    ]
    return [ref for users, ref in sorted(found) if users or ref in view.known or not types]


def _users(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the parts that need one."""
    architecture = view.context.statistics.architecture
    users = [
        each
        for each in view.told
        if each != component
        and (
            component.path in view.part_wires.needed(each.path)
            or component.path in {path for path, _ in architecture.dependencies(each.path)}
        )
    ]
    others = len(view.told) - 1
    if not users:
        return ()
    if len(users) == others and others > book_caps.PART_USERS:
        return ("All other parts use it.",)
    links = [view.to_chapter(each) for each in users]
    return ("Used by ", *some(links, "part", book_caps.PART_USERS), ".")


def _needs(view: BookView, component: Component) -> tuple[Item, ...]:
    """Return what a part needs of the others: by what the two meet, and where."""
    if component.is_file:
        ties = wire_phrases.by_tie(view, component.path)
        return (Item(joined(ties, "; ")),) if ties else ()
    told = {each.path for each in view.told}
    needed = [path for path in view.part_wires.needed(component.path) if path in told]
    many = len(view.told) > book_caps.MANY_PARTS
    most = book_caps.PART_NEEDS_OF_MANY if many else book_caps.PART_NEEDS
    each_most = book_caps.PART_WIRES_OF_MANY if many else book_caps.PART_WIRES
    items = []
    for path in needed[:most]:
        wires = view.part_wires.between(component.path, path)
        phrases = wire_phrases.told(view, wires, each_most)
        link = view.to_chapter(view.component(path))
        late = late_phrase(view, component, view.component(path))
        items.append(Item(("needs ", link, ": ", *joined([*phrases, *late], "; "))))
    rest = () if many else _rest(view, component, needed[most:], told)  # the diagram's table has it
    if rest:
        items.append(Item(rest))
    return tuple(items)


def _rest(view: BookView, component: Component, needed: Sequence[str], told: set[str]) -> Phrase:
    """Return the line on parts that the picture does not show; where they are imported, if so."""
    architecture = view.context.statistics.architecture
    known = view.part_wires.needed(component.path)
    imported = [path for path, _ in architecture.dependencies(component.path) if path not in known]
    drawn = {path for path, _ in architecture.dependencies(component.path)}
    parts: list[Phrase] = [
        (view.to_chapter(view.component(path)),) for path in needed if path not in drawn
    ]
    parts += [
        (view.to_chapter(view.component(path)), *_imported(view, component.path, path))
        for path in imported
        if path in told
    ]
    return ("also needs ", *some(parts, "part", book_caps.FURTHER_NEIGHBOURS)) if parts else ()


def _imported(view: BookView, source: str, target: str) -> Phrase:
    """Return the line of the first import of one part by another, in brackets."""
    statistics = view.context.statistics
    for path, other in statistics.architecture.imports[source, target]:
        if line := statistics.needs.import_line(path, other):
            text = f"{view.file_name(path)}:{line}"
            return (" (imported at ", page_links.to_line(view.context, path, line, text=text), ")")
    return ()
