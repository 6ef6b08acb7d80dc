"""Epytext, Epydoc's markup of docstrings, as the reStructuredText that means the same."""

from __future__ import annotations

import re

_INLINE = re.compile(r"\b([LCIBMU])\{([^{}]*)\}")
_TARGET = re.compile(r"(.*\S)\s*<([^<>]+)>$", re.DOTALL)
_FIELD = re.compile(
    r"^([ \t]*)@(param|type|return|returns|rtype|raise|raises|ivar|cvar|var|keyword)"
    r"((?:[ \t]+[\w.*]+)?:)",
    re.MULTILINE,
)
_LINKS = frozenset("LU")
_FORMS = {"C": "``{}``", "M": "``{}``", "I": "*{}*", "B": "**{}**"}


def from_epytext(text: str) -> str:
    """Return a docstring with what is written in Epytext put into reStructuredText.

    Args:
        text: Any docstring; one in another markup comes back as it is.
    """
    if "{" not in text and "@" not in text:
        return text
    return _FIELD.sub(r"\1:\2\3", _INLINE.sub(_inline, text))


def _inline(match: re.Match[str]) -> str:
    kind, inner = match[1], match[2].strip()
    if kind not in _LINKS:
        return _FORMS[kind].format(inner) if inner else match[0]
    target = _TARGET.match(inner)
    words, address = (target[1], target[2]) if target else (inner, inner)
    if "://" in address:
        return f"`{words} <{address}>`_"
    return f":obj:`{words} <{address}>`" if target else f":obj:`{words}`"
