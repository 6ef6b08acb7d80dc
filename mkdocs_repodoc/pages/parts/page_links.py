"""Links to the pages of files and folders, to symbols and to lines.

Every composer makes its links here, so that a file, a symbol and a line look the same wherever
they are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.model.blocks import Inline, PageLink, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.sections import ORIGINAL_SOURCE
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import shortened

_TITLE_LENGTH = 120


def to_file(
    context: PageContext, path: str, *, text: str = "", title: str | None = None
) -> PageLink:
    """Link to a file's documentation page, by its path unless another text is given.

    Args:
        context: Where the page's address is known.
        path: The file.
        text: What the link says instead of the path.
        title: Hover title; the file's own summary unless given.
    """
    if title is None:
        title = context.repository.files[path].summary
    return PageLink(text or path, context.plan.uri("file", path), code=True, title=title)


def to_file_keywords(context: PageContext, path: str, *, text: str, anchor: str = "") -> PageLink:
    """Link to a file's keyword page, or to its documentation page, which has all names too."""
    uri = context.plan.uris.get(("file keywords", path))
    if uri is None:
        return PageLink(text, context.plan.uri("file", path))
    return PageLink(text, uri, anchor)


def to_line(
    context: PageContext, path: str, line: int, *, end_line: int = 0, text: str = ""
) -> PageLink:
    """Link to a line of a file's listing, or to a range of lines.

    Without a text the link says `line 12` or `lines 12-20`. A line that the page does not show
    is linked by the listing as a whole, which leads on to the repository's forge.
    """
    default, anchor = f"line {line}", f"L{line}"
    if end_line > line:
        default, anchor = f"lines {line}-{end_line}", f"L{line}-L{end_line}"
    if not context.shows_line(path, line):
        anchor = ORIGINAL_SOURCE.anchor if context.shown_lines(path) else ""
    elif not context.shows_line(path, end_line):
        anchor = f"L{line}"
    return PageLink(text or default, context.plan.uri("file", path), anchor)


def line_link(context: PageContext, path: str, line: int) -> PageLink:
    """Return a link to a line that names file and number."""
    return to_line(context, path, line, text=f"{path}:{line}")


def lines_cell(context: PageContext, places: Iterable[tuple[str, int]], most: int) -> Phrase:
    """Return links to the first of some lines, each file said once: `a.py:3, 5 and 2 more`.

    Args:
        context: Where addresses are known.
        places: Path and line of each.
        most: How many are shown.
    """
    found = list(places)
    links: list[Inline] = []
    before = ""
    for path, line in found[:most]:
        text = f"{line}" if path == before else f"{path}:{line}"
        links.append(to_line(context, path, line, text=text))
        before = path
    return capped(links, len(found) - len(links)) if links else ()


def to_symbol(
    context: PageContext, ref: SymbolRef, *, text: str = "", title: str | None = None
) -> PageLink:
    """Link to a symbol's own section, by its qualified name unless another text is given.

    A reference to a module (position -1) links to the top of its file's page.

    Args:
        context: Where addresses and anchors are known.
        ref: The symbol.
        text: What the link says instead of the qualified name.
        title: Hover title; kind and signature unless given.
    """
    if ref.is_file:
        file = context.repository.files[ref.path]
        return to_file(context, ref.path, text=text or file.module or file.path, title=title)
    file = context.repository.files[ref.path]
    symbol = file.outline.symbols[ref.position]
    if title is None:
        title = shortened(f"{symbol.kind} {symbol.name}{symbol.signature}", _TITLE_LENGTH)
    return PageLink(
        text or context.repository.qualified_name(ref),
        context.plan.uri("file", ref.path),
        file.anchors[ref.position],
        code=True,
        title=title,
    )


def to_folder(context: PageContext, path: str, *, text: str = "") -> PageLink:
    """Link to a folder's index page; the root's is the repository's index."""
    if not path:
        return PageLink(text or context.repository.name, context.plan.uri("repository", ""))
    return PageLink(text or f"{path}/", context.plan.uri("folder", path), code=not text)


def to_symbols(context: PageContext, refs: Sequence[SymbolRef]) -> list[PageLink]:
    """Link to symbols by their short names, with the files of those that have one name.

    Args:
        context: Where addresses and anchors are known.
        refs: The symbols that are told together.
    """
    namesakes = context.insight.namesakes
    names = [namesakes.packaged_name(ref) for ref in refs]
    counts = Counter(names)
    return [
        to_symbol(context, ref, text=namesakes.distinct_name(ref) if counts[name] > 1 else name)
        for ref, name in zip(refs, names, strict=True)
    ]
