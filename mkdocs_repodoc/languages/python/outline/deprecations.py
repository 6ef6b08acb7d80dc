"""Docstrings that call what they document deprecated."""

from __future__ import annotations

import inspect
import re

_DEPRECATION = re.compile(
    r"^\.\. deprecated::[ \t]*[\d.]*(?P<what>.*(?:\n[ \t]+\S.*)*)"
    r"|(?:\A|\n\n)[\[(*_]*(?:Deprecated|DEPRECATED)\b(?!\s+(?:param|arg|option|alias|key|name))",
    re.MULTILINE,
)
_OF_A_PART = re.compile(
    r"\s*(?:the|it is (?:now )?deprecated to|passing|support|using|use of|providing|setting)\b"
    r"|\s*[*`]"
    r"|\s*\S+\s+(?:parameter|argument|keyword|option|attribute)\b",
    re.IGNORECASE,
)
"""How a note on a deprecated parameter begins; one on the whole names no part of it."""


def says_deprecated(docstring: str) -> bool:
    """Whether a docstring calls what it documents deprecated, not just one of its parameters."""
    if "eprecated" not in docstring and "DEPRECATED" not in docstring:
        return False
    return any(
        not _OF_A_PART.match(match["what"] or "")
        for match in _DEPRECATION.finditer(inspect.cleandoc(docstring))
    )
