"""Types of Rust's library that hold values of others: what operators take, closures are passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class Type(NamedTuple):
    """The type of a value.

    Attributes:
        head: What declares it; the simple name of one of others, `()` for tuples, `[]` for
            sequences, `fn` for functions, `?` for one of which only traits are known.
        args: Its arguments; the parts of a tuple, what a function returns.
        traits: What a type parameter is bound by.
    """

    head: SymbolRef | str
    args: tuple[Type | None, ...] = ()
    traits: tuple[Type, ...] = ()

    def arg(self, number: int) -> Type | None:
        """Return an argument; `None` if it is not known."""
        return self.args[number] if number < len(self.args) else None


_POINTERS = words(
    """Box Rc Arc Cow Pin Ref RefMut MutexGuard RwLockReadGuard RwLockWriteGuard ManuallyDrop
    LazyLock LazyCell Lazy CachePadded"""
)
SEQUENCES = words(
    """[] Vec VecDeque HashSet BTreeSet IndexSet BinaryHeap LinkedList SmallVec ArrayVec"""
)
MAPS = words("HashMap BTreeMap IndexMap FxHashMap AHashMap")
ITERATORS = words("Iterator IntoIterator DoubleEndedIterator ExactSizeIterator IntoIter Iter")
WRAPPED = words("Option Result Poll")
CELLS = words("RefCell Mutex RwLock Cell OnceCell OnceLock")
_WRAPPING = {"Some": "Option", "Ok": "Result", "Err": "Result", "once": "Iterator"}
_CONSTRUCTORS = words("new default with_capacity from from_iter")
_BY_ELEMENT = words(
    """map filter for_each any all find position filter_map flat_map inspect take_while skip_while
    max_by_key min_by_key partition find_map map_while retain retain_mut sort_by_key max_by min_by
    sort_by sort_unstable_by sort_unstable_by_key binary_search_by binary_search_by_key rposition
    dedup_by_key sort_by_cached_key is_sorted_by_key group_by chunk_by dedup_by try_for_each
    partition_point extract_if"""
)
_BY_VALUE = words("map and_then filter is_some_and is_ok_and map_or map_or_else inspect is_none_or")
_BY_ERROR = words("map_err or_else unwrap_or_else is_err_and inspect_err")


def pointed_to(kind: Type) -> Type | None:
    """Return what a smart pointer points to; `None` for what is none."""
    return kind.arg(0) if kind.head in _POINTERS else None


def element_of(kind: Type) -> Type | None:
    """Return what a loop over a value of a type binds."""
    if kind.head in MAPS:
        return Type("()", (kind.arg(0), kind.arg(1)))
    if kind.head in SEQUENCES or kind.head in ITERATORS or kind.head in WRAPPED:
        return kind.arg(0)
    for trait in kind.traits:
        if trait.head in ITERATORS:
            return trait.arg(0)
    inner = pointed_to(kind)
    return element_of(inner) if inner is not None else None


def indexed(kind: Type) -> Type | None:
    """Return what an index takes from a value of a type."""
    if kind.head in MAPS:
        return kind.arg(1)
    if kind.head in SEQUENCES:
        return kind.arg(0)
    inner = pointed_to(kind)
    return indexed(inner) if inner is not None else None


def tried(kind: Type) -> Type | None:
    """Return what `?` leaves of a value of a type."""
    return kind.arg(0) if kind.head in WRAPPED else None


def made(kind: str, function: str, args: Sequence[Type | None], given: Type | None) -> Type | None:
    """Return what a function of the library gives.

    Args:
        kind: Simple name of the type or module that it is in; empty if it is in none.
        function: Its name.
        args: Arguments of the type.
        given: The type of what it is given first.
    """
    if function in _WRAPPING and not kind:
        return Type(_WRAPPING[function], (None, given) if function == "Err" else (given,))
    if kind in _POINTERS or kind in CELLS:
        return Type(kind, tuple(args) or (given,))
    if kind[:1].isupper():
        return Type(kind, tuple(args)) if function in _CONSTRUCTORS else None
    return given if kind == "mem" and function in ("take", "replace") else None


def passed(kind: Type, name: str, number: int) -> Type | None:
    """Return the type of what a method passes to the closure that it is given.

    Args:
        kind: The type that the method is of.
        name: The method.
        number: Which of the closure's parameters it is.
    """
    if kind.head in WRAPPED:
        if name in _BY_VALUE or (name == "unwrap_or_else" and kind.head == "Option"):
            return kind.arg(0) if number == 0 else None
        return kind.arg(1) if name in _BY_ERROR and number == 0 else None
    if kind.head in MAPS and name == "retain":
        return kind.arg(number)
    if kind.head == "Entry" and name == "and_modify":
        return kind.arg(1)
    element = element_of(kind)
    if name in ("fold", "try_fold", "scan"):
        return element if number == 1 else None
    return element if name in _BY_ELEMENT else None
