"""Types of Rust's library that hold values of others: what their methods and operators give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

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


Given: TypeAlias = "Sequence[Type | None]"
"""The types of what a method is given; a closure's has what it returns."""
Gives: TypeAlias = Callable[[Type, Given], "Type | None"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_POINTERS = _words(
    """Box Rc Arc Cow Pin Ref RefMut MutexGuard RwLockReadGuard RwLockWriteGuard ManuallyDrop
    LazyLock LazyCell Lazy CachePadded"""
)
_SEQUENCES = _words(
    """[] Vec VecDeque HashSet BTreeSet IndexSet BinaryHeap LinkedList SmallVec ArrayVec"""
)
_MAPS = _words("HashMap BTreeMap IndexMap FxHashMap AHashMap")
_ITERATORS = _words("Iterator IntoIterator DoubleEndedIterator ExactSizeIterator IntoIter Iter")
WRAPPED = _words("Option Result Poll")
_CELLS = _words("RefCell Mutex RwLock Cell OnceCell OnceLock")
_COPIED = _words("to_owned clone borrow as_ref as_mut")
_WRAPPING = {"Some": "Option", "Ok": "Result", "Err": "Result", "once": "Iterator"}
_CONSTRUCTORS = _words("new default with_capacity from from_iter")
_BY_ELEMENT = _words(
    """map filter for_each any all find position filter_map flat_map inspect take_while skip_while
    max_by_key min_by_key partition find_map map_while retain retain_mut sort_by_key max_by min_by
    sort_by sort_unstable_by sort_unstable_by_key binary_search_by binary_search_by_key rposition
    dedup_by_key sort_by_cached_key is_sorted_by_key group_by chunk_by dedup_by try_for_each
    partition_point extract_if"""
)
_BY_VALUE = _words(
    "map and_then filter is_some_and is_ok_and map_or map_or_else inspect is_none_or"
)
_BY_ERROR = _words("map_err or_else unwrap_or_else is_err_and inspect_err")


def pointed_to(kind: Type) -> Type | None:
    """Return what a smart pointer points to; `None` for what is none."""
    return kind.arg(0) if kind.head in _POINTERS else None


def element_of(kind: Type) -> Type | None:
    """Return what a loop over a value of a type binds."""
    if kind.head in _MAPS:
        return Type("()", (kind.arg(0), kind.arg(1)))
    if kind.head in _SEQUENCES or kind.head in _ITERATORS or kind.head in WRAPPED:
        return kind.arg(0)
    for trait in kind.traits:
        if trait.head in _ITERATORS:
            return trait.arg(0)
    inner = pointed_to(kind)
    return element_of(inner) if inner is not None else None


def indexed(kind: Type) -> Type | None:
    """Return what an index takes from a value of a type."""
    if kind.head in _MAPS:
        return kind.arg(1)
    if kind.head in _SEQUENCES:
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
    if kind in _POINTERS or kind in _CELLS:
        return Type(kind, tuple(args) or (given,))
    if kind[:1].isupper():
        return Type(kind, tuple(args)) if function in _CONSTRUCTORS else None
    return given if kind == "mem" and function in ("take", "replace") else None


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
    one = next((trait for trait in kind.traits if trait.head in _ITERATORS), kind)
    if one.head in _ITERATORS and name == "collect":
        return _collected(stated, one.arg(0))
    if name in _COPIED and one.head not in _CELLS and one.head not in _ITERATORS:
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
    (_ITERATORS, _ITERATOR_METHODS),
    (_SEQUENCES, _SEQUENCE_METHODS),
    (_MAPS, _MAP_METHODS),
    (_words("Mutex RwLock"), _table(guarded="lock read write", result="into_inner get_mut")),
    (_words("RefCell"), _table(borrowed="borrow borrow_mut", first="into_inner get_mut take")),
    (_words("OnceCell OnceLock"), _table(option="get get_mut", first="get_or_init")),
    (_words("Cell"), _table(first="get take replace into_inner")),
    (
        _words("Entry"),
        _table(
            second="or_insert or_insert_with or_default or_insert_with_key", itself="and_modify"
        ),
    ),
    (_words("JoinHandle"), _table(result="join")),
)
"""Types, and for each of their methods what it gives."""


def _collected(stated: Type | None, element: Type | None) -> Type | None:
    if stated is None:
        return None
    if stated.head in _SEQUENCES and stated.arg(0) is None:
        return Type(stated.head, (element,))
    if stated.head in WRAPPED and element is not None:
        inner = stated.arg(0)
        if inner is not None and inner.head in _SEQUENCES and inner.arg(0) is None:
            return Type(stated.head, (Type(inner.head, (tried(element),)),))
    return stated


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
    if kind.head in _MAPS and name == "retain":
        return kind.arg(number)
    if kind.head == "Entry" and name == "and_modify":
        return kind.arg(1)
    element = element_of(kind)
    if name in ("fold", "try_fold", "scan"):
        return element if number == 1 else None
    return element if name in _BY_ELEMENT else None
