"""Sentences that only say a name again, such as “BufferPool represents a pool of buffers”."""

from __future__ import annotations

import re

_EMPTY = re.compile(
    r"(?:a|all|an|and|any|are|as|be|by|class|for|from|function|in|instance|interface|into|is|it|its|"
    r"method|object|of|on|one|or|represent|represented|representing|represents|struct|structure|that|"
    r"the|this|to|type|values?|which|with)$"
)
"""Words that tell nothing of what is named."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_LEAST_STEM = 4
"""Letters by which words have to agree: `pools` says no more than `pool`."""


def repeats_name(name: str, sentence: str) -> bool:
    """Return whether a sentence has no word that its subject's name does not have.

    Args:
        name: Of what is described, in whatever case.
        sentence: What is said of it.
    """
    known = {_stem(word) for word in _words(name)}
    said = [word for word in _words(sentence) if not _EMPTY.match(word)]
    return bool(said) and all(_stem(word) in known for word in said)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > _LEAST_STEM else word
