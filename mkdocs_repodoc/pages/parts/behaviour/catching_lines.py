"""The lines where an error is caught, and short links to lines."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.operation.error_paths import Handler, Report
from mkdocs_repodoc.model.blocks import PageLink, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped

_LONGEST_PATH = 40
_PATH_END = 2
"""Parts at the end of a longer path that are shown."""


def short_line(context: PageContext, path: str, line: int) -> PageLink:
    """Link to a line by its file's path, or by the end of a long one."""
    short = path if len(path) <= _LONGEST_PATH else "/".join(path.split("/")[-_PATH_END:])
    return page_links.to_line(context, path, line, text=f"{short}:{line}")


def catching_lines(context: PageContext, report: Report) -> Phrase:
    """Return the handlers that an error reaches, and those that name it beyond the known calls."""
    caught = context.insight.operation.caught_errors
    found = _links(context, caught.catching(report))
    named = _links(context, caught.naming_elsewhere(report))
    gap: Phrase = ("; ",) if found and named else ()
    return (*found, *gap, *(("named in ", *named) if named else ()))


def _links(context: PageContext, handlers: Sequence[Handler]) -> Phrase:
    shown = handlers[: operation_caps.CATCHING_LINES]
    links = [short_line(context, each.scope.path, each.fact.line) for each in shown]
    return capped(links, len(handlers) - len(links)) if links else ()
