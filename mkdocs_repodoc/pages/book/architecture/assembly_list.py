"""The functions and types that put the parts together: that make, call and keep most of them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.part_wires import TIES, Assembly
from mkdocs_repodoc.insight.architecture.wiring import Wire
from mkdocs_repodoc.model.blocks import Inline, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.architecture.wire_phrases import named
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined


def assembly_list(view: BookView) -> Items | None:
    """Return what joins most parts, or files of its own part; nothing where nothing does."""
    items = tuple(Item(_assembly(view, each)) for each in assemblies(view))
    return Items(items, title="What puts the parts together") if items else None


def assemblies(view: BookView) -> Sequence[Assembly]:
    """Return what joins most parts, what the flows pass first of all."""
    first: dict[SymbolRef, int] = {}
    for flow in view.context.flows:
        for number, step in enumerate(flow.steps):
            first.setdefault(step.symbol, number)
    return view.part_wires.assemblies(first, book_caps.BOOK_ASSEMBLIES)


def _assembly(view: BookView, assembly: Assembly) -> Phrase:
    """Return a definition with the parts that it joins, in the order of its lines."""
    ref = assembly.symbol
    units: dict[str, list[Wire]] = {}
    for wire in assembly.wires:
        units.setdefault(_unit(view, ref.path, wire.met.path), []).append(wire)
    parts = [_joined(view, unit, wires) for unit, wires in units.items()]
    file = page_links.to_file(view.context, ref.path)
    head: Phrase = (file,) if ref.is_file else (named(view, ref), " in ", file)
    return (*head, " joins ", *some(parts, most=book_caps.ASSEMBLY_UNITS), ".")


def _unit(view: BookView, path: str, other: str) -> str:
    """Return the part that a file is in; for those of the same part, and of none, the file."""
    owner = view.owner.get(other)
    return owner.path if owner and owner != view.owner.get(path) else other


def _joined(view: BookView, unit: str, wires: Sequence[Wire]) -> Phrase:
    """Return a part with what is taken of it: `export/ (calls open, line 37)`."""
    link: Inline
    if unit in view.context.repository.files and unit not in view.parts:
        link = page_links.to_file(view.context, unit, text=view.file_name(unit))
    else:
        link = view.to_chapter(view.component(unit))
    closest = sorted(wires, key=lambda wire: TIES.index(wire.way))[: book_caps.ASSEMBLY_WIRES]
    said: list[Phrase] = []
    for number, wire in enumerate(sorted(closest, key=lambda each: each.line)):
        line = page_links.to_line(
            view.context, wire.user.path, wire.line, text=f"{'' if number else 'line '}{wire.line}"
        )
        said.append((f"{wire.way} ", view.to_symbol(wire.met), ", ", line))
    return (link, " (", *joined(said, "; "), ")")
