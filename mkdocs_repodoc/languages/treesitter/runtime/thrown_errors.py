"""Errors thrown and caught in languages whose syntax for it is described."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.chosen_texts import chosen_values
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import (
    GUARD,
    ErrorContext,
    handler,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.spoken_reports import (
    spoken,
    spoken_reports,
)
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

_MISSING = ("??", "?:")
"""Operators whose right side runs where the left one has no value."""


@dataclass(frozen=True)
class ThrowSyntax:
    """How a language throws, catches and logs.

    Attributes:
        context: What stands around statements.
        throws: Types of the nodes that throw.
        calls: Types of the nodes that call.
        logs: Matches what logs an error or prints to the standard error, as calls write it.
        log_sign: Matches calls in the text that may do so, or check what has to hold.
        fails: Matches functions that throw what they are given a text for.
    """

    context: ErrorContext
    throws: tuple[str, ...]
    calls: tuple[str, ...]
    logs: re.Pattern[str]
    log_sign: re.Pattern[bytes]
    fails: re.Pattern[str] | None = None

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What in the text of a file may report or handle an error."""
        return (
            Sign(re.compile(rb"\bthrow\b"), self.throws),
            Sign(re.compile(rb"\bcatch\b"), tuple(self.context.handlers)),
            Sign(self.log_sign, self.calls),
        )


def thrown_errors(
    root: Node, code: bytes, syntax: ThrowSyntax
) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    nodes = signed_nodes(root, code, syntax.signs)
    for kind in syntax.throws:
        for node in nodes[kind]:
            yield from _thrown(node, code, syntax.context)
    for kind in syntax.calls:
        for node in nodes[kind]:
            yield from _called(node, code, syntax)
    for kind in syntax.context.handlers:
        for node in nodes[kind]:
            yield handler(node, _body(node), code, syntax.context.taken_by(node, code))


def _body(node: Node) -> Node | None:
    named = node.child_by_field_name("body")
    blocks = (each for each in node.named_children if "block" in each.type)
    return named or next(blocks, None)


def _parts(node: Node) -> tuple[Node | None, Node | None]:
    """Return what a node makes or calls, and the arguments for it."""
    made = node.child_by_field_name("type") or node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments") or next(
        (each for each in node.named_children if "argument" in each.type), None
    )
    first = node.named_children[0] if node.named_children else None
    return made or (first if first != arguments else None), arguments


def _thrown(node: Node, code: bytes, context: ErrorContext) -> Iterator[ReportedError]:
    for value, when in chosen_values(node, code):
        if re.search("creation|call|invocation", value.type):
            made, arguments = _parts(value)
            name, held = written(made, code), when or _missing(node, code)
            at = value if when else node
            yield from spoken_reports(context, at, code, name, arguments, held=held)


def _missing(node: Node, code: bytes) -> str:
    """Return the condition of what is thrown instead of a value: `name ?? throw …`."""
    around = node.parent
    if around is None or not any(sign.type in _MISSING for sign in around.children):
        return ""
    return f"{written(around.named_children[0], code)} == null"


def _called(node: Node, code: bytes, syntax: ThrowSyntax) -> Iterator[ReportedError]:
    function, arguments = _parts(node)
    name = written(function, code)
    said = spoken(node, arguments, code, syntax.context)
    if said and syntax.logs.match(name):
        yield from spoken_reports(syntax.context, node, code, name, arguments, form="log")
    elif said and syntax.fails is not None and syntax.fails.match(name):
        yield from spoken_reports(syntax.context, node, code, name, arguments)
    elif GUARD.match(name):
        yield from syntax.context.guard(node, code, name, "call")
