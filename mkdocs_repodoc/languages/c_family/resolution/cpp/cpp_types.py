"""Types of values in C++, and what the standard library's templates hold and give."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.model.linked_symbols import SymbolRef


class CppType(NamedTuple):
    """The type of a value, or of what it points to.

    Attributes:
        symbol: A class or enum of the repository; `None` for others.
        standard: Name of a template of the standard library; empty for others.
        arguments: The types that it is given.
        is_function: Whether it is a function.
        returned: What it returns then; `None` if that is not known.
        is_constant: Whether values of it do not change; `None` if that is not known.
        exact: Whether no other type may be meant.
    """

    symbol: SymbolRef | None = None
    standard: str = ""
    arguments: tuple[CppType | None, ...] = ()
    is_function: bool = False
    returned: CppType | None = None
    is_constant: bool | None = False
    exact: bool = True


_POINTERS = frozenset(("unique_ptr", "shared_ptr", "weak_ptr", "optional", "reference_wrapper"))
_ITERATOR = "iterator"
_ROWS = frozenset(
    """
    vector deque list array forward_list set unordered_set multiset unordered_multiset queue stack
    priority_queue span initializer_list valarray
    """.split()  # noqa: SIM905 - reads better
)
_MAPS = frozenset(("map", "unordered_map", "multimap", "unordered_multimap"))
_TO_ELEMENT = frozenset(("front", "back", "top", "at", "data", "value", "value_or", "get"))
_TO_ITERATOR = frozenset(
    """
    begin end cbegin cend rbegin rend crbegin crend find lower_bound upper_bound insert erase
    emplace
    """.split()  # noqa: SIM905 - reads better
)
_OPERATIONS = frozenset(("*", "[]", "for"))
_MAKERS = {
    "make_unique": "unique_ptr",
    "make_shared": "shared_ptr",
    "allocate_shared": "shared_ptr",
    "dynamic_pointer_cast": "shared_ptr",
    "static_pointer_cast": "shared_ptr",
    "make_optional": "optional",
}


def made(name: str, arguments: tuple[CppType | None, ...]) -> CppType:
    """Return the type of a name of the standard library: a template, or a function that makes one.

    Args:
        name: Its name, without `std::`.
        arguments: The types that it is given.
    """
    if name in _MAKERS:
        return CppType(
            is_function=True, returned=CppType(standard=_MAKERS[name], arguments=arguments)
        )
    return CppType(standard=name, arguments=arguments)


def pointed_to(kind: CppType) -> CppType | None:
    """Return what a pointer or iterator of the standard library leads to."""
    if kind.standard in _POINTERS or kind.standard == _ITERATOR:
        return kind.arguments[0] if kind.arguments else None
    return None


def member_of(kind: CppType, name: str) -> CppType | None:
    """Return the type of a member of a template of the standard library.

    Args:
        kind: The type with the template's arguments.
        name: The member, or what is done with the value: `*`, `[]`, `for`.
    """
    element = _element(kind)
    if kind.standard == "pair":
        index = {"first": 0, "second": 1}.get(name)
        is_there = index is not None and index < len(kind.arguments)
        return kind.arguments[index] if is_there and index is not None else None
    held = _mapped(kind) if kind.standard in _MAPS else element
    if name in _OPERATIONS:
        return {"*": pointed_to(kind), "[]": held, "for": element}[name]
    if name == "lock" and kind.standard == "weak_ptr":
        return _function(CppType(standard="shared_ptr", arguments=kind.arguments))
    if name in _TO_ELEMENT:
        return _function(held)
    if name in _TO_ITERATOR and kind.standard in _ROWS | _MAPS:
        return _function(CppType(standard=_ITERATOR, arguments=(element,)))
    return None


def _element(kind: CppType) -> CppType | None:
    if kind.standard in _MAPS:
        return CppType(standard="pair", arguments=kind.arguments)
    is_holder = kind.standard in _ROWS or kind.standard in _POINTERS or kind.standard == _ITERATOR
    return kind.arguments[0] if is_holder and kind.arguments else None


def _mapped(kind: CppType) -> CppType | None:
    return kind.arguments[1] if len(kind.arguments) > 1 else None


def _function(returned: CppType | None) -> CppType | None:
    return CppType(is_function=True, returned=returned) if returned is not None else None
