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


def _option(kind: Type, _given: Given) -> Type | None:
    return Type("Option", (kind.arg(0),))


def _option_of_second(kind: Type, _given: Given) -> Type | None:
    return Type("Option", (kind.arg(1),))


def _option_of_both(kind: Type, _given: Given) -> Type | None:
    return Type("Option", (Type("()", kind.args),))


def _result(kind: Type, _given: Given) -> Type | None:
    return Type("Result", (kind.arg(0),))


def _iterator(kind: Type, _given: Given) -> Type | None:
    return Type("Iterator", (kind.arg(0),))


def _iterator_of_second(kind: Type, _given: Given) -> Type | None:
    return Type("Iterator", (kind.arg(1),))


def _iterator_of_both(kind: Type, _given: Given) -> Type | None:
    return Type("Iterator", (Type("()", kind.args),))


def _iterator_of_parts(kind: Type, _given: Given) -> Type | None:
    return Type("Iterator", (Type("[]", kind.args),))


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


def _guarded(kind: Type, _given: Given) -> Type | None:
    return Type("Result", (Type("MutexGuard", kind.args),))


def _borrowed(kind: Type, _given: Given) -> Type | None:
    return Type("Ref", kind.args)


def _entry(kind: Type, _given: Given) -> Type | None:
    return Type("Entry", kind.args)


def _given_first(_kind: Type, given: Given) -> Type | None:
    return given[0] if given else None


def _table(**names: str) -> Mapping[str, Gives]:
    """Return method → what it gives, from functions of this module with the names of methods."""
    return {name: globals()[f"_{gives}"] for gives, text in names.items() for name in text.split()}


_WRAPPED_METHODS = _table(
    first="""unwrap expect unwrap_or unwrap_or_else unwrap_or_default unwrap_unchecked insert
        get_or_insert get_or_insert_with flatten""",
    itself="as_deref as_deref_mut cloned copied or or_else take replace inspect filter xor",
    option="ok",
    option_of_second="err",
    result="ok_or ok_or_else context with_context",
    second="unwrap_err expect_err",
    mapped="map",
    mapped_error="map_err",
    returned="and_then map_or_else",
    mapped_or="map_or",
    iterator="iter iter_mut into_iter",
    transposed="transpose",
)
_SEQUENCE_METHODS = _table(
    itself="to_vec as_slice as_mut_slice into_boxed_slice into_vec",
    iterator="iter iter_mut into_iter drain par_iter into_par_iter",
    option="""first last get get_mut pop pop_front pop_back front back first_mut last_mut peek
        front_mut back_mut peek_mut pop_first pop_last""",
    first="remove swap_remove",
    iterator_of_parts="windows chunks chunks_exact chunks_mut split",
    split="split_first split_last",
    halves="split_at split_at_mut",
)
_MAP_METHODS = _table(
    option_of_second="get get_mut remove insert",
    iterator_of_second="values values_mut into_values",
    iterator="keys into_keys",
    entry="entry",
    option_of_both="get_key_value first_key_value last_key_value pop_first pop_last",
    iterator_of_both="iter iter_mut into_iter drain range",
)
_ITERATOR_METHODS = _table(
    option="""next next_back last nth find max min max_by max_by_key min_by min_by_key reduce peek
        rfind peek_mut next_if""",
    itself="""filter skip take rev chain skip_while take_while inspect fuse step_by cycle peekable
        by_ref cloned copied into_iter iter clone sorted sorted_by sorted_by_key dedup unique""",
    mapped="map",
    returned="find_map",
    flattened="flat_map flatten filter_map map_while",
    numbered="enumerate",
    paired="zip",
    given_first="fold",
)
_METHODS: Sequence[tuple[frozenset[str], Mapping[str, Gives]]] = (
    (WRAPPED, _WRAPPED_METHODS),
    (ITERATORS, _ITERATOR_METHODS),
    (SEQUENCES, _SEQUENCE_METHODS),
    (MAPS, _MAP_METHODS),
    (words("Mutex RwLock"), _table(guarded="lock read write", result="into_inner get_mut")),
    (words("RefCell"), _table(borrowed="borrow borrow_mut", first="into_inner get_mut take")),
    (words("OnceCell OnceLock"), _table(option="get get_mut", first="get_or_init")),
    (words("Cell"), _table(first="get take replace into_inner")),
    (
        words("Entry"),
        _table(
            second="or_insert or_insert_with or_default or_insert_with_key", itself="and_modify"
        ),
    ),
    (words("JoinHandle"), _table(result="join")),
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
