"""Functions that keep their results."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import FunctionFacts, ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_CACHES = {"functools.cache", "functools.lru_cache"}
_LONGEST_SIZE = 40


def _check(module: ModuleFacts) -> Iterator[Match]:
    for function in module.functions:
        for path, decorator in function.decorators:
            if path in _CACHES:
                yield Match(decorator, _message(function, path, decorator, module), function.name)


def _message(function: FunctionFacts, path: str, decorator: ast.expr, module: ModuleFacts) -> str:
    arguments = function.node.args
    if not any((arguments.posonlyargs, arguments.args, arguments.kwonlyargs)) and not (
        arguments.vararg or arguments.kwarg
    ):
        return f"`{function.name}` is computed once: its result is kept."
    size = _size(decorator, path, module)
    return f"Results of `{function.name}` are kept for repeated arguments, {size}."


def _size(decorator: ast.expr, path: str, module: ModuleFacts) -> str:
    if path == "functools.cache":
        return "without a limit"
    if isinstance(decorator, ast.Call):
        given = [
            *(keyword.value for keyword in decorator.keywords if keyword.arg == "maxsize"),
            *decorator.args[:1],
        ]
        if given:
            if isinstance(given[0], ast.Constant) and given[0].value is None:
                return "without a limit"
            return f"up to `{module.source.short(given[0], _LONGEST_SIZE)}` of them"
    return "up to 128 of them"


RULE = PythonRule(
    id="cached-function",
    name="Cached function",
    area="performance",
    says="A function is decorated with `functools.cache` or `functools.lru_cache`.",
    why=(
        "A call with arguments that were seen before costs next to nothing, and gives the very "
        "same object again. The cache keeps arguments and results alive."
    ),
    example="""\
import functools

@functools.lru_cache(maxsize=1000)
def parse(text):
    return text.split()
""",
    counterexample="""\
from mine import cache

@cache
def parse(text):
    return text.split()
""",
    reference=FurtherReading(
        "Python: functools.lru_cache",
        "https://docs.python.org/3/library/functools.html#functools.lru_cache",
    ),
    since="0.1.0",
    check=_check,
)
