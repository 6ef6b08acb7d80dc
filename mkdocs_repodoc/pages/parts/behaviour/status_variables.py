"""Numbers that variables with the name of a computed exit status are set to."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.circumstances import heads
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.code_reading.code_words import DECLARING_WORD

_NAME = re.compile(r"[A-Za-z_]\w*(?i:status|code)$|(?:status|rc|ret|retval)$")
"""Variables whose name says that they hold a status."""


def set_elsewhere(context: PageContext, path: str, status: str) -> Phrase:
    """Return which numbers a file sets variables to that have the name of a status.

    Functions hand statuses on under one name, so that these are what it may be, as far as can be
    told without following the calls.

    Args:
        context: Where the file's text is found.
        path: The file that ends the program.
        status: The status as written.
    """
    if not _NAME.match(status):
        return ()
    setting = re.compile(
        rf"\s*(?:(?:{DECLARING_WORD}|int)\s+)*{re.escape(status)}\s*(?::\s*\w+\s*)?:?="
        r"\s*(?P<number>\d{1,3})\s*;?\s*(?:(?://|#|/\*).*)?$"
    )
    lines = context.read_text(path).lines[: context.shown_lines(path)]
    found = [(at, match) for at, line in enumerate(lines, 1) if (match := setting.match(line))]
    scopes = scopes_around(context.repository.files[path], [at for at, _ in found])
    parts: list[Phrase] = []
    for (at, match), scope in zip(found, scopes, strict=True):
        place = page_links.to_line(context, path, at, text=f"{path}:{at}")
        around = heads(context, scope, at)
        when: Phrase = (", inside ", *around) if around else ()
        parts.append((Code(match["number"]), " (", place, *when, ")"))
    shown = parts[: operation_caps.EXIT_LINES]
    if not shown:
        return ()
    listed = capped(shown, len(parts) - len(shown), last=" and ")
    return ("; variables of this name are set to ", *listed)
