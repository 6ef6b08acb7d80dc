"""Variables, fields and constants of C and C++."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.declarators import Declared
from mkdocs_repodoc.languages.c_family.visibility import (
    CLASSES,
    is_name,
    is_public,
    labels_of,
    written_type,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.english import one_line

_STORAGE = re.compile(r"\b(?:static|extern|mutable|thread_local|inline|constexpr|constinit)\b")
_EMPTIED = re.compile(r"\{;\s*\}")


def add_variable(
    walk: Walk,
    node: Node,
    declared: Declared,
    scope: Scope,
    *,
    declarator: Node,
    values: dict[int, Node],
) -> None:
    """Note a variable, a field or a constant.

    Args:
        walk: The walk.
        node: The declaration.
        declared: What one of its declarators declares.
        scope: Where it stands.
        declarator: That declarator.
        values: Values of the declaration, by the start of their declarators.
    """
    if not is_name(scope, declared):
        return
    labels = labels_of(walk, node, declared, scope)
    annotation = one_line(_STORAGE.sub(" ", written_type(walk, node, declarator, declared)))
    value = declarator.child_by_field_name("value") or values.get(declarator.start_byte)
    fixed = "constexpr" in labels or (
        re.search(r"\bconst\b", annotation) and "*" not in declared.stars
    )
    member = scope.kind in CLASSES
    kind = Kind.FIELD if member and not ("static" in labels and fixed) else Kind.VARIABLE
    if fixed and kind == Kind.VARIABLE:
        kind = Kind.CONSTANT
    text = _EMPTIED.sub("{…}", walk.line_of(value))
    walk.add(
        kind,
        scope.qualify(declared.name),
        node,
        declared.node,
        scope,
        signature=f": {annotation}{show_value(text)}",
        labels=labels,
        public=is_public(scope),
        annotation=annotation,
        value=text,
    )
