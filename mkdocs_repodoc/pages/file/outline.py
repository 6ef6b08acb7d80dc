"""The outline of a file: every class with its members, inherited ones too, and every function.

A name that is defined several times (overloads, the accessors of a property) is one entry. Methods
are rows; what is known by its name alone (attributes, private and inherited members) is a list of
names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import msgspec

from mkdocs_repodoc.model.blocks import Code, Outline, OutlineEntry, Phrase, Prose
from mkdocs_repodoc.model.kinds import NOUNS, ROWS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.access_groups import (
    PRIVATE,
    access_groups,
    access_of,
    is_hidden,
)
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.first_values import beside_name
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS
from mkdocs_repodoc.text.english import plural_of, shortened

_SIGNATURE = 60
"""Characters that fit beside a name."""
_NAMED_KINDS = 2
_OPEN_ROWS = 60
"""Rows of an outline that is shown unfolded."""
_VARIANTS = frozenset({"clause", "overload", "setter", "deleter"})
"""Further definitions of a name that another definition documents."""
_SPECIAL = "__"


def file_outline(view: FileView, public: Collection[str]) -> Outline | None:
    """Return the outline of a file; `None` if it defines nothing.

    Args:
        view: The file.
        public: Names at its top level that are meant for others.
    """
    top = [group[0] for group in _merged(view, view.tree.members[None])]
    symbols = view.outline.symbols
    if not top:
        return None
    shown = [p for p in top if symbols[p].kind not in ROWS and symbols[p].name in public]
    entries = [
        _entry(view, each)
        for position in shown or [p for p in top if symbols[p].kind in NOUNS]
        for each in (position, *_types_inside(view, position))
    ]
    entries.sort(key=lambda entry: not (entry.members or entry.lists))
    named = {
        "Values": [p for p in top if symbols[p].kind in ROWS and symbols[p].name in public],
        **access_groups(view, (p for p in top if symbols[p].name not in public)),
    }
    rows = sum(1 + len(entry.members) for entry in entries)
    # The cases of a test stand before its source.
    is_only = len(view.in_source) == len(symbols) and view.file.role not in TEST_ROLES
    return Outline(tuple(entries), _lists(view, named), rows <= _OPEN_ROWS, is_only)


def _merged(view: FileView, positions: Sequence[int]) -> Iterator[list[int]]:
    """Group the definitions of one name; the one that is documented comes first."""
    groups: dict[str, list[int]] = {}
    symbols = view.outline.symbols
    for position in positions:
        groups.setdefault(symbols[position].name, []).append(position)
    for group in groups.values():
        yield sorted(group, key=lambda p: (bool(_VARIANTS.intersection(symbols[p].labels)), -p))


def _types_inside(view: FileView, position: int) -> Iterator[int]:
    """Yield the public types inside a type that have members of their own, however deep."""
    waiting = [] if view.is_function(position) else [position]
    while waiting:
        outer = waiting.pop()
        inner = [
            each
            for each in view.tree.members.get(outer, ())
            if view.outline.symbols[each].kind in NOUNS and _is_plain(view, each)
        ]
        yield from (each for each in inner if each in view.tree.members)
        waiting += reversed(inner)


def _entry(view: FileView, position: int) -> OutlineEntry:
    members = [group[0] for group in _merged(view, view.tree.members.get(position, ()))]
    inside = [] if view.is_function(position) else members
    symbols = view.outline.symbols
    rows = [p for p in inside if symbols[p].kind not in ROWS and _is_plain(view, p)]
    values = [p for p in inside if symbols[p].kind in ROWS and _is_plain(view, p)]
    named = {
        _title(view, values): values,
        "Special": [p for p in inside if _is_special(_short(view, p))],
        **access_groups(
            view,
            (p for p in inside if not _is_plain(view, p) and not _is_special(_short(view, p))),
        ),
    }
    row = _row(view, position)
    return msgspec.structs.replace(
        row,
        name=msgspec.structs.replace(row.name, text=symbols[position].bare_name),
        members=tuple(_row(view, row) for row in rows),
        lists=(*_lists(view, named), *_inherited(view, position)),
    )


def _title(view: FileView, positions: Sequence[int]) -> str:
    """What values in a type are called: `Fields and constants`."""
    kinds = {view.outline.symbols[position].kind for position in positions}
    if len(kinds) > _NAMED_KINDS:
        return "Values"
    return " and ".join(sorted(map(plural_of, kinds))).capitalize()


def _row(view: FileView, position: int) -> OutlineEntry:
    return OutlineEntry(
        name=view.symbol(position, text=_short(view, position)),
        kind=view.outline.symbols[position].kind,
        signature=_signature(view, position),
        summary=_summary(view, position),
    )


def _is_plain(view: FileView, position: int) -> bool:
    """Whether a member is for whoever may use the type around it."""
    symbol = view.outline.symbols[position]
    if _is_special(_short(view, position)):
        return False
    outer = view.tree.parents[position]
    if symbol.public or outer is None or view.outline.symbols[outer].public:
        return symbol.public
    return access_of(view, position) != PRIVATE and not is_hidden(symbol)


def _is_special(name: str) -> bool:
    return name.startswith(_SPECIAL) and name.endswith(_SPECIAL)


def _short(view: FileView, position: int) -> str:
    return view.name_within(position, view.tree.parents[position])


def _signature(view: FileView, position: int) -> str:
    """Names of the parameters where they are known, else the beginning of the signature."""
    symbol = view.outline.symbols[position]
    if "property" in symbol.labels or not symbol.signature:
        return ""
    names = [parameter.name for parameter in view.symbol_detail(position).parameters]
    if names or symbol.signature.startswith("()"):
        return shortened(f"({', '.join(n for n in names if n not in RECEIVERS)})", _SIGNATURE)
    return shortened(" ".join(symbol.signature.split()), _SIGNATURE)


def _summary(view: FileView, position: int) -> Phrase:
    """What a symbol says of itself; a class that says nothing has the words of its base."""
    symbol = view.outline.symbols[position]
    if symbol.summary:
        markup = view.detail.markup
        return (Prose(symbol.summary, markup, view.path, inline=True, scope=position),)
    for base in islice(_bases(view, SymbolRef(view.path, position)), caps.OUTLINE_BASES):
        if summary := view.context.repository.symbol(base).summary:
            return (
                Prose(summary, view.detail.markup, base.path, inline=True, scope=base.position),
            )
    return ()


def _lists(view: FileView, named: dict[str, list[int]]) -> tuple[tuple[Phrase, Phrase], ...]:
    return tuple(
        ((title,), _names([_name(view, p) for p in positions]))
        for title, positions in named.items()
        if positions
    )


def _name(view: FileView, position: int) -> Phrase:
    """A name, with what it holds at first where that is plain."""
    link = msgspec.structs.replace(view.symbol(position, text=_short(view, position)), title="")
    value = view.first_values.get(position)
    told = beside_name(view.outline.symbols[position], value) if value is not None else ""
    return (link, " = ", Code(told)) if told else (link,)


def _names(names: Sequence[Phrase]) -> Phrase:
    shown = names[: caps.OUTLINE_NAMES]
    return capped(shown, len(names) - len(shown))


def _inherited(view: FileView, position: int) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield for the nearest base classes what a class has from each: its public members."""
    context = view.context
    seen = {_short(view, p) for p in view.tree.members.get(position, ())}
    for base in islice(_bases(view, SymbolRef(view.path, position)), caps.OUTLINE_BASES):
        outline = context.repository.files[base.path].outline
        tree = context.trees(base.path)
        prefix = outline.symbols[base.position].name
        names: list[Phrase] = []
        for member in tree.members.get(base.position, ()):
            symbol = outline.symbols[member]
            short = name_inside(symbol.name, prefix)
            if symbol.public and short not in seen and not _is_special(short):
                ref = SymbolRef(base.path, member)
                names.append((page_links.to_symbol(context, ref, text=short, title=""),))
            seen.add(short)
        if names:
            name = outline.symbols[base.position].bare_name
            yield ("From ", page_links.to_symbol(context, base, text=name)), _names(names)


def _bases(view: FileView, ref: SymbolRef) -> Iterator[SymbolRef]:
    """Yield the base classes in the repository, the nearest first, each once."""
    bases = view.context.repository.links.bases
    waiting = list(bases.get(ref, ()))
    met = {ref}
    while waiting:
        base = waiting.pop(0)
        if base not in met:
            met.add(base)
            yield base
            waiting += bases.get(base, ())
