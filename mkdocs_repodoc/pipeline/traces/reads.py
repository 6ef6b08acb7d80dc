"""Reads: questions that composing asks of what pages are composed from, and later builds again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from operator import contains
from typing import Any, TypeAlias

import msgspec

from mkdocs_repodoc.model.linked_symbols import SymbolRef

Thing: TypeAlias = Any
"""What pages are composed from, and any part of it."""
Key = str | int | tuple[str | int, ...] | None

# Ways to ask a thing for a part of it: plain numbers, which cost a tenth of an enumeration. Those
# in the plural ask several questions at once: for attributes; for items whose keys are pairs that
# begin alike; with symbols of one file.
(
    ATTRIBUTE,
    ITEM,
    HOLDS,
    KEYS,
    LENGTH,
    CALL,
    ATTRIBUTES,
    ITEMS,
    ITEMS_OF_PAIRS,
    CALLS_WITH_SYMBOLS,
) = range(10)

PLAIN: frozenset[type] = frozenset({str, int, float, bool, bytes, type(None)})
"""Types of values that hold nothing else."""


class Read(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A question that was asked of a thing."""

    question: int
    key: Key
    reads: list[Read] | None = None
    """What was asked of the answer in turn; `None` if the answer was taken as a whole."""


pack = msgspec.msgpack.Encoder().encode
"""Writes down what was read."""
unpack = msgspec.msgpack.Decoder(list[Read]).decode
"""Reads what `pack` has written; raises a `MsgspecError` of anything else."""


def answer(thing: Thing, question: int, key: Thing) -> Thing:
    """Ask a thing.

    Raises:
        LookupError: It has nothing of this key.
    """
    return _WAYS[question](thing, key)


def _item(thing: Thing, key: Key) -> Thing:
    if key not in thing:  # a counter would make one up
        raise KeyError(key)
    return thing[key]


def _keys(thing: Thing, _key: Key) -> Thing:
    return sorted(thing) if isinstance(thing, AbstractSet) else list(thing)


def _call(thing: Thing, arguments: Thing) -> Thing:
    return all_of(thing(*arguments))


def all_of(found: Thing) -> Thing:
    """Return an answer, and all that it yields if it can be asked but once."""
    return tuple(found) if isinstance(found, Iterator) else found


def _attributes(thing: Thing, names: Thing) -> list[Thing]:
    return [getattr(thing, name) for name in names]


def _items(thing: Thing, keys: Thing) -> list[Thing]:
    return [thing[key] for key in keys]


def _items_of_pairs(thing: Thing, key: Thing) -> list[Thing]:
    first, *others = key
    pairs = ((first, other) for other in others)
    return [(with_type(thing[pair]),) if pair in thing else () for pair in pairs]


def _calls_with_symbols(thing: Thing, key: Thing) -> list[Thing]:
    path, *positions = key
    return [with_type(_call(thing, (SymbolRef(path, position),))) for position in positions]


def with_type(value: Thing) -> Thing:
    """Return a value that differs from those of other types that look alike when written down."""
    return value if type(value) in PLAIN else (type(value).__qualname__, value)


def _length(thing: Thing, _key: Key) -> int:
    return len(thing)


_WAYS: tuple[Callable[[Thing, Thing], Thing], ...] = (
    getattr,
    _item,
    contains,
    _keys,
    _length,
    _call,
    _attributes,
    _items,
    _items_of_pairs,
    _calls_with_symbols,
)
"""How each question is asked, by its number."""
