"""Macros of C++'s libraries that define something: tests, and modules for Python."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.declarators import Declared
from mkdocs_repodoc.languages.c_family.visibility import (
    MACRO_NAME,
    last_name,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.facts import DefinedModule
from mkdocs_repodoc.model.kinds import Kind

_TEST = re.compile(r"(?:TYPED_)?TEST(?:_[FPG])?$")
_PYTHON_MODULE = re.compile(r"(?:PYBIND11_(?:EMBEDDED_)?MODULE|NB_MODULE|BOOST_PYTHON_MODULE)$")
OFFERED = (
    # `.def("grind", &Mill::grind)`
    re.compile(
        rb"\.\s*def(?:_static)?\s*\(\s*\"(?P<name>\w+)\"\s*,"
        rb"\s*&\s*(?:::)?(?P<symbol>\w[\w:]*)\s*[,)]"
    ),
    # `class_<Mill>(m, "Mill")`
    re.compile(
        rb"\bclass_\s*<\s*(?:::)?(?P<symbol>\w[\w:]*)[^<>\";]*>\s*(?:\w+\s*)?"
        rb"\(\s*\w+\s*,\s*\"(?P<name>\w+)\""
    ),
)
"""What registers a definition, in the way of pybind11, nanobind and Boost."""
_TORCH_LIBRARY = re.compile(r"(?:STABLE_)?TORCH_LIBRARY(_IMPL|_FRAGMENT)?$")


def read_known_macro(walk: Walk, node: Node, declared: Declared, scope: Scope) -> bool:
    """Read `TEST(Suite, Case) {…}` and the like; return whether it was one."""
    function = declared.function
    arguments = function.child_by_field_name("parameters") if function is not None else None
    if arguments is None or declared.scope:
        return False
    names = [walk.line_of(child) for child in arguments.named_children]
    macro = declared.name
    if _TEST.match(macro) and len(names) == 2:  # noqa: PLR2004 - suite and case
        name = f"{names[0]}.{names[1]}"
        walk.add(
            Kind.TEST, name, node, arguments.named_children[1], scope, labels=[macro], body=True
        )
        walk.tests.append(name)
        return True
    if _PYTHON_MODULE.match(macro) and names:
        walk.facts.append(DefinedModule("python", names[0]))
        return True
    if _TORCH_LIBRARY.match(macro) and names:
        return True
    return bool(MACRO_NAME.match(macro)) and macro != last_name(scope.name)
