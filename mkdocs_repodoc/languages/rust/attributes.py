"""The words in front of a Rust item: attributes, visibility, modifiers."""

from __future__ import annotations

import re
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.facts import DefinedModule, OfferedName

_PYTHON = {
    "pymodule": "python module",
    "pyfunction": "python function",
    "pyclass": "python class",
    "pymethods": "python methods",
}
_OFFERED = frozenset({"python function", "python class"})
TEST = re.compile(r"(?:\w+::)*(?:test(?:_case)?|rstest|quickcheck|proptest|wasm_bindgen_test)\b")
"""Attributes that make a function a test."""
_NAME = re.compile(r"\bname\s*=\s*\"([^\"]+)\"")
_MODIFIERS = frozenset({"async", "const", "unsafe", "extern", "default"})


def read_body(walk: Walk, node: Node, scope: Scope) -> None:
    """Give each item its attributes, which are its siblings in the tree."""
    pending: list[tuple[Node, Scope]] = []
    attributes: list[Node] = []
    for child in node.named_children:
        if child.type == "attribute_item":
            attributes.append(child)
        elif child.type in {"line_comment", "block_comment"}:
            continue
        elif attributes:
            texts = tuple(
                walk.line_of(one).removeprefix("#[").removesuffix("]") for one in attributes
            )
            wrapped = scope.wrapped(attributes[0].start_byte)
            pending.append((child, replace(wrapped, names=texts)))
            attributes = []
        else:
            pending.append((child, scope))
    for child, inner in reversed(pending):
        walk.visit(child, inner)


def labels_of(walk: Walk, node: Node, scope: Scope) -> list[str]:
    """Return the traits of an item: what Python sees of it, visibility, modifiers."""
    labels = [_PYTHON[one] for text in scope.names if (one := attribute_name(text)) in _PYTHON]
    if any(attribute_name(text) == "deprecated" for text in scope.names):
        labels.append("deprecated")
    visibility = child_of_type(node, "visibility_modifier")
    if visibility is not None:
        labels.append(walk.line_of(visibility))
    modifiers = child_of_type(node, "function_modifiers")
    for child in [*(modifiers.children if modifiers else []), *node.children]:
        if child.type in _MODIFIERS:
            labels.append(child.type)
        elif child.type == "extern_modifier":
            labels.append(walk.line_of(child))
        elif child.type == "mutable_specifier":
            labels.append("mut")
    return labels


def attribute_name(text: str) -> str:
    """Return the last part of an attribute's name."""
    return re.split(r"[(=\s]", text, maxsplit=1)[0].rpartition("::")[2]


def is_public(node: Node, scope: Scope) -> bool:
    """Return whether an item is public by itself or by what it stands in."""
    visibility = child_of_type(node, "visibility_modifier")
    return scope.access == "public" or (visibility is not None and visibility.child_count <= 1)


def note_python_module(walk: Walk, text: str, labels: list[str], scope: Scope) -> None:
    """Note under which name Python imports what a `#[pymodule]` defines."""
    if "python module" in labels:
        renamed = [match[1] for one in scope.names if (match := _NAME.search(one))]
        walk.facts.append(DefinedModule("python", renamed[0] if renamed else text))


def note_offered(walk: Walk, _: Node) -> None:
    """Note under which names Python has the file's functions and classes."""
    for found in walk.found:
        if not _OFFERED.isdisjoint(found.labels):
            renamed = [match[1] for one in found.decorators if (match := _NAME.search(one))]
            name = renamed[0] if renamed else found.name.rpartition("::")[2]
            walk.facts.append(OfferedName("python", name, found.name))
