"""The traits of a symbol that its decorators, bases and statements show."""

from __future__ import annotations

import ast
import builtins

from mkdocs_repodoc.languages.python.outline.deprecations import says_deprecated
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition, OutlineScope
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE

DATACLASSES = {
    "dataclasses.dataclass",
    "pydantic.dataclasses.dataclass",
    "attr.s",
    "attr.attrs",
    "attr.define",
    "attr.frozen",
    "attr.mutable",
    "attr.dataclass",
    "attrs.define",
    "attrs.frozen",
    "attrs.mutable",
}
"""Decorators that make a constructor from a class's annotated fields."""

_DECORATORS: dict[str, tuple[str, ...]] = {
    "property": ("property",),
    "classmethod": ("class method",),
    "staticmethod": ("static",),
    "abc.abstractmethod": ("abstract",),
    "abc.abstractproperty": ("abstract", "property"),
    "abc.abstractclassmethod": ("abstract", "class method"),
    "abc.abstractstaticmethod": ("abstract", "static"),
    "enum.property": ("property",),
    "types.DynamicClassAttribute": ("property",),
    "functools.cache": ("cached",),
    "functools.lru_cache": ("cached",),
    "functools.singledispatch": ("single dispatch",),
    "functools.singledispatchmethod": ("single dispatch",),
    "contextlib.contextmanager": ("context manager",),
    "contextlib.asynccontextmanager": ("context manager",),
    "typing.overload": ("overload",),
    "typing.final": ("final",),
    "typing.override": ("override",),
    "typing.runtime_checkable": ("runtime checkable",),
    "typing.no_type_check": (),
    "enum.unique": ("unique",),
    "pytest.fixture": (FIXTURE,),
    "pytest.yield_fixture": (FIXTURE,),
    "pytest_asyncio.fixture": (FIXTURE,),
    "pytest_twisted.fixture": (FIXTURE,),
}
_DECORATORS |= dict.fromkeys(DATACLASSES, ("dataclass",))
_LAST_NAMES = {
    "cached_property": ("cached", "property"),
    "deprecated": ("deprecated",),
    "deprecate": ("deprecated",),
}
"""Decorators that mean the same wherever they come from."""
_SKIPS = frozenset({"pytest.skip", "self.skipTest"})
_ACCESSORS = {"setter": "setter", "deleter": "deleter", "getter": "property"}
_BASES = {
    "abc.ABC": "abstract",
    "enum.Enum": "enum",
    "enum.IntEnum": "enum",
    "enum.StrEnum": "enum",
    "enum.Flag": "enum",
    "enum.IntFlag": "enum",
    "enum.ReprEnum": "enum",
    "typing.NamedTuple": "named tuple",
    "typing.TypedDict": "typed dict",
    "typing.Protocol": "protocol",
}
_EXCEPTIONS = {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}
_TYPE_VARIABLES = {"typing.TypeVar", "typing.ParamSpec", "typing.TypeVarTuple"}
_GENERICS = {"dict", "list", "tuple", "set", "frozenset", "type"}
_INHERITED = {"enum", "exception", "typed dict"}


def decorator_labels(node: FunctionNode | ast.ClassDef, names: ImportAliases) -> list[str]:
    """Return what the decorators of a definition say."""
    found: list[str] = []
    for decorator in node.decorator_list:
        path = names.path(decorator)
        head, _, last = path.rpartition(".")
        if head == node.name and last in _ACCESSORS:
            found += ["property", _ACCESSORS[last]]
        else:
            found += _DECORATORS.get(path) or _LAST_NAMES.get(last, ())
            if found[-1:] == [FIXTURE] and _is_automatic(decorator):
                found.append("autouse")
    return list(dict.fromkeys(found))


def _is_automatic(decorator: ast.expr) -> bool:
    """Whether a fixture is used by every test in its reach, without being asked for."""
    return isinstance(decorator, ast.Call) and any(
        keyword.arg == "autouse"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is True
        for keyword in decorator.keywords
    )


def function_labels(definition: NameDefinition, names: ImportAliases) -> list[str]:
    """Return the labels of a function or method."""
    node, body = definition.node, definition.body
    assert isinstance(node, FunctionNode)  # noqa: S101 - narrows for the type checker
    found = ["async"] if isinstance(node, ast.AsyncFunctionDef) else []
    found += decorator_labels(node, names)
    if body is not None and body.generator and "context manager" not in found:
        found.append("generator")
    if node.name.startswith("test") and any(_skips(each, names) for each in node.body):
        found.append("skipped")
    return found + _common_labels(definition)


def _skips(statement: ast.stmt, names: ImportAliases) -> bool:
    """Whether a statement of a test ends it before it has done anything more."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Call) and names.path(value.func) in _SKIPS


def class_labels(
    definition: NameDefinition, names: ImportAliases, known: dict[str, list[str]]
) -> list[str]:
    """Return the labels of a class.

    Args:
        definition: The class.
        names: The file's imports.
        known: Labels of the file's classes so far, by name: some are inherited.
    """
    node = definition.node
    assert isinstance(node, ast.ClassDef)  # noqa: S101 - narrows for the type checker
    found = decorator_labels(node, names)
    for base in node.bases:
        path = names.path(base)
        if path in _BASES:
            found.append(_BASES[path])
        elif path in _EXCEPTIONS:
            found.append("exception")
        else:
            found += [label for label in known.get(path, ()) if label in _INHERITED]
    for keyword in node.keywords:
        if keyword.arg == "metaclass" and names.path(keyword.value) == "abc.ABCMeta":
            found.append("abstract")
    found = list(dict.fromkeys(found)) + _common_labels(definition)
    known[definition.scope.path(node.name)] = found
    return found


def attribute_labels(
    definition: NameDefinition, scope_labels: list[str], names: ImportAliases
) -> list[str]:
    """Return the labels of an attribute; `scope_labels` are those of its class."""
    found = []
    if definition.value is not None and makes_type_variable(definition.value, names):
        found.append("type variable")
    if definition.method is not None:
        found.append("instance")
    elif is_enum_member(definition, scope_labels):
        found.append("enum member")
    return found + _common_labels(definition)


def makes_type_variable(value: ast.expr, names: ImportAliases) -> bool:
    """Whether a value is a new type variable."""
    return isinstance(value, ast.Call) and names.path(value) in _TYPE_VARIABLES


def is_type(value: ast.expr, names: ImportAliases) -> bool:
    """Whether a value is a type put together from others: `Callable[[], int]`, `NewType(…)`."""
    if isinstance(value, ast.Call):
        return names.path(value) == "typing.NewType"
    if not isinstance(value, ast.Subscript):
        return False
    path = names.path(value)
    return path in _GENERICS or path.startswith(("typing.", "collections.abc."))


def is_enum_member(definition: NameDefinition, scope_labels: list[str]) -> bool:
    """Whether an assignment in a class body makes a member of an enumeration."""
    return (
        "enum" in scope_labels
        and definition.method is None
        and definition.annotation is None
        and not definition.name.startswith("_")
        and not isinstance(definition.value, ast.Lambda)
    )


def _common_labels(definition: NameDefinition) -> list[str]:
    found = []
    if definition.docstring is not None and says_deprecated(str(definition.docstring.value)):
        found.append("deprecated")
    if definition.guard.type_checking:
        found.append("type checking only")
    elif definition.guard.conditional and not definition.guard.main:
        found.append("conditional")
    if is_private(definition.name):
        found.append("private")
    return found


def is_private(name: str) -> bool:
    """Whether a name says by its underscore that it is not for others."""
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def is_public(definition: NameDefinition, exports: tuple[str, ...] | None) -> bool:
    """Whether the conventions of the language make a name public.

    Names inside functions are not, nor what lies in something private. In a module with `__all__`
    its names are those that it lists.
    """
    if definition.guard.main or is_private(definition.name):
        return False
    top = definition.name
    scope: OutlineScope | None = definition.scope
    while scope is not None and scope.name:
        top = getattr(scope.node, "name", "")
        if not isinstance(scope.node, ast.ClassDef) or is_private(top):
            return False
        scope = scope.parent
    special = top.startswith("__") and top.endswith("__")
    return exports is None or special or top in exports
