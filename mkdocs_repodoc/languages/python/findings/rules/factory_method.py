"""Class methods that make an instance of the class that they are called on."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts, statements
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        names = [
            name
            for name, node in owner.methods.items()
            if any(module.names.path(each) == "classmethod" for each in node.decorator_list)
            and _makes_instance(node, owner.node.name)
        ]
        if names:
            one = len(names) == 1
            verb = "is an alternative constructor" if one else "are alternative constructors"
            message = f"{listed(names)} {verb} of `{owner.name}`."
            yield Match(owner.methods[names[0]], message, owner.name)


def _makes_instance(node: FunctionNode, class_name: str) -> bool:
    receiver = node.args.args[0].arg if node.args.args else ""
    return any(
        isinstance(statement, ast.Return)
        and isinstance(statement.value, ast.Call)
        and dotted(statement.value.func) in {receiver, class_name}
        for statement in statements(node.body)
    )


RULE = PythonRule(
    id="factory-method",
    name="Factory method",
    area="design",
    says="A class method returns a new instance of the class that it is called on.",
    why=(
        "It is a second way to make the object, often the one to use: from a file, a string or "
        "another object. One that calls its first parameter makes an instance of whatever subclass "
        "it is called on."
    ),
    example="""\
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    @classmethod
    def origin(cls):
        return cls(0, 0)
""",
    counterexample="""\
class Point:
    @classmethod
    def count(cls):
        return len(cls.all)
""",
    reference=FurtherReading(
        "Wikipedia: Factory method pattern",
        "https://en.wikipedia.org/wiki/Factory_method_pattern",
    ),
    since="0.1.0",
    check=_check,
)
