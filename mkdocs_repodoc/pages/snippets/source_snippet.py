"""Lines of a file as a snippet, with their links."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Excerpt
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links


def source_block(context: PageContext, path: str, first: int, last: int) -> Excerpt:
    """Return lines of a file.

    Args:
        context: Where the file's page is known.
        path: The file.
        first: The first line.
        last: The last one; the file has it.
    """
    where = f"lines {first}–{last}" if last > first else f"line {first}"
    title = page_links.to_line(context, path, first, end_line=last, text=f"{path}, {where}")
    return Excerpt(path, ((first, last),), (), (title,))
