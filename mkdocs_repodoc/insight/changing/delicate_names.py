"""Names in code that tell what makes a change of it delicate: threads, credentials, processes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.tools.known_tools import package_tools
from mkdocs_repodoc.model.name_parts import PART
from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens

_THREADS = "threads and locks"
_PROCESSES = "processes and signals"
_REFLECTION = "reflection"
_MEMORY = "unchecked memory"
_TOPICS = {
    "credentials and cookies": (
        "authentication authenticator authorization auth cookie cookies credential credentials "
        "password passwd secret secrets"
    ),
    "certificates and encryption": (
        "certificate certificates cipher ciphers decrypt encrypt hmac keystore ssl tls"
    ),
    "what is trusted or refused": (
        "allowlist csrf safelist sanitise sanitised sanitiser sanitize sanitized sanitizer xss "
        "whitelist same-origin cross-origin"
    ),
    _THREADS: "atomic lock locks mutex semaphore thread threading threads deadlock",
    _PROCESSES: "fork kill sigint sigkill sigterm subprocess",
    _REFLECTION: "reflection",
}
"""What parts of names speak of in all languages; two that stand side by side have a hyphen."""
_IN_ALL = {
    part.replace("-", " "): topic for topic, parts in _TOPICS.items() for part in parts.split()
}
_LOCKS = frozenset({"lock", "locks"})
_PACKAGE = frozenset({"package"})
_PARTS_OF_PINS = frozenset(
    (
        *("file", "files", "path", "data", "json", "toml", "yaml", "version"),
        *("entry", "entries", "package", "packages"),
    )
)
_PINS = frozenset({"lockfile", "lockfiles", "pylock"})
"""Words for the file that pins versions; two parts side by side tell of one as well."""
_EXCLUSIVE = frozenset({"mutually", "exclusive"})
"""Parts of the names beside which `mutex` is short for something else."""
_OF_THREADS = frozenset({"mutex", "semaphore", "thread", "threading", "threads"})
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


class _Words(NamedTuple):
    """What parts of names speak of in code of one language."""

    topics: Mapping[str, str]
    """Part, or two with a blank between them, → topic."""
    whole: frozenset[str]
    threads: frozenset[str]
    atomics: re.Pattern[str]
    """Names of values that threads share; what else is atomic may be a transaction or a file."""


@derived
def _words_of(language: str) -> _Words:
    known = language_named(language).delicate
    if isinstance(known, Absent):
        return _Words(_IN_ALL, frozenset(), _OF_THREADS, DelicateCode().atomics)
    own = {
        **dict.fromkeys(known.threads, _THREADS),
        **dict.fromkeys(known.processes, _PROCESSES),
        **dict.fromkeys(known.reflection, _REFLECTION),
        **dict.fromkeys(known.memory, _MEMORY),
    }
    return _Words(_IN_ALL | own, known.whole, _OF_THREADS | known.threads, known.atomics)


def delicate_topics(lines: Sequence[str], language: str) -> list[Delicate]:
    """Return the delicate topics that names in code speak of, those in most lines first.

    Args:
        lines: The code; its comments and texts are passed over.
        language: Its language, which has words of its own for them.
    """
    words = _words_of(language)
    found: dict[str, dict[int, list[str]]] = {}
    code = [CodeLine(number, 0, _STREAM.sub("", line)) for number, line in enumerate(lines, 1)]
    tokens = [token for token in code_tokens(code) if token.is_word]
    ambiguous = set(_ambiguous(tokens, words))
    for token in tokens:
        if token.text not in ambiguous and not _ERROR.match(token.text):
            for topic in set(_topics(token.text, words)):
                found.setdefault(topic, {}).setdefault(token.line, []).append(token.text)
    told = [
        delicate_of(topic, by_line) for topic, by_line in found.items() if len(by_line) >= _LEAST
    ]
    return sorted(told, key=lambda each: (-each.lines, each.topic))


def delicate_of(topic: str, by_line: Mapping[int, Sequence[str]]) -> Delicate:
    """Return what some code says of a topic.

    Args:
        topic: The topic.
        by_line: Line → the names in it that speak of the topic; one line at least.
    """
    counts = Counter(name for names in by_line.values() for name in set(names))
    name = max(counts, key=lambda each: (counts[each], each))
    line = min(number for number, names in by_line.items() if name in names)
    return Delicate(topic, len(by_line), name, line)


def _ambiguous(tokens: Sequence[Token], words: _Words) -> Iterator[str]:
    """Yield the names that have another sense in this code: `auth` beside authors, lock files."""
    if any(_AUTHOR.match(token.text) for token in tokens):
        yield "auth"
    names = {token.text: _parts(token.text) for token in tokens}
    if any(_EXCLUSIVE.issubset(parts) for parts in names.values()):  # options of a command line
        yield from (name for name, parts in names.items() if "mutex" in parts)
    if not any(words.atomics.match(f"{one.text} {other.text}") for one, other in pairwise(tokens)):
        yield from (
            name
            for name, parts in names.items()
            if "atomic" in parts and not words.atomics.match(name)
        )
    pinning = {name for name, parts in names.items() if _pins(parts)}
    yield from pinning
    if pinning and not any(words.threads.intersection(parts) for parts in names.values()):
        yield from (name for name, parts in names.items() if _LOCKS.intersection(parts))


def _pins(parts: Sequence[str]) -> bool:
    """Tell whether the parts of a name are those of a file that pins versions."""
    tools = package_tools() | _PACKAGE
    return any(
        part in _PINS or part.removesuffix("lock") in tools - {part} for part in parts
    ) or any(
        (first in tools and second in _LOCKS) or (first in _LOCKS and second in _PARTS_OF_PINS)
        for first, second in pairwise(parts)
    )


def _topics(name: str, words: _Words) -> Iterator[str]:
    parts = _parts(name)
    for part in parts:
        if part in words.topics and (part == name or part not in words.whole):
            yield words.topics[part]
    for pair in pairwise(parts):
        if (both := " ".join(pair)) in words.topics:
            yield words.topics[both]


def _parts(name: str) -> list[str]:
    return [part.lower() for part in PART.findall(name)]
