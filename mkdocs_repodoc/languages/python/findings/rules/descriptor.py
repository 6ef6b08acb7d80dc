"""Classes whose instances, as class attributes, take over access to themselves."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.ancestors import ancestors
from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_METHODS = ("__get__", "__set__", "__delete__")


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        own = [name for name in _METHODS if name in owner.methods]
        if "__get__" not in own and "__set__" not in own:
            continue
        family = (owner, *ancestors(owner, module)[0])
        names = [name for name in _METHODS if any(name in each.methods for each in family)]
        data = len(names) > 1 or "__get__" not in names
        message = (
            f"`{owner.name}` is a {'data descriptor' if data else 'descriptor'}: as a class "
            f"attribute it takes over access to itself with {listed(names)}."
        )
        yield Match(owner.methods[own[0]], message, owner.name)


RULE = PythonRule(
    id="descriptor",
    name="Descriptor",
    area="idiom",
    says=(
        "A class defines `__get__` or `__set__`. Stored as an attribute of another class, its "
        "instance answers when that attribute is read or written."
    ),
    why=(
        "`object.name` runs code of this class. A data descriptor (one that also sets or "
        "deletes) takes precedence even over an attribute of the same name in the instance."
    ),
    example="""\
class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, abs(value))
""",
    counterexample="""\
class Box:
    def get(self, instance):
        return self.value
""",
    reference=FurtherReading(
        "Python: Descriptor Guide", "https://docs.python.org/3/howto/descriptor.html"
    ),
    since="0.1.0",
    check=_check,
)
