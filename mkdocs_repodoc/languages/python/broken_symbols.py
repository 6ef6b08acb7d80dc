"""Definitions in code that does not parse: their signatures, bases and docstrings."""

from __future__ import annotations

import ast
import warnings
from typing import NamedTuple

import tree_sitter

from mkdocs_repodoc.languages.python.outline.docstrings import (
    Owner,
    ReadDocstring,
    read_docstring,
)
from mkdocs_repodoc.languages.python.outline.labels import is_private
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import (
    Symbol,
    SymbolDetail,
)
from mkdocs_repodoc.settings import DocstringStyle
from mkdocs_repodoc.text.english import one_line

_LONGEST_SIGNATURE = 400


class BrokenDefinition(NamedTuple):
    """A definition in the tree, and the name under which it stands."""

    node: tree_sitter.Node
    name: tree_sitter.Node
    path: str
    in_class: bool
    public: bool


def symbol(definition: BrokenDefinition, style: DocstringStyle) -> tuple[Symbol, SymbolDetail, str]:
    """Return a definition with its detail and the text that documents it."""
    node, name = definition.node, definition.name
    outer = node
    decorators: list[str] = []
    if node.parent is not None and node.parent.type == "decorated_definition":
        outer = node.parent
        decorators = [
            one_line(text_of(child)[1:]) for child in outer.children if child.type == "decorator"
        ]
    is_class = node.type == "class_definition"
    word = definition.path.rpartition(".")[2]
    docstring, line = _docstring(node)
    documentation = ReadDocstring()
    if docstring:
        documentation = read_docstring(docstring, line, Owner(name=word), style)
    labels = ["async"] if node.children and node.children[0].type == "async" else []
    if is_private(word):
        labels.append("private")
    kind = Kind.CLASS if is_class else Kind.METHOD if definition.in_class else Kind.FUNCTION
    symbol = Symbol(
        name=definition.path,
        kind=kind,
        line=outer.start_point[0] + 1,
        end_line=outer.end_point[0] + 1,
        name_line=name.start_point[0] + 1,
        column=name.start_point[1],
        end_column=name.end_point[1],
        summary=documentation.summary,
        signature="" if is_class else _signature(node),
        bases=_bases(node) if is_class else (),
        decorators=tuple(decorators),
        labels=tuple(labels),
        public=definition.public,
    )
    returns = node.child_by_field_name("return_type")
    detail = SymbolDetail(
        documentation=documentation.sections,
        returns=one_line(text_of(returns)) if returns is not None else "",
    )
    return symbol, detail, docstring


def _signature(node: tree_sitter.Node) -> str:
    parameters = node.child_by_field_name("parameters")
    returns = node.child_by_field_name("return_type")
    text = one_line(text_of(parameters)) if parameters is not None else ""
    text = text.replace("( ", "(").replace(", )", ")").replace(" )", ")").replace(",)", ")")
    if len(text) > _LONGEST_SIGNATURE:
        text = f"{text[: _LONGEST_SIGNATURE - 2]}…)"
    return f"{text} -> {one_line(text_of(returns))}" if returns is not None else text


def _bases(node: tree_sitter.Node) -> tuple[str, ...]:
    bases = node.child_by_field_name("superclasses")
    if bases is None:
        return ()
    return tuple(
        one_line(text_of(child))
        for child in bases.named_children
        if child.type not in {"keyword_argument", "comment", "ERROR"}
    )


def _docstring(node: tree_sitter.Node) -> tuple[str, int]:
    body = node.child_by_field_name("body")
    first = body.named_children[0] if body is not None and body.named_children else None
    if first is not None and first.type == "expression_statement" and first.named_children:
        first = first.named_children[0]
    if first is None or first.type != "string":
        return "", 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = ast.literal_eval(text_of(first))
    except (SyntaxError, ValueError):
        return "", 0
    return (value, first.start_point[0] + 1) if isinstance(value, str) else ("", 0)


def text_of(node: tree_sitter.Node) -> str:
    """Return the code of a node."""
    return (node.text or b"").decode(errors="replace")
