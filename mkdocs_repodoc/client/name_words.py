"""Names cut into the words that a reader may type, and signatures into their types.

The palette's script `name_words.js` cuts what is typed in the same way: what differs here and there
is never found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

KEY_LENGTH = 16
"""Characters of a key; what is typed beyond them is compared with the names themselves."""
_WORDS_OF_A_NAME = 6
_LEAST_INITIALS = 2

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\da-zA-Z_]+")
_FOLDED_AWAY = re.compile(r"[\W_]|[\U00010000-\U0010ffff]")
_NO_KEY = re.compile(r"[^ -\ufffd]")
_TYPE = re.compile(r"[^\W\d]\w*")
_ANNOTATED = re.compile(r"(?<!:):(?!:)")
_MARK = re.compile(r"->|[(\[{<>)\]},]")
_OPEN, _CLOSE = frozenset("([{<"), frozenset(")]}>")


@lru_cache(1 << 14)
def fold(text: str) -> str:
    """Return a text as it is compared: lower case, letters and digits alone."""
    return _FOLDED_AWAY.sub("", text.lower())


def unfolded(text: str) -> str:
    """Return the key of what has neither letters nor digits: an operator, or `?` for symbols.

    Characters that take two units of JavaScript's strings would stand elsewhere in its order, and
    keys are looked up between others.
    """
    return _NO_KEY.sub("", text.lower()).strip() or "?"


@lru_cache(1 << 14)
def keys_of(name: str) -> tuple[str, ...]:
    """Return the keys under which a name is found; the first is the name from its beginning.

    `loadStateDict` has `loadstatedict`, `statedict`, `dict`, and its initials `lsd`.
    """
    words = [fold(word) for word in _WORD.findall(name)[:_WORDS_OF_A_NAME]]
    words = [word for word in words if word]
    whole = (fold(name) or unfolded(name))[:KEY_LENGTH]
    keys = dict.fromkeys([whole])
    rest = fold(name)
    for word in words:
        begin = rest.find(word)
        rest = rest[begin:]
        keys[rest[:KEY_LENGTH]] = None
        rest = rest[len(word) :]
    if len(words) > _LEAST_INITIALS:
        keys["".join(word[0] for word in words)] = None
    return tuple(keys)


class Types(NamedTuple):
    """The words of a signature's types, lower case."""

    parameters: tuple[tuple[str, ...], ...]
    """For each parameter that has a type."""
    returned: tuple[str, ...]


@lru_cache(1 << 12)
def types_of(signature: str) -> Types:
    """Return the types in a signature such as `(path: str, *, deep: bool = False) -> Path`."""
    if not signature.startswith("("):
        return Types((), ())
    parts = list(_parts(signature))
    returned = signature[sum(map(len, parts)) + len(parts) + 1 :].strip()
    parameters = (_parameter(part) for part in parts)
    return Types(
        tuple(words for words in parameters if words),
        _type_words(returned.removeprefix("->")) if returned.startswith("->") else (),
    )


def _parts(signature: str) -> Iterator[str]:
    """Yield what stands between the commas of the first pair of parentheses."""
    depth, start = 0, 1
    for mark in _MARK.finditer(signature):
        character = mark[0]
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth -= 1
            if depth == 0:
                yield signature[start : mark.start()]
                return
        elif character == "," and depth == 1:
            yield signature[start : mark.start()]
            start = mark.end()
    yield signature[start:]


def _parameter(part: str) -> tuple[str, ...]:
    plain = part.partition("=")[0]
    if colon := _ANNOTATED.search(plain):
        return _type_words(plain[colon.end() :])
    words = _type_words(plain)
    return words if len(words) > 1 else ()


@lru_cache(1 << 14)
def _type_words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word) for word in _TYPE.findall(text) if fold(word)))
