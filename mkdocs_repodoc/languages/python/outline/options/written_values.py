"""Values that a module writes out for its options: in a list, a constant, or an enumeration."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted

_WRAPPING = frozenset({"list", "tuple", "sorted", "set", "frozenset"})
"""Functions that give the same values in another form."""
_ENUMERATION = "Enum"
_OF_MEMBER = frozenset({"value", "name"})
_FEW_NUMBERS = 12
_CHOICE = "Choice"
"""Last name of click's type for an option with a few values."""


@dataclass(frozen=True)
class WrittenValues:
    """What the constants and enumerations of a module hold, by their names."""

    constants: Mapping[str, ast.expr] = field(default_factory=dict)
    enumerations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Name → its members, each with the text that it stands for."""

    def listed(self, node: ast.expr | None) -> tuple[str, ...]:
        """Return the texts that an expression lists; none unless all are known."""
        if isinstance(node, ast.Call) and (numbers := _numbers(node)):
            return numbers
        node = _unwrapped(node)
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            return _texts(node.elts)
        if isinstance(node, ast.Dict):
            return _texts(key for key in node.keys if key is not None)
        if isinstance(node, ast.Name):
            return self._named(node.id)
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            return self._comprehended(node)
        return ()

    def chosen(self, kind: ast.expr | None) -> tuple[str, ...]:
        """Return the texts that click's `Choice` lets one choose from; of members their names."""
        if not isinstance(kind, ast.Call) or not kind.args:
            return ()
        if dotted(kind.func).rpartition(".")[2] != _CHOICE:
            return ()
        members = self.enumerations.get(dotted(kind.args[0]))
        return tuple(members) if members is not None else self.listed(kind.args[0])

    def holder(self, keywords: Mapping[str, ast.expr]) -> str:
        """Return the name of what holds the values in another module; empty for anything else.

        Args:
            keywords: The keyword arguments of the call that declares an option.
        """
        choices, kind = _unwrapped(keywords.get("choices")), keywords.get("type")
        if isinstance(kind, ast.Call) and dotted(kind.func).rpartition(".")[2] == _CHOICE:
            choices = _unwrapped(kind.args[0]) if kind.args else None
            if isinstance(choices, ast.Name) and not choices.id.isupper():
                return ""  # an enumeration, of which click takes the names
        if isinstance(choices, ast.ListComp | ast.GeneratorExp):
            loop = choices.generators[0]
            is_value = isinstance(choices.elt, ast.Attribute) and choices.elt.attr == "value"
            choices = loop.iter if is_value and not loop.ifs else None
        named = choices if choices is not None else kind
        name = dotted(named) if isinstance(named, ast.Name | ast.Attribute) else ""
        last = name.rpartition(".")[2]
        is_held = last[:1].isupper() and last not in self.constants
        return last if is_held else ""

    def _named(self, name: str) -> tuple[str, ...]:
        if name in self.enumerations:
            return tuple(self.enumerations[name].values())
        held = self.constants.get(name)
        return () if isinstance(held, ast.Name) else self.listed(held)

    def _comprehended(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> tuple[str, ...]:
        """Return what a comprehension takes of the members of an enumeration, one each."""
        loop = node.generators[0]
        members = self.enumerations.get(dotted(loop.iter))
        taken = node.elt
        if members is None or len(node.generators) > 1 or loop.ifs:
            return ()
        if not isinstance(taken, ast.Attribute) or taken.attr not in _OF_MEMBER:
            return ()
        return tuple(members) if taken.attr == "name" else tuple(members.values())


NOTHING_WRITTEN = WrittenValues()


def written_values(module: ast.AST) -> WrittenValues:
    """Return what the constants and enumerations at the top of a module hold."""
    constants: dict[str, ast.expr] = {}
    enumerations: dict[str, dict[str, str]] = {}
    for statement in module.body if isinstance(module, ast.Module) else ():
        if isinstance(statement, ast.ClassDef):
            if any(dotted(base).endswith(_ENUMERATION) for base in statement.bases):
                enumerations[statement.name] = _members(statement)
        else:
            value, names = _assigned(statement)
            if value is not None:
                constants.update({name: value for name in names if name.isupper()})
    return WrittenValues(constants, enumerations)


def _unwrapped(node: ast.expr | None) -> ast.expr | None:
    """Return what a call such as `sorted(…)` or `….keys()` takes its values from."""
    while isinstance(node, ast.Call) and not node.keywords:
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr == "keys" and not node.args:
            node = called.value
        elif isinstance(called, ast.Name) and called.id in _WRAPPING and len(node.args) == 1:
            node = node.args[0]
        else:
            return None
    return node


def _assigned(statement: ast.stmt) -> tuple[ast.expr | None, list[str]]:
    """Return what a statement assigns to plain names, and these names."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return None, []
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return statement.value, [each.id for each in targets if isinstance(each, ast.Name)]


def _members(node: ast.ClassDef) -> dict[str, str]:
    """Return the members of an enumeration with their texts; the name where that is none."""
    found: dict[str, str] = {}
    for statement in node.body:
        value, names = _assigned(statement)
        for name in names if value is not None else ():
            held = value.value if isinstance(value, ast.Constant) else None
            found[name] = held if isinstance(held, str) else name
    return {name: text for name, text in found.items() if not name.startswith("_")}


def _texts(nodes: Iterable[ast.expr]) -> tuple[str, ...]:
    """Return texts, and whole numbers as one writes them; none unless all are."""
    nodes = list(nodes)
    found = [
        str(node.value)
        for node in nodes
        if isinstance(node, ast.Constant) and type(node.value) in {str, int}
    ]
    return tuple(found) if len(found) == len(nodes) else ()


def _numbers(node: ast.Call) -> tuple[str, ...]:
    """Return the numbers of `range(1, 4)`, if these are few."""
    bounds = [each.value for each in node.args if isinstance(each, ast.Constant)]
    whole = [each for each in bounds if type(each) is int]
    if dotted(node.func) != "range" or len(whole) != len(node.args) or len(whole) not in {1, 2}:
        return ()
    numbers = range(*whole)
    return tuple(map(str, numbers)) if len(numbers) <= _FEW_NUMBERS else ()
