"""Names in code that tell what makes a change of it delicate: threads, credentials, processes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_TOPICS = {
    "credentials and cookies": (
        "authentication authenticator authorization auth cookie cookies credential credentials "
        "password passwd secret secrets"
    ),
    "certificates and encryption": (
        "certificate certificates cipher ciphers decrypt encrypt hmac keystore ssl tls"
    ),
    "what is let through": (
        "allowlist csrf safelist sanitise sanitised sanitiser sanitize sanitized sanitizer xss "
        "whitelist"
    ),
    "threads and locks": (
        "atomic chan condvar interlocked lock locks mutex rwlock semaphore synchronized "
        "thread threading threads deadlock"
    ),
    "processes and signals": "fork kill popen sigint sigkill sigterm subprocess",
    "reflection": "reflect reflection",
    "unchecked memory": "malloc memcpy realloc transmute unsafe",
}
_PARTS = {part: topic for topic, parts in _TOPICS.items() for part in parts.split()}
"""Part of a name → what it speaks of."""
_WORDS_ALONE = frozenset({"unsafe"})
"""Parts that tell only as a whole word: what is called unsafe need not touch memory."""
_PAIRS = {
    ("child", "process"): "processes and signals",
    ("process", "builder"): "processes and signals",
    ("same", "origin"): "what is let through",
    ("cross", "origin"): "what is let through",
    ("async", "local"): "threads and locks",
    ("executor", "service"): "threads and locks",
    ("method", "info"): "reflection",
    ("property", "info"): "reflection",
}
"""Likewise of two that stand one behind the other."""
_LOCKS = frozenset({"lock", "locks"})
_PINNING_TOOLS = frozenset({"py", "package", "npm", "pnpm", "yarn", "cargo", "poetry", "uv", "gem"})
_PARTS_OF_PINS = frozenset(
    [
        "file",
        "files",
        "data",
        "json",
        "toml",
        "yaml",
        "version",
        "path",
        "entry",
        "entries",
        "package",
        "packages",
    ]
)
_PINS = frozenset({"lockfile", "lockfiles", *(f"{tool}lock" for tool in _PINNING_TOOLS)})
"""Words for the file that pins versions; two parts side by side tell of one as well."""
_OF_THREADS = frozenset(
    [
        "condvar",
        "interlocked",
        "mutex",
        "rwlock",
        "semaphore",
        "synchronized",
        "thread",
        "threading",
        "threads",
    ]
)
"""Parts of names beside which a lock is one of threads, whatever else the code has."""
_STREAM = re.compile(r"\bstd(?:in|out|err)(?:\(\))?\s*\.\s*lock\(")
"""A stream that is taken for a while, which no other part of the program waits for."""
_ERROR = re.compile(r"\w*(?:[Ee]rr(?:or)?|[Ee]xception|_e|[Ff]ailure)s?$")
"""Names of errors: those of a topic are not what it is about."""
_AUTHOR = re.compile(r"(?:\w*_)?authors?(?:_|$)", re.IGNORECASE)
"""Names of those who write; where they stand, `auth` may be one of them."""
_LEAST = 3
"""Lines that speak of a topic; one may be by the way."""


class Delicate(NamedTuple):
    """A delicate topic of some code."""

    topic: str
    lines: int
    """How many lines name it."""
    name: str
    """The name that most of them have."""
    line: int
    """The first line with that name."""


def delicate_topics(lines: Sequence[str]) -> list[Delicate]:
    """Return the delicate topics that names in code speak of, those in most lines first.

    Args:
        lines: The code; its comments and texts are passed over.
    """
    found: dict[str, dict[int, list[str]]] = {}
    code = [CodeLine(number, 0, _STREAM.sub("", line)) for number, line in enumerate(lines, 1)]
    tokens = [token for token in code_tokens(code) if token.is_word]
    ambiguous = set(_ambiguous(tokens))
    for token in tokens:
        if token.text not in ambiguous and not _ERROR.match(token.text):
            for topic in set(_topics(token.text)):
                found.setdefault(topic, {}).setdefault(token.line, []).append(token.text)
    told = [_delicate(topic, by_line) for topic, by_line in found.items() if len(by_line) >= _LEAST]
    return sorted(told, key=lambda each: (-each.lines, each.topic))


def _ambiguous(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the names that have another sense in this code: `auth` beside authors, lock files."""
    if any(_AUTHOR.match(token.text) for token in tokens):
        yield "auth"
    names = {token.text: _parts(token.text) for token in tokens}
    pinning = {name for name, parts in names.items() if _pins(parts)}
    yield from pinning
    if pinning and not any(_OF_THREADS.intersection(parts) for parts in names.values()):
        yield from (name for name, parts in names.items() if _LOCKS.intersection(parts))


def _pins(parts: Sequence[str]) -> bool:
    """Tell whether the parts of a name are those of a file that pins versions."""
    return not _PINS.isdisjoint(parts) or any(
        (first in _PINNING_TOOLS and second in _LOCKS)
        or (first in _LOCKS and second in _PARTS_OF_PINS)
        for first, second in pairwise(parts)
    )


def _topics(name: str) -> Iterator[str]:
    parts = _parts(name)
    for part in parts:
        if part in _PARTS and (part == name or part not in _WORDS_ALONE):
            yield _PARTS[part]
    for pair in pairwise(parts):
        if pair in _PAIRS:
            yield _PAIRS[pair]


def _parts(name: str) -> list[str]:
    return [part.lower() for part in _PART.findall(name)]


def _delicate(topic: str, by_line: dict[int, list[str]]) -> Delicate:
    counts = Counter(name for names in by_line.values() for name in set(names))
    name = max(counts, key=lambda each: (counts[each], each))
    line = min(number for number, names in by_line.items() if name in names)
    return Delicate(topic, len(by_line), name, line)
