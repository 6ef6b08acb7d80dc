"""Modules that compute attributes when they are asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import FunctionFacts, ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for function in module.functions:
        if function.name == "__getattr__" and not _is_stub(function):
            message = f"{_effect(function, module)}, through its `__getattr__`."
            yield Match(function.node, message, "__getattr__")


def _is_stub(function: FunctionFacts) -> bool:
    """Whether its body is an ellipsis, with which a stub says that it is incomplete."""
    first = function.node.body[0]
    return isinstance(first, ast.Expr) and getattr(first.value, "value", None) is Ellipsis


def _effect(function: FunctionFacts, module: ModuleFacts) -> str:
    called = {
        module.names.path(each.func)
        for each in ast.walk(function.node)
        if isinstance(each, ast.Call)
    }
    if {"importlib.import_module", "__import__"} & called or _returns_import(function):
        return "The module imports names only when they are first asked for"
    if "warnings.warn" in called:
        return "The module warns of names that are no longer to be used"
    return "The module computes attributes that it does not define"


def _returns_import(function: FunctionFacts) -> bool:
    """Whether a function returns what its own body imports, or an attribute of that."""
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(function.node)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    return any(
        isinstance(part, ast.Name) and part.id in imported
        for statement in function.scope.returns
        if statement.value is not None
        for part in ast.walk(statement.value)
    )


RULE = PythonRule(
    id="module-getattr",
    name="Module `__getattr__`",
    area="idiom",
    says=(
        "A module defines a function `__getattr__`, which is asked for names that the module does "
        "not have."
    ),
    why=(
        "The module offers names that no statement in it defines: often to import something late, "
        "or to warn of a name that is going away."
    ),
    example="""\
def __getattr__(name):
    import importlib

    return importlib.import_module(f"plugins.{name}")
""",
    counterexample="""\
class Settings:
    def __getattr__(self, name):
        return self.values[name]
""",
    reference=FurtherReading(
        "PEP 562: Module __getattr__ and __dir__", "https://peps.python.org/pep-0562/"
    ),
    since="0.1.0",
    check=_check,
)
