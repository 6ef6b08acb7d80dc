"""Types of .NET's own library as far as names lead through them: collections, tasks, functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType

COLLECTIONS = frozenset(
    """
    ArraySegment BlockingCollection Collection ConcurrentBag ConcurrentQueue ConcurrentStack
    HashSet IAsyncEnumerable ICollection IEnumerable IEnumerator IGrouping IImmutableList
    IImmutableSet IList IOrderedEnumerable IOrderedQueryable IQueryable IReadOnlyCollection
    IReadOnlyList IReadOnlySet ISet ImmutableArray ImmutableHashSet ImmutableList LinkedList List
    Memory ObservableCollection Queue ReadOnlyCollection ReadOnlyMemory ReadOnlySpan SortedSet Span
    Stack
    """.split()  # noqa: SIM905 - reads better
)
"""Types whose last argument is the type of their elements."""
MAPPINGS = frozenset(
    """
    ConcurrentDictionary Dictionary IDictionary IImmutableDictionary IReadOnlyDictionary
    ImmutableDictionary ImmutableSortedDictionary SortedDictionary SortedList
    """.split()  # noqa: SIM905 - reads better
)
_PAIR = "KeyValuePair"
_TASKS = frozenset(("Task", "ValueTask", "ConfiguredTaskAwaitable", "ConfiguredValueTaskAwaitable"))
_HOLDERS: Mapping[str, frozenset[str]] = {
    "Value": frozenset(("Lazy", "Nullable", "ThreadLocal", "AsyncLocal", "StrongBox", "IOptions")),
    "Result": _TASKS,
    "Current": frozenset(("IEnumerator", "IAsyncEnumerator")),
}
"""Property → the types on which it is what the type's argument says."""
_FUNCTIONS: Mapping[str, int] = {"Func": 1, "Action": 0, "Expression": 0}
"""Delegates → how many of their arguments are what they return."""
_OF_ONE = frozenset(("Predicate", "Converter"))
_SAME = frozenset(
    """
    Where OrderBy OrderByDescending ThenBy ThenByDescending Skip SkipLast SkipWhile Take TakeLast
    TakeWhile Distinct DistinctBy Reverse Concat Union Except Intersect AsEnumerable AsQueryable
    Append Prepend DefaultIfEmpty FindAll AsParallel AsReadOnly ToHashSet ToImmutableArray
    ToImmutableList
    """.split()  # noqa: SIM905 - reads better
)
_ONE = frozenset(
    """
    First FirstOrDefault Last LastOrDefault Single SingleOrDefault ElementAt ElementAtOrDefault
    Dequeue Pop Peek Find FindLast FirstAsync FirstOrDefaultAsync SingleAsync SingleOrDefaultAsync
    MinBy MaxBy
    """.split()  # noqa: SIM905 - reads better
)
_NO_FUNCTIONS = _TASKS | frozenset(
    """
    CancellationToken CultureInfo DateTime DateTimeOffset Encoding Exception Guid IFormatProvider
    IServiceProvider Regex Stream StringBuilder StringComparer StringComparison TextReader
    TextWriter TimeSpan Type Uri
    """.split()  # noqa: SIM905 - reads better
)
QUERIES = (_SAME | _ONE) | frozenset(
    """
    Aggregate All Any Average Cast Contains Count GroupBy GroupJoin Join LongCount Max Min OfType
    Select SelectMany SequenceEqual Sum ToArray ToDictionary ToList ToLookup Zip
    """.split()  # noqa: SIM905 - reads better
)
"""Methods that collections of the library have, or its own extensions of them."""
_OF_TEXTS = frozenset(
    """
    Insert Normalize PadLeft PadRight Remove Replace Substring ToLower ToLowerInvariant ToUpper
    ToUpperInvariant Trim TrimEnd TrimStart
    """.split()  # noqa: SIM905 - reads better
)
"""Methods of texts that return texts."""
_PASSES_OTHERS = frozenset(("Aggregate", "Zip", "Join", "GroupJoin"))
"""Methods of collections that do not pass an element alone to the functions that they are given."""
PREDEFINED: Mapping[str, str] = {
    "Boolean": "bool",
    "Byte": "byte",
    "Char": "char",
    "Decimal": "decimal",
    "Double": "double",
    "Int16": "short",
    "Int32": "int",
    "Int64": "long",
    "Object": "object",
    "Single": "float",
    "String": "string",
    "UInt32": "uint",
    "UInt64": "ulong",
}
"""Type of the namespace `System` → the word of the language for it."""


def library(name: str, *arguments: ClassType | None) -> ClassType:
    """Return a type of the library."""
    return types.foreign(name)._replace(arguments=arguments)


def name_of(kind: ClassType | None) -> str:
    """Return the simple name of a type that the repository does not declare; else nothing."""
    return kind.written if kind is not None and kind.is_foreign else ""


def element(kind: ClassType | None) -> ClassType | None:
    """Return what a loop over a collection binds."""
    if kind is None:
        return None
    written = name_of(kind)
    if kind.head == types.ARRAY:
        return kind.first
    if written in COLLECTIONS:
        return kind.arguments[-1] if kind.arguments else None
    if written in MAPPINGS:
        return library(_PAIR, *kind.arguments)
    return None


def indexed(kind: ClassType | None) -> ClassType | None:
    """Return what an index takes from a collection."""
    if name_of(kind) in MAPPINGS and kind is not None:
        return kind.arguments[-1] if kind.arguments else None
    return element(kind)


def awaited(kind: ClassType | None) -> ClassType | None:
    """Return what awaiting a value gives."""
    return kind.first if kind is not None and name_of(kind) in _TASKS else None


def is_no_function(kind: ClassType) -> bool:
    """Whether a type of the library is known to be no delegate."""
    written = name_of(kind)
    return written in _NO_FUNCTIONS or written in COLLECTIONS or written in MAPPINGS


def is_closed(kind: ClassType) -> bool:
    """Whether nothing that the language itself has a word for converts from or to a type."""
    written = name_of(kind)
    return written in _NO_FUNCTIONS or written.endswith("Exception")


def property_of(kind: ClassType, name: str) -> ClassType | None:
    """Return what a property of a type of the library is."""
    written, arguments = name_of(kind), kind.arguments
    if name in ("Count", "Length") and (kind.head == "string" or element(kind) is not None):
        return ClassType("int")
    if written in _HOLDERS.get(name, ()):
        return kind.first
    if written == _PAIR and len(arguments) == 2:  # noqa: PLR2004 - a pair
        return dict(zip(("Key", "Value"), arguments, strict=True)).get(name)
    if written in MAPPINGS and len(arguments) == 2:  # noqa: PLR2004 - keys and values
        found = dict(zip(("Keys", "Values"), arguments, strict=True)).get(name)
        return library("ICollection", found) if found is not None else None
    if written == "IGrouping" and name == "Key":
        return kind.first
    return None


def function(
    kind: ClassType | None,
) -> tuple[tuple[ClassType | None, ...], ClassType | None] | None:
    """Return the parameters of a delegate of the library, and what it returns; else `None`."""
    if kind is None:
        return None
    written = name_of(kind)
    if written == "Expression":
        return function(kind.first)
    if written in _OF_ONE:
        return kind.arguments[:1], kind.arguments[1] if len(kind.arguments) > 1 else ClassType(
            "bool"
        )
    if written not in _FUNCTIONS:
        return None
    returned = kind.arguments[-1] if _FUNCTIONS[written] and kind.arguments else ClassType("void")
    return kind.arguments[: len(kind.arguments) - _FUNCTIONS[written]], returned


def passed(kind: ClassType, name: str, parameter: int) -> ClassType | None:
    """Return what a method of a collection passes to the function that it is given."""
    if name in _PASSES_OTHERS or parameter:
        return None
    return element(kind)


def result(
    kind: ClassType,
    name: str,
    type_arguments: tuple[ClassType | None, ...],
    given: list[ClassType | None],
) -> ClassType | None:
    """Return what a call of a library's method on a value gives, as far as that is known."""
    one = element(kind)
    if one is not None and name in _MADE_OF_ELEMENTS:
        return _MADE_OF_ELEMENTS[name](one)
    if one is not None and name in ("Cast", "OfType"):
        return library("IEnumerable", *type_arguments)
    functions = [each for each in given if each is not None and each.head == types.FUNCTION]
    if one is not None and len(functions) == len(given) == 1 and name in _MAPPING:
        return _MAPPING[name](one, functions[0].first)
    if one is not None and len(functions) == len(given) == 2 and name == "SelectMany":  # noqa: PLR2004 - what each holds, and what is made of it
        return library("IEnumerable", functions[1].first)
    return _plain_result(kind, name)


def _plain_result(kind: ClassType, name: str) -> ClassType | None:
    """Return what a method of something that is no collection gives."""
    if name == "ToString" or (kind.head == "string" and name in _OF_TEXTS):
        return ClassType("string")
    if name in ("ConfigureAwait", "AsTask") and name_of(kind) in _TASKS:
        return kind
    delegate = function(kind) if name == "Invoke" else None
    return delegate[1] if delegate is not None else None


_MADE_OF_ELEMENTS: Mapping[str, Callable[[ClassType], ClassType]] = {
    **dict.fromkeys(_SAME, lambda one: library("IEnumerable", one)),
    **dict.fromkeys(_ONE, lambda one: one),
    "ToList": lambda one: library("List", one),
    "ToArray": lambda one: ClassType(types.ARRAY, (one,)),
    "GetEnumerator": lambda one: library("IEnumerator", one),
}
_MAPPING: Mapping[str, Callable[[ClassType, ClassType | None], ClassType]] = {
    "Select": lambda _, returned: library("IEnumerable", returned),
    "SelectMany": lambda _, returned: library("IEnumerable", element(returned)),
    "GroupBy": lambda one, key: library("IEnumerable", library("IGrouping", key, one)),
    "ToDictionary": lambda one, key: library("Dictionary", key, one),
}
"""Method → what a collection becomes by one function of its elements."""
