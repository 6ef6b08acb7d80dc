"""Methods that fix the order of steps which subclasses define."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.findings.abstract_methods import abstract_methods
from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.rules import FurtherReading

_UNCONDITIONAL = ast.With | ast.AsyncWith | ast.For | ast.AsyncFor | ast.While | ast.Try
_FEWEST = 2


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        abstract = abstract_methods(owner, module)
        for name, node in owner.methods.items():
            if name in abstract:
                continue
            steps = _steps(node, abstract)
            if len(steps) >= _FEWEST:
                message = (
                    f"`{owner.name}.{name}` is a template method: it fixes the order of "
                    f"{listed(steps)}, which subclasses define."
                )
                yield Match(node, message, owner.name)


def _steps(node: FunctionNode, abstract: Sequence[str]) -> list[str]:
    """Return the abstract methods that a method calls, in that order, if the order matters.

    It does where one is called for its effect alone, or works on what an earlier one has returned.
    Two values that are asked for one after the other are no steps.
    """
    receiver = node.args.args[0].arg if node.args.args else ""
    steps: list[str] = []
    made: set[str] = set()
    ordered = False
    for statement in _always_run(node.body):
        value = _value(statement)
        if value is None:
            continue
        depends = bool(_names(value) & made)
        step = _own_method(value, receiver)
        if step in abstract:
            ordered = ordered or depends or isinstance(statement, ast.Expr)
            steps.append(step)
        if depends or step in abstract:
            made |= _bound(statement)
    return list(dict.fromkeys(steps)) if ordered else []


def _always_run(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, _UNCONDITIONAL):
            yield from _always_run(statement.body)


def _value(statement: ast.stmt) -> ast.expr | None:
    """Return the expression that a statement evaluates first."""
    if isinstance(statement, ast.Expr | ast.Assign | ast.AnnAssign | ast.Return):
        value = statement.value
        return value.value if isinstance(value, ast.Await) else value
    return statement.iter if isinstance(statement, ast.For | ast.AsyncFor) else None


def _own_method(value: ast.expr, receiver: str) -> str:
    """Return the name of the method that an expression calls on the receiver."""
    function = value.func if isinstance(value, ast.Call) else None
    if (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == receiver
    ):
        return function.attr
    return ""


def _names(expression: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(expression) if isinstance(part, ast.Name)}


def _bound(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign | ast.For | ast.AsyncFor):
        targets = [statement.target]
    else:
        targets = []
    return {name for target in targets for name in _names(target)}


RULE = PythonRule(
    id="template-method",
    name="Template method",
    area="design",
    says=(
        "A method calls at least two abstract methods of its class unconditionally, one of them "
        "for its effect or on what an earlier one has returned."
    ),
    why=(
        "The order of the steps is decided here, once for all subclasses, and what each step does "
        "is decided there. To follow one run, read this method and the subclass side by side."
    ),
    example="""\
from abc import ABC, abstractmethod

class Report(ABC):
    def run(self):
        rows = self.load()
        self.write(rows)

    @abstractmethod
    def load(self): ...

    @abstractmethod
    def write(self, rows): ...
""",
    counterexample="""\
from abc import ABC, abstractmethod

class Machine(ABC):
    def describe(self):
        name = self.name()
        size = self.size()
        return f"{name}: {size}"

    @abstractmethod
    def name(self): ...

    @abstractmethod
    def size(self): ...
""",
    reference=FurtherReading(
        "Wikipedia: Template method pattern",
        "https://en.wikipedia.org/wiki/Template_method_pattern",
    ),
    since="0.1.0",
    check=_check,
)
