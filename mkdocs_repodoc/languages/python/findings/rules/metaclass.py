"""Classes whose instances are classes."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import METACLASSES, ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        if METACLASSES.intersection(owner.bases):
            methods = [name for name in owner.methods if name.startswith("__")]
            how = f" through {listed(methods)}" if methods else ""
            message = (
                f"`{owner.name}` is a metaclass: it shapes the classes that are made of it{how}."
            )
            yield Match(owner.node, message, owner.name)


RULE = PythonRule(
    id="metaclass",
    name="Metaclass",
    area="design",
    says="A class inherits from `type`, `abc.ABCMeta` or `enum.EnumMeta`.",
    why=(
        "Its code runs when classes are defined, not when they are used, and subclasses inherit "
        "it. A class may have only one metaclass, which limits what can be inherited together."
    ),
    example="""\
class Registered(type):
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, namespace)
""",
    counterexample="""\
class Registered:
    def __new__(cls):
        return super().__new__(cls)
""",
    reference=FurtherReading(
        "Python: Metaclasses",
        "https://docs.python.org/3/reference/datamodel.html#metaclasses",
    ),
    since="0.1.0",
    check=_check,
)
