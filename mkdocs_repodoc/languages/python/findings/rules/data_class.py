"""Classes that a decorator gives their constructor, from the fields that they declare."""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.ancestors import ancestors
from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ClassInfo, ModuleFacts
from mkdocs_repodoc.languages.python.outline.labels import DATACLASSES
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition
from mkdocs_repodoc.model.rules import FurtherReading

_NO_FIELDS = {"typing.ClassVar", "dataclasses.KW_ONLY"}


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        for path, node in zip(owner.decorators, owner.node.decorator_list, strict=True):
            if path in DATACLASSES:
                frozen = path.endswith(".frozen") or _is_frozen(node)
                kind = "frozen data class" if frozen else "data class"
                message = f"`{owner.name}` is a {kind}{_fields(owner, module)}."
                yield Match(owner.node, message, owner.name)


def _fields(owner: ClassInfo, module: ModuleFacts) -> str:
    """Return the fields of the constructor in its order, inherited ones first."""
    family, elsewhere = ancestors(owner, module)
    fields = {
        name: None
        for each in (*reversed(family), owner)
        if DATACLASSES.intersection(each.decorators)
        for name, member in each.attributes.items()
        if member.method is None and _is_field(member, module)
    }
    parts = [f" of {listed(list(fields))}"] if fields else []
    if others := [base.rpartition(".")[2] for base in elsewhere if _may_have_fields(base)]:
        parts.append(f"{', and' if fields else ' with'} any fields of {listed(others)}")
    return "".join(parts)


def _may_have_fields(base: str) -> bool:
    """Whether a base may be a data class; none of the standard library's is made for that."""
    first, dot, _ = base.partition(".")
    return first not in sys.stdlib_module_names if dot else not hasattr(builtins, base)


def _is_field(member: NameDefinition, module: ModuleFacts) -> bool:
    """Whether a class attribute is a field: annotated, or made by attrs' `attr.ib()`."""
    if isinstance(member.node, ast.AnnAssign):
        return module.names.path(member.node.annotation) not in _NO_FIELDS
    called = member.value if isinstance(member.value, ast.Call) else None
    return called is not None and module.names.path(called).rpartition(".")[2] in {"ib", "attrib"}


def _is_frozen(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and any(
        keyword.arg == "frozen"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is True
        for keyword in node.keywords
    )


RULE = PythonRule(
    id="data-class",
    name="Data class",
    area="idiom",
    says=(
        "A class is decorated by `dataclasses`, attrs or a like of theirs. The fields are those of "
        "its constructor, in that order; fields of a base class in another file are not listed."
    ),
    why=(
        "The constructor, the comparison and the printed form are generated, so that there is no "
        "`__init__` to read: the fields are the signature. Those of a frozen one can't be assigned "
        "to again."
    ),
    example="""\
from dataclasses import dataclass

@dataclass
class Point:
    x: float
    y: float
""",
    counterexample="""\
class Point:
    x: float
    y: float
""",
    reference=FurtherReading(
        "Python: dataclasses", "https://docs.python.org/3/library/dataclasses.html"
    ),
    since="0.1.0",
    check=_check,
)
