"""Types that annotations state."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.target_roots import TargetRoots
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none, last_name
from mkdocs_repodoc.model.references import TargetBase

WRAPPERS = {"Annotated", "ClassVar", "Final", "NotRequired", "Optional", "ReadOnly", "Required"}
"""Their first argument is the type of the value, or `None` is the only other."""
_CONTAINERS = frozenset(
    (  # noqa: SIM905  # a list of words reads better than one of strings
        "list List set Set frozenset FrozenSet deque Deque Sequence MutableSequence Iterable "
        "Iterator Collection Reversible AbstractSet MutableSet Generator AsyncIterable "
        "AsyncIterator AsyncGenerator KeysView ValuesView"
    ).split()
)
"""Types whose first argument is what a loop over them gives."""
_MAPPINGS = frozenset(
    (  # noqa: SIM905  # likewise
        "dict Dict Mapping MutableMapping defaultdict DefaultDict OrderedDict ChainMap ItemsView"
    ).split()
)
UNIONS = {"Optional", "Union"}
STRUCTURAL = {*UNIONS, "Callable"}
"""What stands in their brackets are types, in an alias as in an annotation."""
_TUPLES = ("tuple", "Tuple")
_PAIR = 2


class Annotations(ABC):
    """Answers what values with an annotation are.

    Args:
        meanings: Where meanings are made.
        sites: The file's symbols and imports.
    """

    def __init__(self, meanings: TargetRoots, sites: OutlineIndex) -> None:
        self._meanings = meanings
        self._sites = sites

    @abstractmethod
    def expression(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what the value of an expression is."""

    def annotation(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what a value with an annotation is."""
        if isinstance(node, ast.Constant):
            parsed = self._sites.parsed.get(id(node))
            return self.annotation(parsed, scope) if parsed is not None else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return self._one_of((node.left, node.right), scope)
        if isinstance(node, ast.Subscript):
            return self._subscripted(node, scope)
        name = last_name(node)
        if not name:
            return None
        if name == "Self" and scope.owner is not None:
            return self._meanings.receiver(scope.owner.name)
        meaning = self.expression(node, scope)
        return meaning.derived("instance") if meaning else None

    def instances(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what is an instance of a class, or of one of several, as `isinstance` has them."""
        if isinstance(node, ast.Tuple):
            return self.joined([self.instances(part, scope) for part in node.elts])
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return self._one_of((node.left, node.right), scope)
        meaning = self.expression(node, scope)
        return meaning.derived("instance") if meaning else None

    def bound(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return the class that a type variable stands for at least."""
        meaning = self.annotation(node, scope)
        return self.class_of(meaning) if meaning is not None else None

    def class_of(self, meaning: TargetNode) -> TargetNode | None:
        """Return the class of an instance, if that is in the file's reach by a name."""
        if meaning.base == "self" and len(meaning.names) == 1:
            return self._meanings.own(meaning.names[0])
        return meaning.of if meaning.base == "instance" and not meaning.names else None

    def joined(self, meanings: Sequence[TargetNode | None]) -> TargetNode | None:
        """Return what one of several things is; `None` if nothing tells about one of them."""
        found: dict[object, TargetNode] = {}
        for meaning in meanings:
            if meaning is None:
                return None
            is_either = meaning.base == "either" and not meaning.names
            for each in meaning.parts if is_either else (meaning,):
                # `x: Item` and `Item()` say the same: what stands in an annotation is a class.
                # What a function is given may be what it gives back.
                is_instance = each.base in ("instance", "call") and not (each.names or each.parts)
                other = found.setdefault(each.of if is_instance else each, each)
                if other.base == "call" and each.base == "instance":
                    found[each.of] = each
        alternatives = list(found.values())
        if len(alternatives) == 1:
            return alternatives[0]
        return self._meanings.combined("either", alternatives)

    def _subscripted(self, node: ast.Subscript, scope: NameScope) -> TargetNode | None:
        name = last_name(node.value)
        arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if name in WRAPPERS:
            return self.annotation(arguments[0], scope) if arguments else None
        if name == "Union":
            return self._one_of(arguments, scope)
        if name in ("type", "Type"):
            return self.bound(arguments[0], scope) if len(arguments) == 1 else None
        meaning = self.expression(node.value, scope)
        if meaning is None or meaning.base in ("import", "module", "global"):
            found, is_known = self._built_in(name, arguments, scope)
            if is_known:
                return found
        instance = meaning.derived("instance") if meaning else None
        if instance is None:
            return None
        given = [self.annotation(argument, scope) for argument in arguments]
        return self._meanings.applied(instance, given)

    def _built_in(
        self, name: str, arguments: Sequence[ast.expr], scope: NameScope
    ) -> tuple[TargetNode | None, bool]:
        """Return what a container or function of the standard library is, and if it is one."""
        if name in _CONTAINERS or _is_open_tuple(name, arguments):
            element = self.annotation(arguments[0], scope) if arguments else None
            return (element.derived("many") if element else None), True
        if name in _TUPLES or (name in _MAPPINGS and len(arguments) == _PAIR):
            parts = [self.annotation(argument, scope) for argument in arguments]
            base: TargetBase = "tuple" if name in _TUPLES else "pairs"
            return self._meanings.combined(base, parts), True
        if name == "ContextVar" and len(arguments) == 1:  # `get` gives what it holds
            held = self.annotation(arguments[0], scope)
            return self._meanings.combined("pairs", [None, held]), True
        if name == "Callable" and len(arguments) == _PAIR:
            return self._callable(arguments[0], self.annotation(arguments[1], scope), scope), True
        return None, False

    def _callable(
        self, taken: ast.expr, result: TargetNode | None, scope: NameScope
    ) -> TargetNode | None:
        parts = taken.elts if isinstance(taken, ast.List) else ()
        given = [self.annotation(part, scope) for part in parts]
        returning = result.derived("returning") if result is not None else None
        return self._meanings.callback(result, given) or returning

    def _one_of(self, nodes: Sequence[ast.expr], scope: NameScope) -> TargetNode | None:
        return self.joined([self.annotation(node, scope) for node in nodes if not is_none(node)])


def _is_open_tuple(name: str, arguments: Sequence[ast.expr]) -> bool:
    """Whether an annotation is `tuple[X, ...]`."""
    if name not in _TUPLES or len(arguments) != _PAIR:
        return False
    last = arguments[1]
    return isinstance(last, ast.Constant) and last.value is ...
