"""Attributes that are computed when they are first read."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        cached = [
            (name, decorator)
            for name, node in owner.methods.items()
            for decorator in node.decorator_list
            if module.names.path(decorator).rpartition(".")[2] == "cached_property"
        ]
        if cached:
            names = listed([name for name, _ in cached])
            message = f"`{owner.name}` computes {names} once for each instance."
            yield Match(cached[0][1], message, owner.name)


RULE = PythonRule(
    id="cached-property",
    name="Cached property",
    area="performance",
    says=(
        "A method is decorated with `cached_property`, of `functools` or of a library that has one "
        "by that name. Those of a class are one finding."
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
    reference=FurtherReading(
        "Python: functools.cached_property",
        "https://docs.python.org/3/library/functools.html#functools.cached_property",
    ),
    since="0.1.0",
    check=_check,
)
