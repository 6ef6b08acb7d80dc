"""Functions with an implementation for each type of their first argument."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_DISPATCHERS = {"functools.singledispatch", "functools.singledispatchmethod"}


def _check(module: ModuleFacts) -> Iterator[Match]:
    for function in module.functions:
        for path, _ in function.decorators:
            if path in _DISPATCHERS:
                number = _registered(function.name.rpartition(".")[2], module)
                more = f"; {number} {'type has' if number == 1 else 'types have'} one here"
                message = (
                    f"`{function.name}` chooses its implementation by the type of its first "
                    f"argument{more if number else ''}."
                )
                yield Match(function.node, message, function.name)


def _registered(name: str, module: ModuleFacts) -> int:
    """Return how many functions are decorated with the `register` of a function."""
    return sum(
        path.rpartition(".")[0].rpartition(".")[2] == name and path.endswith(".register")
        for function in module.functions
        for path, _ in function.decorators
    )


RULE = PythonRule(
    id="single-dispatch",
    name="Single dispatch",
    area="idiom",
    says=(
        "A function is decorated with `functools.singledispatch` or `singledispatchmethod`. The "
        "number of types counts the implementations that are registered in the same file."
    ),
    why=(
        "Which code a call runs depends on the type of the first argument, and other modules may "
        "register more implementations."
    ),
    example="""\
import functools

@functools.singledispatch
def show(value):
    return str(value)

@show.register
def _(value: list):
    return ", ".join(map(show, value))
""",
    counterexample="""\
def show(value):
    return ", ".join(value) if isinstance(value, list) else str(value)
""",
    reference=FurtherReading(
        "Python: functools.singledispatch",
        "https://docs.python.org/3/library/functools.html#functools.singledispatch",
    ),
    since="0.1.0",
    check=_check,
)
