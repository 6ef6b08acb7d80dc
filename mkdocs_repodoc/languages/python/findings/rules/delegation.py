"""Classes that pass on the attributes that they lack to another object."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.missing_attributes import delegate
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        node = owner.methods.get("__getattr__")
        if node is not None and (target := delegate(node)):
            message = f"`{owner.name}` passes on attributes that it lacks to `{target}`."
            yield Match(node, message, owner.name)


RULE = PythonRule(
    id="delegation",
    name="Delegation",
    area="design",
    says="The `__getattr__` of a class returns the attribute of the same name of another object.",
    why=(
        "The class stands in for that object, as a proxy or a wrapper, and has all of its "
        "attributes without naming them. Special methods such as `__len__` are not passed on."
    ),
    example="""\
class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)
""",
    counterexample="""\
class Defaults:
    def __getattr__(self, name):
        return None
""",
    reference=FurtherReading(
        "Wikipedia: Delegation pattern", "https://en.wikipedia.org/wiki/Delegation_pattern"
    ),
    since="0.1.0",
    check=_check,
)
