"""Classes with a method for each kind of thing that they are shown."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ClassInfo, ModuleFacts
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.model.rules import FurtherReading

_FEWEST = 2
_DISPATCHERS = ("visit", "generic_visit", "dispatch")


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        kinds = [name for name in owner.methods if name.startswith("visit_")]
        if len(kinds) >= _FEWEST and (_inherits(owner) or _dispatches(owner, module)):
            yield Match(
                owner.node, f"`{owner.name}` is a visitor with {listed(kinds)}.", owner.name
            )


def _inherits(owner: ClassInfo) -> bool:
    return any(base.endswith(("Visitor", "Transformer")) for base in owner.bases)


def _dispatches(owner: ClassInfo, module: ModuleFacts) -> bool:
    """Whether a method looks the others up by the name of what it is shown."""
    return any(
        isinstance(call, ast.Call)
        and dotted(call.func) == "getattr"
        and len(call.args) > 1
        and "visit_" in module.source.code(call.args[1])
        for name in _DISPATCHERS
        if name in owner.methods
        for call in ast.walk(owner.methods[name])
    )


RULE = PythonRule(
    id="visitor",
    name="Visitor",
    area="design",
    says=(
        "A class has at least two methods `visit_…`, and inherits from a visitor or looks them up "
        "by name itself."
    ),
    why=(
        "Its methods are called by name, from the walk over the structure: no call of them is "
        "written anywhere. What has no method here goes to `generic_visit` or is skipped."
    ),
    example="""\
import ast

class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id)

    def visit_Attribute(self, node):
        print(node.attr)
""",
    counterexample="""\
class Tourist:
    def visit_rome(self): ...

    def visit_paris(self): ...
""",
    reference=FurtherReading(
        "Wikipedia: Visitor pattern", "https://en.wikipedia.org/wiki/Visitor_pattern"
    ),
    since="0.1.0",
    check=_check,
)
