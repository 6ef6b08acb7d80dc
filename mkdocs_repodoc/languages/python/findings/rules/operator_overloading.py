"""Classes that say what operators do with their instances."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_OPERATORS = {
    "__add__": "+",
    "__radd__": "+",
    "__sub__": "-",
    "__mul__": "*",
    "__rmul__": "*",
    "__truediv__": "/",
    "__floordiv__": "//",
    "__mod__": "%",
    "__pow__": "**",
    "__matmul__": "@",
    "__and__": "&",
    "__or__": "|",
    "__xor__": "^",
    "__lshift__": "<<",
    "__rshift__": ">>",
    "__neg__": "-x",
    "__invert__": "~x",
    "__lt__": "<",
    "__le__": "<=",
    "__gt__": ">",
    "__ge__": ">=",
}


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        names = [name for name in owner.methods if name in _OPERATORS]
        if names:
            signs = list(dict.fromkeys(_OPERATORS[name] for name in names))
            noun = "operator" if len(signs) == 1 else "operators"
            message = f"`{owner.name}` gives a meaning of its own to the {noun} {listed(signs)}."
            yield Match(owner.methods[names[0]], message, owner.name)


RULE = PythonRule(
    id="operator-overloading",
    name="Operator overloading",
    area="idiom",
    says=(
        "A class defines special methods of arithmetic, bitwise or ordering operators. Equality "
        "is not counted, since most classes that define it mean what everybody expects."
    ),
    why="An expression such as `a + b` or `a < b` runs code of this class.",
    example="""\
class Vector:
    def __add__(self, other):
        return Vector(self.x + other.x)
""",
    counterexample="""\
class Vector:
    def __eq__(self, other):
        return self.x == other.x
""",
    reference=FurtherReading(
        "Python: Emulating numeric types",
        "https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types",
    ),
    since="0.1.0",
    check=_check,
)
