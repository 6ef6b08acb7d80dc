"""Scopes of JavaScript and TypeScript, and what their names are bound to.

A name may be bound twice: as a value and as a type. `let`, `const`, classes and types belong to
their block, `var` and functions to the function around; all of them are known before they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tree_sitter import Node

from mkdocs_repodoc.model.references import FILE_SCOPE, Target

Space = Literal["value", "type", "both"]


@dataclass(slots=True, eq=False)
class Binding:
    """What one declaration binds a name to.

    Attributes:
        space: Whether the name is a value, a type, or both.
        scope: Where `annotation` and `value` are looked up.
        symbol: Position of the symbol that it is; `FILE_SCOPE` for what is local or imported.
        imported: Index of the import that binds it; -1 if none does.
        annotation: Its type as declared; of a type parameter, the constraint.
        value: What it is set to.
        steps: From the value to the binding: names of members, `[]` for an element, `await`,
            `()` for what a call gives, `(0)` for what a function takes first.
        mixed: An object whose members it is given by a call; the last of several.
        documented: Its type as a comment states it, where the code has no annotation.
        assigned: Member → the values that statements set it to: `held.shell = new Shell()`;
            `None` if there are none.
    """

    space: Space
    scope: ScriptScope
    symbol: int = FILE_SCOPE
    imported: int = -1
    annotation: Node | None = None
    value: Node | None = None
    steps: tuple[str, ...] = ()
    mixed: Binding | None = None
    assigned: dict[str, list[Binding]] | None = None
    documented: str = ""
    is_busy: bool = False
    """Whether its meaning is being worked out; what leads back here has none."""

    @property
    def is_local(self) -> bool:
        """Whether it binds a parameter or variable that is no symbol."""
        return self.symbol == FILE_SCOPE and self.imported < 0


@dataclass(slots=True, eq=False)
class ScriptScope:
    """A module, namespace, function, class or block.

    Attributes:
        parent: The scope around it.
        is_function: Whether `var` stays in it.
        this: What `this` is.
        owner: Position of the class around, for `super`; `FILE_SCOPE` outside of classes.
        returns: What the function returns, as far as statements have a value.
        result: Declared type of what a call of the function gives.
        is_async: Whether that is a promise of what it returns.
        expected: What has the type that is wanted of the function where it stands.
        callbacks: The functions in it that are arguments of calls, by their nodes.
    """

    parent: ScriptScope | None = None
    is_function: bool = False
    this: Target | None = None
    owner: int = FILE_SCOPE
    returns: list[Node] = field(default_factory=list)
    result: Node | None = None
    is_async: bool = False
    expected: Binding | None = None
    callbacks: dict[int, ScriptScope] | None = None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)

    def inner(self, *, is_function: bool = False) -> ScriptScope:
        """Return a new scope inside this one, with the same `this`."""
        return ScriptScope(self, is_function, self.this, self.owner)

    def bind(self, name: str, binding: Binding) -> None:
        """Bind a name here."""
        self.bindings.setdefault(name, []).append(binding)

    def keep_callback(self, node: int, scope: ScriptScope) -> None:
        """Keep the scope of a function that is an argument here."""
        self.callbacks = self.callbacks or {}
        self.callbacks[node] = scope

    def function(self) -> ScriptScope:
        """Return the innermost function, namespace or module around."""
        scope = self
        while not scope.is_function and scope.parent is not None:
            scope = scope.parent
        return scope

    def look_up(self, name: str, space: Space) -> Binding | None:
        """Return what a name means as seen from here; the first declaration of several."""
        for scope in self._outward():
            for binding in scope.bindings.get(name, ()):
                if binding.space in (space, "both") or space == "both":
                    return binding
        return None

    def _outward(self) -> Iterator[ScriptScope]:
        scope: ScriptScope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent
