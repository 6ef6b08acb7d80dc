"""Calls of generic functions: which signature is meant, and what stands for its type parameters."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.javascript.names.type_formulas import FUNCTION
from mkdocs_repodoc.languages.javascript.resolution.conditional_types import ConditionalTypes
from mkdocs_repodoc.languages.javascript.resolution.evaluated_types import UNKNOWN, Type, listed
from mkdocs_repodoc.languages.javascript.resolution.type_shapes import Bindings
from mkdocs_repodoc.model.references import Target

_DEEPEST = 12


class GenericCalls(ConditionalTypes):
    """Finds what calls give and take; who evaluates expressions inherits from it."""

    @abstractmethod
    def expression(self, path: str, target: Target) -> Type | None:
        """Return the type of an expression; nothing if it is not known."""

    def signatures(self, of: Type) -> list[Type]:
        """Return the ways in which a value can be called; none where they are not known."""
        found: list[Type] = []
        for shape in self.shapes(of):
            if shape.kind == "function":
                found.append(shape.type)
            elif shape.kind == "both":
                found += [each for part in shape.type.parts() for each in self.signatures(part)]
            elif shape.kind == "object":
                calls = [part for part in shape.type.parts() if part.term.names[1] == "()"]
                found += [part.part(0) for part in calls]
        return list(dict.fromkeys(found))

    def results(self, of: Type) -> list[Type]:
        """Return what calls of a function give, its own type parameters unknown."""
        return [each.part(0) for each in self.signatures(of)]

    def called(
        self, path: str, of: Type, given: Sequence[Type], passed: Sequence[Target]
    ) -> Type | None:
        """Return what a call gives.

        Args:
            path: The file in which it stands.
            of: What is called.
            given: Its type arguments.
            passed: Its arguments.
        """
        results = [
            signature.part(0).knowing(self._put_in(path, signature, given, passed))
            for signature in self.signatures(of)
            if _takes(signature, len(passed))
        ]
        return listed(results, "one") if len(results) > 1 else results[0] if results else None

    def taken(self, of: Type, number: int) -> Type | None:
        """Return what a function takes as one of its parameters: one that is a function first."""
        found = [
            parameters[number].part(0).knowing(_defaults(signature))
            for signature in self.signatures(of)
            if number < len(parameters := _parameters(signature))
            and parameters[number].term.names[1] != "..."
        ]
        return listed(found, "one") if len(found) > 1 else found[0] if found else None

    def _put_in(
        self, path: str, signature: Type, given: Sequence[Type], passed: Sequence[Target]
    ) -> list[tuple[str, Type]]:
        """Return what stands for the type parameters of a signature in a call."""
        own = [part for part in signature.parts()[1:] if part.how == "variable"]
        names = [part.term.names[1] for part in own]
        known: Bindings = dict(zip(names, given, strict=False)) if given else {}
        if not given and own:
            for parameter, argument in zip(_parameters(signature), passed, strict=False):
                self._infer(path, parameter.part(0), argument, names, known)
        found: list[tuple[str, Type]] = []
        for part, name in zip(own, names, strict=True):
            default = part.part(0).knowing(found)
            found.append((name, known.get(name, default)))
        return found

    def _infer(
        self, path: str, wanted: Type, argument: Target, names: Sequence[str], known: Bindings
    ) -> None:
        """Note what an argument tells of type parameters; those that it hides are not known."""
        if argument == FUNCTION:
            for name in self._in_functions(wanted, names, 0):
                known.setdefault(name, UNKNOWN)
            return
        value = self.expression(path, argument) if argument.base != "unknown" else None
        if value is not None:
            self._match_applied(value, wanted, names, known)
        for name in _mentioned(wanted.term, names):
            known.setdefault(name, UNKNOWN)

    def _match_applied(
        self, value: Type, wanted: Type, names: Sequence[str], known: Bindings
    ) -> None:
        """Compare a value with a parameter's type, argument by argument of one generic type."""
        if wanted.how == "variable" and wanted.term.names[1] in names:
            known.setdefault(wanted.term.names[1], value)
            return
        for _ in range(_DEEPEST):
            if value.how != "variable":
                break
            value = value.variable(value.term.names[1])
        if wanted.how != "named" or value.how != "named":
            return
        one, other = self._head(value), self._head(wanted)
        if one is None or one != other:
            return
        given = dict(self.given(*one, value))
        for name, part in zip(given, wanted.parts(), strict=False):
            if part.how == "variable" and part.term.names[1] in names:
                known.setdefault(part.term.names[1], given[name])

    def _head(self, of: Type) -> tuple[str, int] | None:
        named = of.term.of
        found = self._lookup.target(of.path, named, as_type=True) if named is not None else None
        return (
            (found.path, found.position) if found is not None and found.kind == "symbol" else None
        )

    def _in_functions(self, of: Type, names: Sequence[str], depth: int) -> set[str]:
        """Return which type parameters a function literal tells of, if it is passed for a type."""
        if depth > _DEEPEST:
            return set(names)
        free = Type(of.path, of.term, tuple((name, _free(name)) for name in names) + of.known)
        found: set[str] = set()
        for signature in self.signatures(free):
            found |= _reached(signature)
        return found & set(names)


def _free(name: str) -> Type:
    return Type("", Target("formula", ("variable", f"free {name}")))


def _reached(of: Type) -> set[str]:
    """Return the free type parameters that a type depends on."""
    found: set[str] = set()
    seen: set[Type] = set()
    waiting = [of]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        for name in _variables(one.term):
            if name.startswith("free "):
                found.add(name.removeprefix("free "))
            elif (known := one.variable(name)) is not UNKNOWN:
                waiting.append(known)
    return found


def _variables(term: Target) -> set[str]:
    found, waiting = set(), [term]
    while waiting:
        one = waiting.pop()
        if one.base == "formula" and one.names[0] == "variable":
            found.add(one.names[1])
        waiting += one.also
    return found


def _mentioned(term: Target, names: Sequence[str]) -> set[str]:
    return _variables(term) & set(names)


def _parameters(signature: Type) -> list[Type]:
    return [part for part in signature.parts()[1:] if part.how == "parameter"]


def _defaults(signature: Type) -> list[tuple[str, Type]]:
    own = [part for part in signature.parts()[1:] if part.how == "variable"]
    return [(part.term.names[1], UNKNOWN) for part in own]


def _takes(signature: Type, count: int) -> bool:
    """Tell whether a function can be called with a number of arguments."""
    marks = [part.term.names[1] for part in _parameters(signature)]
    return marks.count("") <= count and (count <= len(marks) or "..." in marks)
