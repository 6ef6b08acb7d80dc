"""Types that comments state, as JSDoc has them: `@param {Mill} mill`, `@typedef {…} Mill`.

They count where the code itself has no annotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.documented_meanings import MODULE_TYPE
from mkdocs_repodoc.languages.javascript.names.name_walk import Walker
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope

_TYPEDEF = re.compile(r"@typedef\s*\{([^{}\n]{1,200})\}\s*([\w$]+)")
_IMPORT = re.compile(r"@import\s*\{([^{}]{1,400})\}\s*from\s*[\"']([^\"'\n]{1,200})[\"']")
_PARAMETER = re.compile(r"@(?:param|arg|argument)\s*\{([^{}\n]{1,200})\}\s*\[?([\w$]+)(?![\w$.\[])")
_AROUND = frozenset(
    (
        *("variable_declarator", "lexical_declaration", "variable_declaration"),
        *("assignment_expression", "expression_statement", "export_statement", "pair"),
    )
)
"""What may stand between a function and the comment above its statement."""
_WORDS = (b"@param", b"@arg")
"""Marks without which no comment of a file states the type of a parameter."""


def bind_documented_types(walker: Walker, root: Node, code: bytes) -> None:
    """Bind the types that comments of a file name in its scope, and note that there are any.

    Args:
        walker: The walk, before it begins.
        root: The file.
        code: The same as bytes.
    """
    walker.has_types_in_comments = any(word in code for word in _WORDS)
    if not walker.has_types_in_comments:
        return
    for node in _comments(root):
        for name, written in _defined(walker.text(node)):
            walker.module.bind(name, Binding("type", walker.module, documented=written))


def _comments(root: Node) -> Iterator[Node]:
    """Yield the comments between the statements of a file."""
    return (node for node in root.children if node.type == "comment")


def _defined(comment: str) -> Iterator[tuple[str, str]]:
    for match in _TYPEDEF.finditer(comment):
        if MODULE_TYPE.fullmatch(match[1].strip()):
            yield match[2], match[1]
    for match in _IMPORT.finditer(comment):
        for part in match[1].split(","):
            name, _, alias = part.strip().partition(" as ")
            if name:
                yield (alias or name).strip(), f"import('{match[2]}').{name.strip()}"


def document_parameters(walker: Walker, function: Node, scope: ScriptScope) -> None:
    """State the types of a function's parameters as the comment above it has them.

    Args:
        walker: The walk.
        function: The function or method.
        scope: Its scope, in which its parameters are bound.
    """
    comment = _comment_above(walker, function) if walker.has_types_in_comments else ""
    for match in _PARAMETER.finditer(comment):
        for binding in scope.bindings.get(match[2], ()):
            if binding.annotation is None and not binding.steps:
                binding.documented, binding.scope = match[1], scope


def _comment_above(walker: Walker, node: Node) -> str:
    """Return the comment above the statement or the member that a function stands in."""
    outer = node
    while (parent := outer.parent) is not None and parent.type in _AROUND:
        outer = parent
    before = outer.prev_sibling
    written = walker.text(before) if before is not None and before.type == "comment" else ""
    return written if written.startswith("/**") else ""
