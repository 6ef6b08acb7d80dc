"""Links to the pages of files and folders, to symbols and to lines.

Every composer makes its links here, so that a file, a symbol and a line look the same wherever
they are named.
"""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages.context import PageContext


def to_file(context: PageContext, path: str, *, text: str = "", title: str = "") -> PageLink:
    """Link to a file's documentation page, by its path unless another text is given."""
    return PageLink(
        text or path,
        context.plan.uri("file", path),
        code=True,
        title=title or context.repository.files[path].outline.summary,
    )


def to_file_keywords(context: PageContext, path: str, *, text: str, anchor: str = "") -> PageLink:
    """Link to a file's keyword page."""
    return PageLink(text, context.plan.uri("file keywords", path), anchor)


def to_line(
    context: PageContext, path: str, line: int, *, end_line: int = 0, text: str = ""
) -> PageLink:
    """Link to a line of a file's listing, or to a range of lines.

    Without a text the link says `line 12` or `lines 12-20`.
    """
    if end_line > line:
        default, anchor = f"lines {line}-{end_line}", f"L{line}-L{end_line}"
    else:
        default, anchor = f"line {line}", f"L{line}"
    return PageLink(text or default, context.plan.uri("file", path), anchor)


def to_symbol(context: PageContext, ref: SymbolRef, *, text: str = "", title: str = "") -> PageLink:
    """Link to a symbol's own section, by its qualified name unless another text is given.

    A reference to a module (position -1) links to the top of its file's page.
    """
    file = context.repository.files[ref.path]
    uri = context.plan.uri("file", ref.path)
    if ref.position < 0:
        name = file.module or file.path
        return PageLink(text or name, uri, code=True, title=title or file.outline.summary)
    symbol = file.outline.symbols[ref.position]
    return PageLink(
        text or context.repository.qualified_name(ref),
        uri,
        file.anchors[ref.position],
        code=True,
        title=title or f"{symbol.kind} {symbol.name}{symbol.signature}",
    )


def to_folder(context: PageContext, path: str, *, text: str = "") -> PageLink:
    """Link to a folder's index page; the root's is the repository's index."""
    if not path:
        return PageLink(text or context.repository.name, context.plan.uri("repository", ""))
    return PageLink(text or f"{path}/", context.plan.uri("folder", path), code=not text)
