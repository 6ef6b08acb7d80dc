"""One keyword of a folder's or the repository's index."""

from __future__ import annotations

from mkdocs_repodoc.insight.symbols.keyword_pages import simple_name
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Keyword, PageLink, Phrase, Prose
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import prefix_of


def by_simple_name(context: PageContext, ref: SymbolRef, *, brief: bool) -> Keyword:
    """Return a keyword as an alphabetical index shows it: its last name, then where it belongs.

    Args:
        context: Where the symbol is known.
        ref: The symbol.
        brief: Whether summary and uses are left out.
    """
    symbol = context.repository.symbol(ref)
    name = simple_name(symbol)
    owner = name_around(symbol.name, name)
    return Keyword(
        name=page_links.to_symbol(context, ref, text=name, title=""),
        kind=symbol.kind,
        line=_place(context, ref, ref.path),
        summary=None if brief else _summary(context, ref),
        uses=None if brief else _uses(context, ref),
        note=("in ", Code(owner)) if owner else (),
    )


def by_full_name(
    context: PageContext, refs: list[SymbolRef], folder: str, *, brief: bool
) -> Keyword:
    """Return a keyword as a folder's index shows it, with every file that defines it.

    Args:
        context: Where the symbols are known.
        refs: The definitions of the name, at least one.
        folder: Folder relative to which files are named.
        brief: Whether summary and uses are left out.
    """
    first, *others = refs
    symbol = context.repository.symbol(first)
    prefix = prefix_of(folder)
    further = [_place(context, ref, ref.path.removeprefix(prefix)) for ref in others]
    note: Phrase = ("also in ", *joined(further)) if further else ()
    return Keyword(
        name=page_links.to_symbol(context, first, text=symbol.name, title=""),
        kind=symbol.kind,
        line=_place(context, first, first.path.removeprefix(prefix)),
        summary=None if brief else _summary(context, first),
        uses=None if brief else _uses(context, first),
        note=note,
    )


def _place(context: PageContext, ref: SymbolRef, name: str) -> PageLink:
    symbol = context.repository.symbol(ref)
    line = symbol.name_line or symbol.line
    return page_links.to_line(context, ref.path, line, text=f"{name}:{line}")


def _summary(context: PageContext, ref: SymbolRef) -> Prose | None:
    for part in summaries.of_symbol(context, ref):
        if isinstance(part, Prose):
            return part
    return None


def _uses(context: PageContext, ref: SymbolRef) -> int | None:
    if not language_named(context.repository.files[ref.path].source.language).follows_names:
        return None
    return context.repository.links.uses.file_count(ref) or None
