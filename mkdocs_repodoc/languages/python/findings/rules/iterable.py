"""Classes that start a new iteration for each loop, by a generator."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_METHODS = (("__iter__", "__next__"), ("__aiter__", "__anext__"))


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        for iterate, following in _METHODS:
            node = owner.methods.get(iterate)
            if node is None or following in owner.methods:
                continue
            if id(node) in module.generators:
                message = f"`{owner.name}` can be iterated over: its `{iterate}` is a generator."
                yield Match(node, message, owner.name)


RULE = PythonRule(
    id="iterable",
    name="Iterable",
    area="idiom",
    says="The `__iter__` or `__aiter__` of a class is a generator.",
    why=(
        "Each loop over an instance starts from the beginning, and values are computed as they "
        "are asked for. Loops do not disturb each other."
    ),
    example="""\
class Tree:
    def __iter__(self):
        for child in self.children:
            yield from child
        yield self
""",
    counterexample="""\
class Tree:
    def walk(self):
        yield self
""",
    reference=FurtherReading(
        "Python glossary: iterable", "https://docs.python.org/3/glossary.html#term-iterable"
    ),
    since="0.1.0",
    check=_check,
)
