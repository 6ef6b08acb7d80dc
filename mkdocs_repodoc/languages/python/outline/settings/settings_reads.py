"""Facts on configuration: environment variables that a module reads, tables of settings files."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.outline.settings.environment_names import copied, held_names
from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.model.facts import (
    EnvironmentPrefix,
    EnvironmentUse,
    EnvironmentVariable,
    GivenVariable,
    SettingsTable,
)

_HINTS = ("environ", "getenv", "setenv", "putenv", "envvar", "env_var", '"tool"', "'tool'")
"""A module without any of these words states nothing of the kind, and is not walked."""
_DECLARING = frozenset({"option", "argument", "Option", "Argument"})
"""Last names of what declares a command-line option; a keyword names the variable behind it."""
_BEHIND = ("envvar", "env_var", "env_vars")
_SETTERS = frozenset({"setenv", "putenv"})
"""Last names of functions that set the variable which their first argument names."""
_LONGEST_DEFAULT = 120


def read_configuration(
    tree: ast.Module, text: str, names: ImportAliases, source: SourceExcerpts
) -> tuple[_Found, ...]:
    """Return the variables and tables that a module reads by literal names, in source order.

    What else it does with the environment is noted as well, by its line alone.
    """
    if not any(hint in text for hint in _HINTS):
        return ()
    reader = _Reader(tree, names, source)
    found = [fact for node in nodes_below(tree) for fact in reader.facts(node)]
    told = {each.line for each in found}
    found += [each for each in reader.uses(tree) if each.line not in told]
    named = {(type(fact), getattr(fact, "name", ""), fact.line): fact for fact in found}
    return tuple(sorted(named.values(), key=lambda fact: (fact.line, getattr(fact, "name", ""))))


_Found = EnvironmentVariable | EnvironmentUse | EnvironmentPrefix | GivenVariable | SettingsTable


class _Reader:
    def __init__(self, tree: ast.Module, names: ImportAliases, source: SourceExcerpts) -> None:
        assert not isinstance(PYTHON.environment, Absent)  # noqa: S101 - as the record has it
        self._reads = PYTHON.environment
        self._names = names
        self._source = source
        self._constants = _string_constants(tree)
        self._attributes, self._variables = _stand_ins(tree, names, self._reads.tables)
        self._held: set[ast.Name] = set()
        self._held = held_names(tree, self._is_table)
        self._outer: dict[ast.expr, ast.expr] = {}
        self._asked: set[ast.expr] = set()
        """Expressions of which only the truth counts."""

    def uses(self, tree: ast.Module) -> Iterator[EnvironmentUse]:
        """Yield the lines that name the environment, or what reads it."""
        known = (*self._reads.functions, *self._reads.tables)
        for node in nodes_below(tree):
            if isinstance(node, ast.Name | ast.Attribute) and self._names.path(node) in known:
                yield EnvironmentUse(node.lineno)

    def facts(self, node: ast.AST) -> Iterator[_Found]:
        """Yield what one node states; nodes around come before those inside."""
        self._note_logic(node)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            if node not in self._asked and not isinstance(node.values[1], ast.Compare):
                self._outer[node.values[0]] = node.values[1]
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            if self._is_table(node.comparators[0]) and (name := self._name(node.left)):
                yield EnvironmentVariable(name, "", node.lineno)
        elif isinstance(node, ast.Subscript):
            yield from self._subscript(node)
        elif isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            if any(key is None and self._is_table(value) for key, value in pairs):
                yield from self._keys(node)
        elif isinstance(node, ast.Call):
            yield from self._table_entry(node)
            yield from self._call(node)
            yield from self._given(node)

    def _subscript(self, node: ast.Subscript) -> Iterator[_Found]:
        name = self._name(node.slice) if self._is_table(node.value) else ""
        if isinstance(node.ctx, ast.Load):
            yield from self._table_entry(node)
            if name:
                yield self._variable(node, name, None)
        elif isinstance(node.ctx, ast.Store) and name:
            yield GivenVariable(name, node.lineno)

    def _note_logic(self, node: ast.AST) -> None:
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            self._asked.add(node.test)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self._asked.add(node.operand)
        elif isinstance(node, ast.BoolOp) and (node in self._asked or isinstance(node.op, ast.And)):
            self._asked.update(node.values)

    def _call(self, node: ast.Call) -> Iterator[EnvironmentVariable | EnvironmentPrefix]:
        keywords = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
        given = keywords.get("auto_envvar_prefix")
        if given is not None and (prefix := self._name(given)):
            yield EnvironmentPrefix(f"{prefix.rstrip('_')}_", given.lineno)
        if self._reads_environment(node.func) and node.args and (name := self._name(node.args[0])):
            default = node.args[1] if len(node.args) > 1 else keywords.get("default")
            yield self._variable(node, name, default)
        envvar = next((keywords[each] for each in _BEHIND if each in keywords), None)
        if envvar is not None and _declares_option(node, keywords):
            listed = envvar.elts if isinstance(envvar, ast.List | ast.Tuple) else [envvar]
            for each in listed:
                if name := self._name(each):
                    default = keywords.get("default")
                    yield self._variable(node, name, default, each.lineno)

    def _given(self, node: ast.Call) -> Iterator[GivenVariable]:
        """Read `run(…, env={"NAME": value})`, `dict(os.environ, NAME=…)`, `os.putenv`, `setenv`."""
        is_setter = dotted(node.func).rpartition(".")[2] in _SETTERS and node.args
        if is_setter and (name := self._name(node.args[0])):
            yield GivenVariable(name, node.lineno)
        whole = node.args[0] if node.args and dotted(node.func) == "dict" else None
        for keyword in node.keywords:
            if keyword.arg and whole is not None and self._is_table(whole):
                yield GivenVariable(keyword.arg, keyword.value.lineno)
            if keyword.arg == "env" and isinstance(keyword.value, ast.Dict):
                yield from self._keys(keyword.value)

    def _keys(self, node: ast.Dict) -> Iterator[GivenVariable]:
        for key in node.keys:
            if key is not None and (name := self._name(key)):
                yield GivenVariable(name, key.lineno)

    def _variable(
        self, node: ast.expr, name: str, default: ast.expr | None, line: int = 0
    ) -> EnvironmentVariable:
        default = default or self._outer.get(node)
        shown = "" if default is None else self._source.short(default, _LONGEST_DEFAULT)
        return EnvironmentVariable(name, shown, line or node.lineno)

    def _reads_environment(self, function: ast.expr) -> bool:
        if self._names.path(function) in self._reads.functions:
            return True
        return (
            isinstance(function, ast.Attribute)
            and function.attr in {"get", "pop"}
            and self._is_table(function.value)
        )

    def _is_table(self, node: ast.expr) -> bool:
        """Whether it is the environment, or an attribute or variable that the module sets to it."""
        name = dotted(node)
        is_known = (
            self._names.path(node) in self._reads.tables
            or name in self._variables
            or ("." in name and name.rpartition(".")[2] in self._attributes)
        )
        return node in self._held or (bool(name) and is_known)

    def _name(self, node: ast.expr) -> str:
        """Return a literal name, or the one that a constant of the module holds."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        return self._constants.get(dotted(node), "")

    def _table_entry(self, node: ast.Subscript | ast.Call) -> Iterator[SettingsTable]:
        """Read `settings["tool"]["name"]`, with subscripts or `get`."""
        inner, key = _looked_up(node)
        if inner is not None and key and _looked_up(inner)[1] == "tool":
            yield SettingsTable(f"tool.{key}", node.lineno)


def _declares_option(node: ast.Call, keywords: Mapping[str, ast.expr]) -> bool:
    """Tell whether a call declares an option: by its name, or by flags and a text that helps."""
    first = getattr(node.args[0], "value", None) if node.args else None
    is_flag = isinstance(first, str) and first.startswith("-") and "help" in keywords
    return is_flag or dotted(node.func).rpartition(".")[2] in _DECLARING


def _looked_up(node: ast.expr) -> tuple[ast.expr | None, str]:
    """Return what an expression looks up a literal key in, and the key."""
    key: ast.expr | None = None
    inner: ast.expr | None = None
    if isinstance(node, ast.Subscript):
        inner, key = node.value, node.slice
    elif isinstance(node, ast.Call) and node.args and getattr(node.func, "attr", "") == "get":
        inner, key = getattr(node.func, "value", None), node.args[0]
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return inner, key.value
    return None, ""


def _string_constants(tree: ast.Module) -> dict[str, str]:
    """Return the strings that are assigned to names at the module's own level."""
    return {
        name: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for name in _written(node)
    }


def _stand_ins(
    tree: ast.Module, names: ImportAliases, tables: tuple[str, ...]
) -> tuple[set[str], set[str]]:
    """Return the attributes and the variables that the module sets to the environment.

    A variable counts only if no parameter has its name: servers hand a request to an application
    as `environ`.
    """
    held: set[str] = set()
    given: set[str] = set()
    for node in nodes_below(tree):
        if isinstance(node, ast.arg):
            given.add(node.arg)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            source = copied(node.value)
            is_name = isinstance(source, ast.Name | ast.Attribute)
            held.update(_written(node) if is_name and names.path(source) in tables else ())
    return {name.rpartition(".")[2] for name in held}, held - given


def _written(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [name for target in targets if (name := dotted(target))]
