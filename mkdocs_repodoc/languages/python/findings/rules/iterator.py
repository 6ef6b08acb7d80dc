"""Classes whose instances hand out their values one by one."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_METHODS = (("__iter__", "__next__", "for"), ("__aiter__", "__anext__", "async for"))


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        for iterate, following, loop in _METHODS:
            if iterate in owner.methods and following in owner.methods:
                message = (
                    f"`{owner.name}` is an iterator: `{loop}` takes its values from `{following}`."
                )
                yield Match(owner.methods[iterate], message, owner.name)


RULE = PythonRule(
    id="iterator",
    name="Iterator",
    area="design",
    says=(
        "A class defines `__iter__` and `__next__`, or their asynchronous twins: its instances "
        "remember how far a loop has come."
    ),
    why=(
        "An iterator can be gone through once. Two loops over the same instance share its "
        "position, and the second one finds nothing left."
    ),
    example="""\
class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left
""",
    counterexample="""\
class Numbers:
    def __iter__(self):
        return iter([1, 2, 3])
""",
    reference=FurtherReading(
        "Python: Iterator Types",
        "https://docs.python.org/3/library/stdtypes.html#iterator-types",
    ),
    since="0.1.0",
    check=_check,
)
