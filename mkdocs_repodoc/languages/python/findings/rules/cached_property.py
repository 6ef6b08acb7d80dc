"""Attributes that are computed when they are first read."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Reference


def _check(module: ModuleFacts) -> Iterator[Match]:
    for function in module.functions:
        for path, decorator in function.decorators:
            if path.rpartition(".")[2] == "cached_property":
                message = f"`{function.name}` is computed once for each instance."
                yield Match(decorator, message, function.name)


RULE = PythonRule(
    id="cached-property",
    name="Cached property",
    area="performance",
    says=(
        "A method is decorated with `cached_property`, of `functools` or of a library that has one "
        "by that name."
    ),
    why=(
        "The first access computes the value, later ones find it in the instance. It does not "
        "follow changes of what it was computed from."
    ),
    example="""\
from functools import cached_property

class Document:
    @cached_property
    def words(self):
        return self.text.split()
""",
    counterexample="""\
class Document:
    @property
    def words(self):
        return self.text.split()
""",
    reference=Reference(
        "Python: functools.cached_property",
        "https://docs.python.org/3/library/functools.html#functools.cached_property",
    ),
    since="0.1.0",
    check=_check,
)
