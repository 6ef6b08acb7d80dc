"""Stretches of code that are no listing: fences, samples, excerpts, lines of a docstring."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from mkdocs_repodoc.html.code.code_lines import GT, LT, mark, to_html
from mkdocs_repodoc.html.code.highlight import colours
from mkdocs_repodoc.html.code.listing import show_direction
from mkdocs_repodoc.languages.registry import session_of

_COLOUR_BYTES = 200_000


@lru_cache(maxsize=2048)
def code_html(text: str, language: str) -> Markup:
    """Return code with spans for its colours, without any element around it."""
    source = text.encode("utf-8", "replace")
    found = colours(source, language) if len(source) <= _COLOUR_BYTES else []
    return Markup(show_direction(to_html(mark(source, found))))


def code_block(text: str, language: str) -> str:
    """Return the HTML of a block of code as every theme shows it.

    It is a `str` and no `Markup`: parsers of prose add it to the HTML that they have so far, and a
    `Markup` escapes what it is added to.
    """
    html = code_html(text.rstrip("\n"), session_of(text, language) or language)
    # tabindex: a block that scrolls must be reachable without a mouse.
    return f'<div class="highlight rd-code"><pre tabindex="0"><code>{html}\n</code></pre></div>\n'


def numbered_code(
    text: str, language: str, first_line: int, marked: frozenset[int] = frozenset()
) -> Markup:
    """Return code line by line, numbered from `first_line` (0: no numbers), some lines marked."""
    source = text.rstrip("\n").encode("utf-8", "replace")
    found = colours(source, language) if len(source) <= _COLOUR_BYTES else []
    number = b"%si%s%s/i%s" % (LT, GT, LT, GT) if first_line else b""
    lines = []
    for line_number, line in enumerate(mark(source, found).split(b"\n"), start=first_line):
        if line_number in marked:
            lines.append(b"%sspan class=hll%s%s%s\n%s/span%s" % (LT, GT, number, line, LT, GT))
        else:
            lines.append(b"%s%s\n" % (number, line))
    return Markup(show_direction(to_html(b"".join(lines))))


def plain_text(text: str) -> Markup:
    """Return text as paragraphs that keep their line breaks and indentation."""
    paragraphs = [part.strip("\n") for part in text.strip().split("\n\n")]
    return Markup("").join(
        Markup('<p class="rd-plain">{}</p>\n').format(escape(part)) for part in paragraphs if part
    )
