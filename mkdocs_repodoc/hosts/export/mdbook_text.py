"""Keeps mdBook from finding instructions in what a repository says."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENING = re.compile(r"\{\{(?=\s*#)")
"""What an instruction begins with, such as `{{#include path}}`."""
_JOINER = "\N{WORD JOINER}"


def without_instructions(text: str) -> str:
    """Return a page in which mdBook finds no instructions, and shows what looks like them.

    It carries them out wherever they stand, in code too, and one may include any file of the
    machine. A backslash before one has it shown as it is, and all others up to the last end on its
    line; one that doesn't end there gets a character between its braces that nobody sees.

    Args:
        text: Markdown; only its code has braces that are not escaped.
    """
    return "".join(_parts(text)) if "{{" in text else text


def _parts(text: str) -> Iterator[str]:
    done = line_end = last = 0
    is_shown = False
    for opening in _OPENING.finditer(text):
        start, end = opening.span()
        if start >= line_end:
            line_end = text.find("\n", start) + 1 or len(text)
            last = text.rfind("}}", start, line_end)
            is_shown = False
        yield text[done:start]
        done = end
        if text[end] != "#" or end > last:
            yield f"{{{_JOINER}{{"
        else:
            yield "{{" if is_shown else "\\{{"
            is_shown = True
    yield text[done:]
