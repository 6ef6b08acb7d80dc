"""Classes that compute attributes when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.missing_attributes import delegate
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        node = owner.methods.get("__getattr__")
        if node is not None and not delegate(node):
            message = (
                f"`{owner.name}` computes attributes that it does not define, in `__getattr__`."
            )
            yield Match(node, message, owner.name)


RULE = PythonRule(
    id="dynamic-attributes",
    name="Dynamic attributes",
    area="idiom",
    says=(
        "A class defines `__getattr__` and does more in it than pass the name on, which would be "
        "`delegation`."
    ),
    why=(
        "Attributes can be used that are defined nowhere, so that neither a search nor this "
        "documentation finds them. A misspelt name may not raise an error either."
    ),
    example="""\
class Record:
    def __getattr__(self, name):
        return self.values[name]
""",
    counterexample="""\
class Proxy:
    def __getattr__(self, name):
        return getattr(self.target, name)
""",
    reference=FurtherReading(
        "Python: object.__getattr__",
        "https://docs.python.org/3/reference/datamodel.html#object.__getattr__",
    ),
    since="0.1.0",
    check=_check,
)
