"""Classes whose instances are called like functions."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Reference


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        call = owner.methods.get("__call__")
        if call is not None and "type" not in owner.bases:
            message = f"Instances of `{owner.name}` can be called like functions."
            yield Match(call, message, owner.name)


RULE = PythonRule(
    id="callable-object",
    name="Callable object",
    area="idiom",
    says="A class other than a metaclass defines `__call__`.",
    why=(
        "An instance can be handed over wherever a function is expected, and keeps state between "
        "its calls. `x()` then runs this method."
    ),
    example="""\
class Counter:
    def __init__(self):
        self.calls = 0

    def __call__(self):
        self.calls += 1
""",
    counterexample="""\
class Registered(type):
    def __call__(cls, *arguments):
        return super().__call__(*arguments)
""",
    reference=Reference(
        "Python: object.__call__",
        "https://docs.python.org/3/reference/datamodel.html#object.__call__",
    ),
    since="0.1.0",
    check=_check,
)
