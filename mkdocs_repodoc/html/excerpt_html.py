"""Excerpts of files as HTML: lines around a call, lines of a definition with their links."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_repodoc.html.code.code_fences import numbered_code
from mkdocs_repodoc.html.code.code_lines import GT, LT, mark, to_html
from mkdocs_repodoc.html.code.highlight import colours
from mkdocs_repodoc.html.code.listing import COLOUR_LINE_LENGTH, code_links, show_direction
from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.model.blocks import Call, Excerpt
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.queries import RepositoryQueries

_WINDOW = 2
"""Lines shown before and after a call."""
_LONGEST_CALL = 12
_NUMBER = b"%si%s%s/i%s" % (LT, GT, LT, GT)
_OPEN_MARKED = b"%sspan class=hll%s" % (LT, GT)
_CLOSE_MARKED = b"%s/span%s" % (LT, GT)


def call_values(
    block: Call, queries: RepositoryQueries, phrases: PhraseRenderer
) -> dict[str, object]:
    """Return what the template of a call is given.

    Args:
        block: The call.
        queries: Answers about the file that makes it.
        phrases: Renders its title.
    """
    first = max(block.line - _WINDOW, 1)
    lines = queries.lines(block.path)
    while first < block.line <= len(lines) and not lines[first - 1].strip():
        first += 1
    return {
        "title": phrases.render(block.title),
        "first": first,
        "code": _window(block, first, lines, queries.language(block.path)),
    }


def _window(call: Call, first: int, lines: Sequence[str], language: str) -> Markup:
    """Cut the lines around a call out of its file and move them to the left."""
    end = min(call.end_line, call.line + _LONGEST_CALL - 1)
    shown = lines[first - 1 : end + _WINDOW]
    if not any(shown):
        return Markup()
    margin = min((len(s) - len(s.lstrip()) for s in shown if s.strip()), default=0)
    return numbered_code(
        "\n".join(line[margin:] for line in shown),
        language,
        first,
        frozenset(range(call.line, end + 1)),
    )


def excerpt_values(
    block: Excerpt, queries: RepositoryQueries, addresses: Addresses, phrases: PhraseRenderer
) -> dict[str, object]:
    """Return what the template of an excerpt is given.

    Args:
        block: The excerpt.
        queries: Answers about its file.
        addresses: Makes links for the page that it stands on.
        phrases: Renders its title.
    """
    first, last = block.ranges[0][0], block.ranges[-1][1]
    lines = _linked_lines(block.path, first, last, queries, addresses)
    marked = frozenset(block.marked)
    return {
        "title": phrases.render(block.title),
        "gaps": block.has_gaps,
        "stretches": [
            {
                "first": start,
                "code": Markup(
                    show_direction(
                        to_html(_numbered(lines[start - first : end + 1 - first], start, marked))
                    )
                ),
            }
            for start, end in block.ranges
        ],
    }


def _numbered(lines: Sequence[bytes], first: int, marked: frozenset[int]) -> bytes:
    return b"".join(
        b"%s%s%s\n%s" % (_OPEN_MARKED, _NUMBER, line, _CLOSE_MARKED)
        if number in marked
        else b"%s%s\n" % (_NUMBER, line)
        for number, line in enumerate(lines, start=first)
    )


def _linked_lines(
    path: str, first: int, last: int, queries: RepositoryQueries, addresses: Addresses
) -> list[bytes]:
    """Return the lines of one stretch, marked up, without the margin that all have in common.

    It is coloured by itself, for a definition can be read without what stands before it.
    """
    text = [line.encode("utf-8", "replace") for line in queries.lines(path)[first - 1 : last]]
    margin = min((len(line) - len(line.lstrip(b" \t")) for line in text if line.strip()), default=0)
    text = [line[margin:] for line in text]
    lengths = [len(line) for line in text]
    source = b"\n".join(text)
    coloured = max(lengths, default=0) <= COLOUR_LINE_LENGTH
    references = [
        each._replace(
            line=each.line - first + 1,
            column=each.column - margin,
            end_column=each.end_column - margin,
        )
        for each in queries.references(path)
        if first <= each.line <= last
    ]
    found = colours(source, queries.language(path)) if coloured else []
    return mark(source, found, code_links(references, lengths, addresses)).split(b"\n")
