"""The variables of a module that hold the parser of a command of argparse.

A module may make its parsers by a function of its own, `add("run", help=…)`, and give several of
them the same options by another one, `add_file_option(run_parser)`. Both are followed within the
module, by the functions' names.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.options.option_calls import keywords_of
from mkdocs_repodoc.languages.python.outline.options.parameter_conditions import (
    Condition,
    conditions_around,
    met_by,
)
from mkdocs_repodoc.languages.python.outline.structure import OutlineScope, Structure
from mkdocs_repodoc.languages.python.parse.child_nodes import child_nodes
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode

COMMAND = "add_parser"
"""Method that makes the parser of a command."""
_GROUPS = frozenset({"add_argument_group", "add_mutually_exclusive_group", "add_option_group"})
_PARENTS = "parents"
"""Keyword for parsers whose options another one takes over."""
_HELPS = ("help", "description")
_ROUNDS = 4
"""Functions through which a parser is handed on."""

_Meets = Callable[[FunctionNode, Mapping[str, ast.expr]], bool | None]

Parsers = dict[str, tuple[str, ...]]
"""Variable of a scope → the commands whose parser it holds."""


class MadeCommand(NamedTuple):
    """A call that makes the parser of a command."""

    name: str
    help: ast.expr | None
    call: ast.Call


class _Maker(NamedTuple):
    """A function that makes the parser of a command whose name is handed to it."""

    parameters: tuple[str, ...]
    """Without the object that it is called on."""
    name: str
    """The parameter that is the command's name."""
    help: ast.expr | None
    """What it gives as the help."""


class CommandParsers:
    """The commands of a module, and whose parser a variable holds.

    Args:
        structure: What was found in the module.
    """

    def __init__(self, structure: Structure) -> None:
        self._scopes = {id(each): each for each in (structure.module, *structure.scopes)}
        self._nodes = {key: _own_nodes(each) for key, each in self._scopes.items()}
        nodes = (each.node for each in self._scopes.values())
        functions = [each for each in nodes if isinstance(each, FunctionNode)]
        times = Counter(each.name for each in functions)
        self._functions = {each.name: each for each in functions if times[each.name] == 1}
        self._makers = dict(self._found_makers())
        self._parsers: dict[int, Parsers] = {}
        for _ in range(_ROUNDS):
            before, handed = self._parsers, self._handed_on()
            self._parsers = {key: self._of_scope(key, handed) for key in self._nodes}
            if self._parsers == before:
                break

    def commands(self) -> Iterator[MadeCommand]:
        """Yield the commands that the module makes, by `add_parser` or through a function."""
        for nodes in self._nodes.values():
            for node in nodes:
                if isinstance(node, ast.Call) and (made := self._made(node)):
                    yield made

    def command_of(self, scope: OutlineScope, declaration: ast.Call) -> str:
        """Return the command to whose parser a call adds an option; several with commas.

        What a function only adds under a condition on its parameters belongs to the commands whose
        parsers are handed to it with what meets that.
        """
        if not isinstance(declaration.func, ast.Attribute):
            return ""
        parsers, function = self._parsers.get(id(scope), {}), scope.node
        if isinstance(function, FunctionNode) and (
            conditions := conditions_around(function, declaration)
        ):
            parsers = self._under(conditions, function, id(scope))
        return ", ".join(parsers.get(dotted(declaration.func.value), ()))

    def _under(self, conditions: list[Condition], function: FunctionNode, key: int) -> Parsers:
        """Return the variables of a function that hold a command's parser where conditions hold."""

        def meets(called: FunctionNode, given: Mapping[str, ast.expr]) -> bool | None:
            return met_by(conditions, function, given) if called is function else True

        return self._of_scope(key, self._handed_on(meets))

    def _found_makers(self) -> Iterator[tuple[str, _Maker]]:
        """Yield the functions that make the parser of a command, by their names."""
        for key, scope in self._scopes.items():
            node = scope.node
            if not isinstance(node, FunctionNode) or self._functions.get(node.name) is not node:
                continue
            parameters = _parameters(node)
            for call in self._nodes[key]:
                if isinstance(call, ast.Call) and _method(call) == COMMAND and call.args:
                    given = dotted(call.args[0])
                    if given in parameters:
                        yield node.name, _Maker(parameters, given, _help(call))

    def _made(self, call: ast.Call) -> MadeCommand | None:
        """Return the command that a call makes; nothing where its name is no literal."""
        maker = self._makers.get(_called(call))
        if maker is not None:
            given = _arguments(call, maker.parameters)
            said = given.get(dotted(maker.help), maker.help) if maker.help is not None else None
            name = given.get(maker.name)
        elif _method(call) == COMMAND:
            name, said = next(iter(call.args), None), _help(call)
        else:
            return None
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            return MadeCommand(name.value, said, call)
        return None

    def _handed_on(self, meets: _Meets | None = None) -> Mapping[str, Parsers]:
        """Return which commands' parsers the parameters of functions are, by their names.

        A parameter that is given something else, too, stands for no command.

        Args:
            meets: Which calls count, by the function and what it is given: `None` for one of which
                that is not known.
        """
        found: dict[str, dict[str, dict[str, None]]] = {}
        for key, nodes in self._nodes.items():
            known = self._parsers.get(key, {})
            for call in nodes:
                name = _called(call) if isinstance(call, ast.Call) else ""
                function = self._functions.get(name)
                if not isinstance(call, ast.Call) or function is None:
                    continue
                given = _arguments(call, _parameters(function))
                met = meets(function, given) if meets is not None else True
                for parameter, value in given.items() if met is not False else ():
                    commands = found.setdefault(name, {}).setdefault(parameter, {})
                    held = known.get(dotted(value), ("",)) if met else ("",)
                    commands.update(dict.fromkeys(held))
        return {
            function: {name: tuple(each) for name, each in given.items() if "" not in each}
            for function, given in found.items()
        }

    def _of_scope(self, key: int, handed: Mapping[str, Parsers]) -> Parsers:
        """Return the variables of a scope that hold a command's parser, or a group of options."""
        node = self._scopes[key].node
        found: Parsers = {}
        if isinstance(node, FunctionNode) and self._functions.get(node.name) is node:
            found.update(handed.get(node.name, {}))
        for statement in self._nodes[key]:
            if not isinstance(statement, ast.Assign | ast.AnnAssign):
                continue
            call = statement.value
            if not isinstance(call, ast.Call):
                continue
            if made := self._made(call):
                commands: tuple[str, ...] = (made.name,)
            elif _method(call) in _GROUPS and isinstance(call.func, ast.Attribute):
                commands = found.get(dotted(call.func.value), ())
            else:
                continue
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            found.update(dict.fromkeys(map(dotted, targets), commands))
        for parent, children in self._parents(key).items():
            found.setdefault(parent, children)
        return found

    def _parents(self, key: int) -> Parsers:
        """Return the variables of a scope whose options parsers of commands take over.

        One that a parser of the whole program takes over belongs to no command.
        """
        found: dict[str, list[str]] = {}
        for node in self._nodes[key]:
            if isinstance(node, ast.Call) and _PARENTS in (given := keywords_of(node)):
                made, parents = self._made(node), given[_PARENTS]
                for each in parents.elts if isinstance(parents, ast.List | ast.Tuple) else ():
                    found.setdefault(dotted(each), []).append(made.name if made else "")
        return {parent: tuple(names) for parent, names in found.items() if "" not in names}


def _own_nodes(scope: OutlineScope) -> list[ast.AST]:
    """Return a scope's nodes in source order without those of functions and classes in it."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = [*reversed(scope.node.body)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, FunctionNode | ast.ClassDef | ast.Lambda):
            found.append(node)
            waiting += reversed(child_nodes(node))
    return found


def _parameters(node: FunctionNode) -> tuple[str, ...]:
    arguments = node.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return tuple(names[1:] if names[:1] in (["self"], ["cls"]) else names)


def _arguments(call: ast.Call, parameters: tuple[str, ...]) -> dict[str, ast.expr]:
    """Return what a call gives the parameters of a function."""
    return dict(zip(parameters, call.args, strict=False)) | keywords_of(call)


def _called(call: ast.Call) -> str:
    """Return the name of a function of the module that a call may run."""
    name = dotted(call.func)
    return name.removeprefix("self.").removeprefix("cls.")


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _help(call: ast.Call) -> ast.expr | None:
    keywords = keywords_of(call)
    return next((keywords[each] for each in _HELPS if each in keywords), None)
