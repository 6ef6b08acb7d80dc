"""Classes with a length whose instances answer to square brackets."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        if "__getitem__" in owner.methods and "__len__" in owner.methods:
            kind = "mutable container" if "__setitem__" in owner.methods else "container"
            message = f"`{owner.name}` is a {kind}: it has a length and answers to `[…]`."
            yield Match(owner.methods["__getitem__"], message, owner.name)


RULE = PythonRule(
    id="container",
    name="Container",
    area="idiom",
    says=(
        "A class defines `__len__` and `__getitem__`; with `__setitem__` its contents can be "
        "replaced."
    ),
    why=(
        "Instances are used like lists or dictionaries: `len(x)`, `x[key]`. They are also false "
        "in a condition while they are empty, which surprises if nobody expects it."
    ),
    example="""\
class Deck:
    def __len__(self):
        return len(self.cards)

    def __getitem__(self, position):
        return self.cards[position]
""",
    counterexample="""\
class Deck:
    def __len__(self):
        return len(self.cards)
""",
    reference=FurtherReading(
        "Python: Emulating container types",
        "https://docs.python.org/3/reference/datamodel.html#emulating-container-types",
    ),
    since="0.1.0",
    check=_check,
)
