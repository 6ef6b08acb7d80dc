"""Functions that return a decorator made to measure."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import any_of
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.languages.python.findings.wrappers import wrapper_of
from mkdocs_repodoc.model.rules import FurtherReading

_DEPTH = 2


def _check(module: ModuleFacts) -> Iterator[Match]:
    for function in module.functions:
        wrapper = wrapper_of(function, module)
        if wrapper is not None and wrapper.depth == _DEPTH:
            message = (
                f"`{function.name}` is a decorator factory: called with its arguments it returns a "
                f"decorator, whose wrapper is {any_of(wrapper.names)}."
            )
            yield Match(function.node, message, function.name)


RULE = PythonRule(
    id="decorator-factory",
    name="Decorator factory",
    area="idiom",
    says="A function returns a function of its own which is a `decorator`.",
    why=(
        "It has to be called to decorate: `@retry(3)`, not `@retry`. Its arguments settle what the "
        "wrapper does."
    ),
    example="""\
import functools

def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*arguments):
            for _ in range(times):
                function(*arguments)

        return wrapper

    return decorate
""",
    counterexample="""\
def retry(times):
    def attempt(function):
        for _ in range(times):
            function()

    return attempt
""",
    reference=FurtherReading(
        "Python: Function definitions",
        "https://docs.python.org/3/reference/compound_stmts.html#function-definitions",
    ),
    since="0.1.0",
    check=_check,
)
