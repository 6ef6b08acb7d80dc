"""The facts about classes and functions that rules for findings ask for, gathered once."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import (
    NameDefinition,
    OutlineScope,
    Structure,
)
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts

METACLASSES = frozenset({"type", "abc.ABCMeta", "enum.EnumMeta"})
_TABLES = {"dict", "list", "set", "collections.defaultdict", "collections.OrderedDict"}


@dataclass(slots=True, eq=False)
class ClassInfo:
    """A class with its members by name; of several definitions the last."""

    name: str
    node: ast.ClassDef
    bases: tuple[str, ...]
    """Full paths of the base classes; empty strings for expressions."""
    decorators: tuple[str, ...]
    methods: dict[str, FunctionNode] = field(default_factory=dict)
    attributes: dict[str, NameDefinition] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class FunctionFacts:
    """A function or method with its decorators."""

    name: str
    node: FunctionNode
    decorators: tuple[tuple[str, ast.expr], ...]
    """Full path and expression of each."""
    scope: OutlineScope
    in_class: bool


@dataclass(slots=True, eq=False)
class ModuleFacts:
    """All that a rule may look at."""

    structure: Structure
    source: SourceExcerpts
    names: ImportAliases
    classes: list[ClassInfo]
    functions: list[FunctionFacts]
    generators: frozenset[int]
    """Identities of the nodes of the functions that are generators."""

    def tables(self) -> set[str]:
        """Return the module's variables that hold a dictionary, list or set made here."""
        return {
            definition.name
            for definition in self.structure.definitions
            if not definition.scope.name
            and (
                isinstance(definition.value, ast.Dict | ast.List | ast.Set)
                or (
                    isinstance(definition.value, ast.Call)
                    and self.names.path(definition.value) in _TABLES
                )
            )
        }


def gather(
    structure: Structure,
    definitions: Sequence[NameDefinition],
    source: SourceExcerpts,
    names: ImportAliases,
) -> ModuleFacts:
    """Return the facts of a module; `definitions` are in source order.

    What is defined under the guard of a main program is left out with all that is in it: a
    demonstration, which no other code can use.
    """
    classes: list[ClassInfo] = []
    functions: list[FunctionFacts] = []
    by_scope: dict[int, ClassInfo] = {}
    left_out: set[int] = set()
    for definition in definitions:
        if definition.guard.main or id(definition.scope) in left_out:
            left_out.add(id(definition.body))
            continue
        node = definition.node
        owner = by_scope.get(id(definition.scope))
        if isinstance(node, ast.ClassDef):
            facts = _class_info(definition, node, names)
            classes.append(facts)
            by_scope[id(definition.body)] = facts
        elif isinstance(node, FunctionNode):
            functions.append(_function_facts(definition, node, names, in_class=owner is not None))
            if owner is not None:
                owner.methods[node.name] = node
        elif owner is not None:
            owner.attributes[definition.name] = definition
    generators = frozenset(id(scope.node) for scope in structure.scopes if scope.generator)
    return ModuleFacts(structure, source, names, classes, functions, generators)


def _class_info(definition: NameDefinition, node: ast.ClassDef, names: ImportAliases) -> ClassInfo:
    return ClassInfo(
        definition.scope.path(node.name),
        node,
        tuple(names.path(base) for base in node.bases),
        tuple(names.path(decorator) for decorator in node.decorator_list),
    )


def _function_facts(
    definition: NameDefinition, node: FunctionNode, names: ImportAliases, *, in_class: bool
) -> FunctionFacts:
    return FunctionFacts(
        definition.scope.path(node.name),
        node,
        tuple((names.path(decorator), decorator) for decorator in node.decorator_list),
        definition.body or definition.scope,
        in_class,
    )


def only_raises(node: FunctionNode) -> bool:
    """Whether all that a function does is to raise an error."""
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    return len(body) == 1 and isinstance(body[0], ast.Raise)


def statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a body and of its blocks, but not of the definitions in it."""
    stack = list(reversed(body))
    while stack:
        statement = stack.pop()
        yield statement
        if isinstance(statement, FunctionNode | ast.ClassDef):
            continue
        blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
        blocks += [part.body for part in getattr(statement, "handlers", [])]
        blocks += [part.body for part in getattr(statement, "cases", [])]
        for block in reversed(blocks):
            stack.extend(reversed(block))
