"""Texts that calls are given which report an error."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.held_texts import HeldTexts
from mkdocs_repodoc.languages.python.outline.spoken_texts import SpokenTexts
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.text.code_reading.drawn_texts import is_drawn
from mkdocs_repodoc.text.english import one_line, shortened

_HTTP_ERROR = range(400, 600)
_LONGEST_MESSAGE = 200

_Side = tuple[str, ast.expr | None, bool]
"""A text, the test of the conditional expression that chooses it, and whether that has to hold."""


def said_texts(call: ast.Call, source: SourceExcerpts, held: HeldTexts) -> Iterator[_Side]:
    """Yield the first text that a call is given, or the two that it is one of; empty without one.

    For HTTP, the status stands in front.

    Args:
        call: The call.
        source: The file.
        held: What names hold there.
    """
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    status = next(filter(None, map(_status, values)), "")
    texts = SpokenTexts(source, held)
    known = (_sides(value, texts, held) for value in values)
    sides = (each for each in known if any(text for text, _, _ in each))
    for text, test, holds in next(sides, [("", None, True)]):
        said = "" if is_drawn(text) else f"{status} {text}"
        yield shortened(one_line(said), _LONGEST_MESSAGE), test, holds


def _sides(value: ast.expr, texts: SpokenTexts, held: HeldTexts) -> list[_Side]:
    """Return what a value says, by the side that is chosen if it is a conditional expression."""
    chosen = held.get(value.id) if isinstance(value, ast.Name) else value
    if not isinstance(chosen, ast.IfExp):
        return [(texts.of(value), None, True)]
    sides = ((chosen.body, True), (chosen.orelse, False))
    return [(text, chosen.test, holds) for side, holds in sides if (text := texts.of(side))]


def _status(value: ast.expr) -> str:
    is_status = (
        isinstance(value, ast.Constant)
        and isinstance(value.value, int)
        and value.value in _HTTP_ERROR
    )
    return str(value.value) if isinstance(value, ast.Constant) and is_status else ""
