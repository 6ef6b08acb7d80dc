"""Links to lines in the cells of tables, the file said once for several of its lines."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.model.blocks import Inline, PageLink, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped


def line_link(context: PageContext, path: str, line: int) -> PageLink:
    """Return a link to a line that names file and number."""
    return page_links.to_line(context, path, line, text=f"{path}:{line}")


def lines_cell(context: PageContext, places: Iterable[tuple[str, int]]) -> Phrase:
    """Return links to the first of some lines: `a.py:3, 5 and 2 more`.

    Args:
        context: Where addresses are known.
        places: Path and line of each.
    """
    found = list(places)
    links: list[Inline] = []
    before = ""
    for path, line in found[: operation_caps.READ_LINES]:
        text = f"{line}" if path == before else f"{path}:{line}"
        links.append(page_links.to_line(context, path, line, text=text))
        before = path
    return capped(links, len(found) - len(links)) if links else ()
