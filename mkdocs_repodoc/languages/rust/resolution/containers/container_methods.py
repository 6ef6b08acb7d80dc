"""Methods of the types of Rust's library that hold values of others: what each of them gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.rust.resolution.containers.container_types import (
    CELLS,
    ITERATORS,
    MAPS,
    SEQUENCES,
    WRAPPED,
    Type,
    element_of,
    tried,
)

Given: TypeAlias = "Sequence[Type | None]"
"""The types of what a method is given; a closure's has what it returns."""
Gives: TypeAlias = Callable[[Type, Given], "Type | None"]
_COPIED = words("to_owned clone borrow as_ref as_mut")


def method_result(
    kind: Type, name: str, stated: Type | None, given: Sequence[Type | None]
) -> Type | None:
    """Return what a method of a type of the library gives.

    Args:
        kind: The type.
        name: Of the method.
        stated: The first type argument of the call.
        given: The types of what it is given; a closure's has what it returns.
    """
    one = next((trait for trait in kind.traits if trait.head in ITERATORS), kind)
    if one.head in ITERATORS and name == "collect":
        return _collected(stated, one.arg(0))
    if name in _COPIED and one.head not in CELLS and one.head not in ITERATORS:
        return one
    for heads, methods in _METHODS:
        if one.head in heads:
            gives = methods.get(name)
            return gives(one, given) if gives is not None else None
    return None


def _itself(kind: Type, _given: Given) -> Type | None:
    return kind


def _first(kind: Type, _given: Given) -> Type | None:
    return kind.arg(0)


def _second(kind: Type, _given: Given) -> Type | None:
    return kind.arg(1)


def _as(head: str) -> Gives:
    """Return what makes a type that holds the same as the one before it."""
    return lambda kind, _given: Type(head, kind.args)


def _holding(head: str, inner: Gives) -> Gives:
    """Return what makes a type that holds what `inner` gives."""
    return lambda kind, given: Type(head, (inner(kind, given),))


def _returned(_kind: Type, given: Given) -> Type | None:
    """Return what the first closure among what is given returns."""
    closure = next((one for one in given if one is not None and one.head == "fn"), None)
    return closure.arg(0) if closure is not None else None


def _mapped(kind: Type, given: Given) -> Type | None:
    return Type(kind.head, (_returned(kind, given), *kind.args[1:]))


def _mapped_error(kind: Type, given: Given) -> Type | None:
    return Type("Result", (kind.arg(0), _returned(kind, given)))


def _mapped_or(kind: Type, given: Given) -> Type | None:
    return _returned(kind, given) or (given[0] if given else None)


def _flattened(kind: Type, given: Given) -> Type | None:
    """Return an iterator over what each of some values, or what a closure makes of it, holds."""
    each = _returned(kind, given) if given else kind.arg(0)
    return Type("Iterator", (element_of(each) if each is not None else None,))


def _transposed(kind: Type, _given: Given) -> Type | None:
    inner = kind.arg(0)
    if inner is None:
        return None
    return Type(inner.head, (Type(kind.head, (inner.arg(0),)),))


def _numbered(kind: Type, _given: Given) -> Type | None:
    return Type("Iterator", (Type("()", (None, kind.arg(0))),))


def _paired(kind: Type, given: Given) -> Type | None:
    other = given[0] if given else None
    paired = element_of(other) if other is not None else None
    return Type("Iterator", (Type("()", (kind.arg(0), paired)),))


def _split(kind: Type, _given: Given) -> Type | None:
    return Type("Option", (Type("()", (kind.arg(0), kind)),))


def _halves(kind: Type, _given: Given) -> Type | None:
    return Type("()", (kind, kind))


def _given_first(_kind: Type, given: Given) -> Type | None:
    return given[0] if given else None


def _table(*rows: tuple[str, Gives]) -> Mapping[str, Gives]:
    """Return method → what it gives, from rows of the names of methods that give the same."""
    return {name: gives for names, gives in rows for name in names.split()}


_WRAPPED_METHODS = _table(
    (
        """unwrap expect unwrap_or unwrap_or_else unwrap_or_default unwrap_unchecked insert
        get_or_insert get_or_insert_with flatten""",
        _first,
    ),
    (
        "as_deref as_deref_mut cloned copied or or_else take replace inspect filter xor",
        _itself,
    ),
    ("ok", _holding("Option", _first)),
    ("err", _holding("Option", _second)),
    ("ok_or ok_or_else context with_context", _holding("Result", _first)),
    ("unwrap_err expect_err", _second),
    ("map", _mapped),
    ("map_err", _mapped_error),
    ("and_then map_or_else", _returned),
    ("map_or", _mapped_or),
    ("iter iter_mut into_iter", _holding("Iterator", _first)),
    ("transpose", _transposed),
)
_SEQUENCE_METHODS = _table(
    ("to_vec as_slice as_mut_slice into_boxed_slice into_vec", _itself),
    ("iter iter_mut into_iter drain par_iter into_par_iter", _holding("Iterator", _first)),
    (
        """first last get get_mut pop pop_front pop_back front back first_mut last_mut peek
        front_mut back_mut peek_mut pop_first pop_last""",
        _holding("Option", _first),
    ),
    ("remove swap_remove", _first),
    ("windows chunks chunks_exact chunks_mut split", _holding("Iterator", _as("[]"))),
    ("split_first split_last", _split),
    ("split_at split_at_mut", _halves),
)
_MAP_METHODS = _table(
    ("get get_mut remove insert", _holding("Option", _second)),
    ("values values_mut into_values", _holding("Iterator", _second)),
    ("keys into_keys", _holding("Iterator", _first)),
    ("entry", _as("Entry")),
    (
        "get_key_value first_key_value last_key_value pop_first pop_last",
        _holding("Option", _as("()")),
    ),
    ("iter iter_mut into_iter drain range", _holding("Iterator", _as("()"))),
)
_ITERATOR_METHODS = _table(
    (
        """next next_back last nth find max min max_by max_by_key min_by min_by_key reduce peek
        rfind peek_mut next_if""",
        _holding("Option", _first),
    ),
    (
        """filter skip take rev chain skip_while take_while inspect fuse step_by cycle peekable
        by_ref cloned copied into_iter iter clone sorted sorted_by sorted_by_key dedup unique""",
        _itself,
    ),
    ("map", _mapped),
    ("find_map", _returned),
    ("flat_map flatten filter_map map_while", _flattened),
    ("enumerate", _numbered),
    ("zip", _paired),
    ("fold", _given_first),
)
_METHODS: Sequence[tuple[frozenset[str], Mapping[str, Gives]]] = (
    (WRAPPED, _WRAPPED_METHODS),
    (ITERATORS, _ITERATOR_METHODS),
    (SEQUENCES, _SEQUENCE_METHODS),
    (MAPS, _MAP_METHODS),
    (
        words("Mutex RwLock"),
        _table(
            ("lock read write", _holding("Result", _as("MutexGuard"))),
            ("into_inner get_mut", _holding("Result", _first)),
        ),
    ),
    (
        words("RefCell"),
        _table(("borrow borrow_mut", _as("Ref")), ("into_inner get_mut take", _first)),
    ),
    (
        words("OnceCell OnceLock"),
        _table(("get get_mut", _holding("Option", _first)), ("get_or_init", _first)),
    ),
    (words("Cell"), _table(("get take replace into_inner", _first))),
    (
        words("Entry"),
        _table(
            ("or_insert or_insert_with or_default or_insert_with_key", _second),
            ("and_modify", _itself),
        ),
    ),
    (words("JoinHandle"), _table(("join", _holding("Result", _first)))),
)
"""Types, and for each of their methods what it gives."""


def _collected(stated: Type | None, element: Type | None) -> Type | None:
    if stated is None:
        return None
    if stated.head in SEQUENCES and stated.arg(0) is None:
        return Type(stated.head, (element,))
    if stated.head in WRAPPED and element is not None:
        inner = stated.arg(0)
        if inner is not None and inner.head in SEQUENCES and inner.arg(0) is None:
            return Type(stated.head, (Type(inner.head, (tried(element),)),))
    return stated
