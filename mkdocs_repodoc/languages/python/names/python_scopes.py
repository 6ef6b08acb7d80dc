"""Python's scopes: which names a block binds, and which binding a name in it means.

The rules are those of the language reference, "Naming and binding": a function's names are local
throughout its body, a class's names are not visible from the functions in it, a comprehension has
a scope of its own, `global` and `nonlocal` redirect. Code that runs as the file is read from top
to bottom (module and class bodies) sees the last binding before it.
"""

from __future__ import annotations

import ast
import builtins
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none

_BUILTINS = frozenset(vars(builtins))
ScopeKind = Literal["module", "class", "function", "comprehension", "type parameters"]
BindingKind = Literal[
    "definition",  # a def or class statement; `meaning` is what it defines
    "import",  # `meaning` is what it imports
    "parameter",  # `node` is its annotation, or `meaning` what `self` or `cls` is
    "annotated",  # a variable whose annotation is `node`
    "assigned",  # a variable whose value is `node`
    "default",  # a parameter whose default is `node`
    "starred",  # `*parameter` whose annotation is `node`
    "element",  # bound by `for … in node`
    "entered",  # bound by `with node as …`
    "caught",  # bound by `except node as …`: `node` is a class, or a tuple of classes
    "handed",  # a parameter of `node`, a lambda that is an argument
    "bound",  # a type parameter whose bound is `node`
    "opaque",  # bound to something that nothing tells about
]


class Binding(NamedTuple):
    """One place that binds a name, and what it says about the value."""

    kind: BindingKind
    scope: NameScope
    """In which `node` is evaluated."""
    line: int
    column: int
    node: ast.expr | None = None
    meaning: TargetNode | None = None
    pinned: TargetNode | None = None
    """For one of several definitions of a name: the meaning of just this one."""
    until: tuple[int, int] = (0, 0)
    """Line and column where the block ends in which this is sure to have happened."""
    path: tuple[int, ...] = ()
    """Which part of the value it is, where the value is unpacked: of `(a, (b, c))`, c is (1, 1)."""

    @property
    def is_declared_parameter(self) -> bool:
        """Whether it is a parameter with an annotation."""
        return self.kind == "parameter" and self.node is not None

    @property
    def linkable(self) -> bool:
        """Whether the name itself means something that has a definition elsewhere."""
        return self.kind in ("definition", "import")


class NameScope:
    """One block of a file.

    Attributes:
        kind: What kind of block it is.
        parent: The scope around it; `None` for the module.
        name: Dotted path of the function or class within the file; empty for the module.
        symbol: Index of the innermost symbol around, or `FILE_SCOPE`.
        owner: The class in whose body the scope's function stands directly, or the class itself.
        bindings: Name → every place in the scope that binds it, in source order.
        redirected: Names declared `global` or `nonlocal` → the scope that they belong to.
        attributes: For a class: attribute → what methods assign to `self.attribute`.
        returns: For a function: the expressions that it returns.
        yields: For a generator: the expressions that it yields.
        narrowed: Name → where a test tells the type of what it is bound to.
        loops: First and last line of each loop.
    """

    __slots__ = (
        "agreed",
        "attributes",
        "bindings",
        "found",
        "kind",
        "loops",
        "name",
        "narrowed",
        "ordered",
        "owner",
        "parent",
        "receiver",
        "redirected",
        "returns",
        "symbol",
        "unlinked",
        "yields",
    )

    def __init__(
        self,
        kind: ScopeKind,
        parent: NameScope | None,
        name: str,
        symbol: int,
        owner: NameScope | None,
    ) -> None:
        self.kind: ScopeKind = kind
        self.parent = parent
        self.name = name
        self.symbol = symbol
        self.owner = self if kind == "class" else owner
        self.bindings: dict[str, list[Binding]] = {}
        self.redirected: dict[str, NameScope] | None = None
        self.attributes: dict[str, list[Binding]] | None = None
        self.returns: list[ast.expr | None] | None = None
        self.yields: list[ast.expr | None] | None = None
        self.narrowed: dict[str, list[Binding]] | None = None
        self.loops: list[tuple[int, int]] | None = None
        self.receiver = ""
        """Name of the parameter that is the instance; empty where there is none."""
        self.ordered: dict[str, tuple[int, list[tuple[int, int]], Sequence[Binding]]] = {}
        """Name → how many bindings it had, the places of the telling ones, and these."""
        self.found: dict[str, tuple[TargetNode | None, bool]] = {}
        """Answers already given that do not depend on the place of the use."""
        self.agreed: dict[str, tuple[TargetNode | None, bool]] | None = None
        """What all bindings of a name agree on, where the place of a use may tell more."""
        self.unlinked: set[str] = set()
        """Names among these that are themselves no links, wherever they stand."""

    def release(self) -> None:
        """Let go of the syntax tree and of other scopes."""
        self.owner = self.parent = self.redirected = self.attributes = self.narrowed = None
        self.bindings.clear()
        self.ordered.clear()

    def bind(self, name: str, binding: Binding) -> None:
        """Note that the scope binds a name, in the scope that it is declared to belong to."""
        scope = self
        if self.redirected and name in self.redirected:
            scope = self.redirected[name]
        scope.bindings.setdefault(name, []).append(binding)

    def narrow(self, name: str, binding: Binding) -> None:
        """Note that a test tells what a name of this scope means in a block."""
        if self.narrowed is None:
            self.narrowed = {}
        self.narrowed.setdefault(name, []).append(binding)

    def flows(self, name: str, bindings: Sequence[Binding]) -> bool:
        """Whether what a name of a function means depends on where it is used."""
        if self.kind not in ("function", "comprehension"):
            return False
        return len(bindings) > 1 or (self.narrowed is not None and name in self.narrowed)

    def reaching(self, name: str, line: int, column: int) -> Binding | None:
        """Return the one binding or test that a use in this scope sees, if that is certain.

        It is the last one before the use if its block holds the use, and no loop around the use
        leads back to it from a later binding.
        """
        bindings = self.bindings[name]
        kept = self.ordered.get(name)
        if kept is None:
            tests = self.narrowed.get(name, []) if self.narrowed else []
            chosen = sorted((*bindings, *tests), key=lambda entry: (entry.line, entry.column))
            places = [(entry.line, entry.column) for entry in chosen]
            kept = self.ordered[name] = (len(bindings), places, chosen)
        position = bisect_right(kept[1], (line, column))
        last = kept[2][position - 1] if position else None
        if last is None or last.until < (line, column):
            return None
        for first, end in self.loops or ():
            if last.line < first <= line <= end and any(
                line <= other.line <= end for other in bindings if other is not last
            ):
                return None
        return last

    def function_around(self) -> NameScope:
        """Return the scope to which `:=` binds: the first around that is no comprehension."""
        scope = self
        while scope.kind == "comprehension" and scope.parent is not None:
            scope = scope.parent
        return scope

    def resolve(
        self, name: str, line: int, column: int
    ) -> tuple[NameScope, list[Binding], bool] | None:
        """Find the bindings that a name used at a place can mean.

        Returns:
            The scope that binds it, the bindings (none where a builtin is not yet replaced), and
            whether the place of the use decided which (so that the answer holds for this place
            only); `None` if no scope binds it.
        """
        scope: NameScope | None = self
        direct = True
        placed = False
        while scope is not None:
            redirected = scope.redirected
            if redirected and name in redirected:
                scope = redirected[name]
                return scope, scope.bindings.get(name, []), placed
            bindings = scope.bindings.get(name)
            kind = scope.kind
            if kind == "class":
                if direct and bindings:
                    placed = True
                    if before := scope.last_before(name, line, column):
                        return scope, before, True
                # What a class body does not bind, it takes from the module as it is by then.
                direct = direct and scope.parent is not None and scope.parent.kind == "module"
            else:
                if bindings:
                    is_builtin = name in _BUILTINS
                    if kind != "module" or not direct or (len(bindings) == 1 and not is_builtin):
                        return scope, bindings, placed
                    before = scope.last_before(name, line, column)
                    # Before `bytes = bytes` it is the builtin, to which nothing here leads.
                    return scope, before if is_builtin else before or bindings, True
                direct = direct and kind == "type parameters"
            scope = scope.parent
        return None

    def last_before(self, name: str, line: int, column: int) -> list[Binding]:
        """Return the last binding before a place; in a module, one that tells more than `None`.

        Generated files bind one name thousands of times, so that the places are kept for searching.
        """
        bindings = self.bindings[name]
        kept = self.ordered.get(name)
        if kept is None or kept[0] != len(bindings):
            chosen = bindings if self.kind == "class" else telling(bindings)
            places = [(binding.line, binding.column) for binding in chosen]
            kept = self.ordered[name] = (len(bindings), places, chosen)
        position = bisect_left(kept[1], (line, column))
        return [kept[2][position - 1]] if position else []


def telling(bindings: Sequence[Binding]) -> Sequence[Binding]:
    """Leave out `name = None` where other bindings say more."""
    telling = [binding for binding in bindings if not is_none(binding.node)]
    return telling or bindings
