"""Follows names through the repository by the rules of ES modules, CommonJS and TypeScript.

Exports, values and bases are remembered, and a chain that leads back to itself ends in no answer.
Nothing is found by a bare name alone.

The identifiers of a file are found before, in analysis: `script_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.languages.javascript.resolution.evaluated_expressions import (
    EvaluatedExpressions,
)
from mkdocs_repodoc.languages.javascript.resolution.file_scope import TYPES, FileScope
from mkdocs_repodoc.languages.javascript.resolution.module_files import Modules
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.javascript.resolution.script_value_lookup import ValueLookup
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_SAME = frozenset(("concat", "filter", "reverse", "slice", "sort", "toReversed", "toSorted"))
_WORKED_OUT = frozenset(("call", "argument"))
"""Bases of targets that may depend on type parameters; so may members of any."""
_SAME_VALUES = frozenset(("values",))
_ELEMENT = frozenset(("at", "find", "findLast", "pop", "shift"))


class Resolver(ValueLookup):
    """Answers what targets, imports and names mean.

    Args:
        scopes: Path → the names of the file.
        modules: Which file a module's name means.
    """

    def __init__(self, scopes: Mapping[str, FileScope], modules: Modules) -> None:
        super().__init__(scopes, modules)
        self._evaluated = EvaluatedExpressions(self)

    def definition(self, denotation: Denotation | None) -> SymbolRef | None:
        """Return the symbol or file that a link leads to; `None` if there is none."""
        if denotation is None or denotation.kind == "value":
            return None
        return SymbolRef(denotation.path, denotation.position)

    def target(self, path: str, target: Target, *, as_type: bool = False) -> Denotation | None:
        """Return what a target of a file means.

        Args:
            path: The file that the target belongs to.
            target: What is looked for.
            as_type: Whether a type is expected where the target stands.
        """
        if target.base in ("unknown", "parameter", "formula"):
            return None
        found = self._simple(path, target, as_type=as_type)
        if found is None and (target.base in _WORKED_OUT or len(target.names) > 1):
            return self._evaluated.denotation(path, target)
        return found

    def _simple(self, path: str, target: Target, *, as_type: bool) -> Denotation | None:
        """Return what a target means where no type parameter matters."""
        if target.of is None:
            return self._rooted(path, target, as_type=as_type)
        if target.base == "type":
            found = self.target(path, target.of, as_type=True)
        elif target.base == "keyed":
            found = self.keyed(path, target)
        elif target.base == "argument":
            found = self.argument(path, target.of, target.number(0))
            return self._follow(found, target.names[1:], as_type=as_type)
        else:
            found = self._derived(path, target)
        return self._follow(found, target.names, as_type=as_type)

    def _rooted(self, path: str, target: Target, *, as_type: bool) -> Denotation | None:
        first, *rest = target.names
        if target.base == "module":
            file = self.modules.find(path, first)
            return Denotation("module", file) if file else None
        if target.base == "import":
            found = self.imported(path, int(first), as_type=as_type and not rest)
            found = self._follow(found, rest, as_type=as_type)
            if found is None and rest:
                found = self._follow(self.added(path, int(first), rest[0]), rest[1:])
            return found
        start: Denotation | None
        if target.base == "own":
            start = Denotation("symbol", path, self.scopes[path].implementation(int(first)))
        elif target.base == "self":
            start = Denotation("value", path, int(first))
        else:
            bases = self.bases(path, int(first))
            start = Denotation("value", *bases[0]) if bases else None
        return self._follow(start, rest, as_type=as_type)

    def _derived(self, path: str, target: Target) -> Denotation | None:  # noqa: PLR0911 - each rule ends
        base, of = target.base, target.of
        if of is None:
            return None
        if base == "instance":
            found = self.target(path, of, as_type=True)
            return self.instance(found) if found is not None else None
        found = self.target(path, of)
        if found is None:
            return None
        if base == "applied":
            return self._applied(path, target, found)
        if base == "call":
            return self._called(found)
        value = self.value(found)
        if value is None or value.kind != "value":
            return None
        if base == "await":
            return value.without("promise") or value.inferred()
        if base in ("element", "item"):
            return value.without("many", "mapped")
        if base in ("many", "mapped", "promise", "returning"):
            return value.inside(base)
        return value.inside("returning") if base == "signature" else None

    def _applied(self, path: str, target: Target, found: Denotation) -> Denotation | None:
        """Return what a generic type is with its arguments: one of these, or itself."""
        if found.kind != "value" or found.around or found.path not in self.scopes:
            return found
        stated = self.scopes[found.path].types.get(found.position)
        if stated is None or stated.base != "parameter":
            return found
        if stated.number(0) >= len(target.also):
            return None
        argument = self.target(path, target.also[stated.number(0)])
        return argument.inferred() if argument is not None else None

    # Values

    # Members

    def _follow(
        self, start: Denotation | None, names: Sequence[str], *, as_type: bool = False
    ) -> Denotation | None:
        found = start
        last = len(names) - 1
        for number, name in enumerate(names):
            if found is None:
                return None
            found = self.member(found, name, as_type=as_type and number == last)
        return found

    def member(self, of: Denotation, name: str, *, as_type: bool) -> Denotation | None:
        """Return the member of a module, symbol or value that has a name."""
        if of.kind == "module":
            return self.exported(of.path, name, as_type=as_type)
        if of.kind == "value":
            return self._member_of_value(of, name)
        scope = self.scopes[of.path]
        symbol = scope.symbol(of.position)
        if symbol.kind == Kind.CLASS:
            return self._inherited(of, name, is_static=True)
        own = scope.positions.get(f"{symbol.name}.{name}", ())
        position = scope.chosen(own, as_type=as_type)
        if position != FILE_SCOPE and symbol.kind not in (Kind.INTERFACE, Kind.TYPE_ALIAS):
            return Denotation("symbol", of.path, position, of.exact)
        held = self.value(of)
        return self.member(held, name, as_type=as_type) if held is not None and held != of else None

    def _member_of_value(self, of: Denotation, name: str) -> Denotation | None:  # noqa: PLR0911 - each rule ends
        if not of.around:
            return self._inherited(of, name, is_static=False)
        outer = of.around[-1]
        if outer == "many" and name in _SAME:
            return of.inside("gives same")
        if outer == "many" and name in _ELEMENT:
            return of.inside("gives element")
        if outer == "mapped" and name == "get":
            return of.inside("gives element")
        if outer == "mapped" and name in _SAME_VALUES:
            inner = of.without("mapped")
            return inner.inside("many").inside("gives same") if inner is not None else None
        if outer == "many" and name in _SAME_VALUES:
            return of.inside("gives same")
        return None

    def _inherited(self, of: Denotation, name: str, *, is_static: bool) -> Denotation | None:
        """Return a member of a type, its own or the nearest inherited one."""
        if name == "constructor":  # what made the value, which need not be this type
            return None
        for path, position in self.line(of.path, of.position):
            scope = self.scopes[path]
            found = scope.member(scope.symbol(position).name, name, is_static=is_static)
            if found >= 0:
                return Denotation("symbol", path, found, of.exact)
        return None

    def look_up(
        self, path: str, around: str, dotted: str, *, as_type: bool = False, members: bool = False
    ) -> Denotation | None:
        """Return what a dotted name means in a file.

        Args:
            path: The file.
            around: Qualified name of the symbol in which it stands.
            dotted: The name.
            as_type: Whether a type is expected there.
            members: Whether members of the types around may be meant, as in documentation.
        """
        scope = self.scopes[path]
        first, *rest = dotted.split(".")
        while around:
            kinds = {scope.symbol(each).kind for each in scope.positions.get(around, ())}
            if members or kinds.isdisjoint(TYPES):
                own = scope.chosen(
                    scope.positions.get(f"{around}.{first}", ()), as_type=as_type and not rest
                )
                if own >= 0:
                    return self._follow(Denotation("symbol", path, own), rest, as_type=as_type)
            around = around.rpartition(".")[0]
        own = scope.chosen(scope.positions.get(first, ()), as_type=as_type and not rest)
        if own >= 0:
            return self._follow(Denotation("symbol", path, own), rest, as_type=as_type)
        for index, _ in scope.bindings(first):
            found = self.imported(path, index, as_type=as_type and not rest)
            return self._follow(found, rest, as_type=as_type)
        return None
