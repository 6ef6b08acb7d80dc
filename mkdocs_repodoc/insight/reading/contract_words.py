"""Sentences of documentation, beyond the first one, on what a function gives when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.model.records import DocSection
from mkdocs_repodoc.text.english import one_line

_GIVES = re.compile(
    r"\b(?:return\w*|yields?|indicates?|means?|raise[sd]?|thrown?|throws|panics?|fails?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|when|unless|other\w+|whenever)\b|\bor nothing\b|\bindicates no\b",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])|\n\s*\n")
_NO_PROSE = re.compile(r"^\s*(?:[-*+>#|]|\d+\.)|```|[|{}]|=>|>>>|::$|:$")
_CAPITAL = re.compile(r"^(?!True\b|False\b|None\b)[A-Z][a-z]*(?= )")
_CLAUSE = re.compile(r"(?:If|When|Whether|Determines|Unless)\b")
_LENGTHS = range(20, 170)


def contract_words(documentation: Iterable[DocSection]) -> str:
    """Return the sentence on what a function gives under a condition; empty without one.

    Its first sentence, which is told anyway, is left out.

    Args:
        documentation: The sections of the function's documentation.
    """
    return next((each for each in _sentences(documentation) if _tells(each)), "")


def _sentences(documentation: Iterable[DocSection]) -> Iterator[str]:
    for section in documentation:
        if section.kind == "text":
            yield from map(one_line, _SENTENCE_START.split(section.text)[1:])
        elif section.kind == "returns" and section.fields:
            said = one_line(section.fields[0].description)
            is_whole = _GIVES.search(said) or _CLAUSE.match(said)
            yield said if is_whole else f"Returns {_CAPITAL.sub(_small, said, count=1)}"


def _small(match: re.Match[str]) -> str:
    return match[0].lower()


def _tells(sentence: str) -> bool:
    is_prose = len(sentence) in _LENGTHS and not _NO_PROSE.search(sentence)
    return bool(is_prose and _GIVES.search(sentence) and _CONDITION.search(sentence))
