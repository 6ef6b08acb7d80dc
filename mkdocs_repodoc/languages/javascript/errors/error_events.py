"""Events of errors in JavaScript, those who listen for them, and errors told by their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext, handler
from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import line_of, written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError
from mkdocs_repodoc.text.english import shortened

_EMITS = re.compile(r"(?:[\w.]*\.)?emit$")
_LISTENS = re.compile(r"on(?:ce)?$|addListener$")
_EVENT = re.compile(r"(['\"`])error\1$|(?:\w+\.)*(?:\w+_)?ERROR(?:_\w+)?$")
_CODE = re.compile(r"(?:\.code|\b(?:code|errno))\s*[!=]==?\s*['\"]E[A-Z]{3,}|['\"]E[A-Z]{3,}['\"]")
_ONLY_EMITS = re.compile(r"(?:\{ ?)?[\w.]*\bemit\([^;]*\);?(?: ?\})?$")
"""A branch that sends the error, which the report of that tells."""
_LONGEST_CONDITION = 90
_EVENT_AND_LISTENER = 2

SIGNS = (
    Sign(re.compile(rb"\b(?:emit|on|once|addListener)\(\s*['\"`\w]"), ("call_expression",)),
    Sign(re.compile(rb"[=\s]['\"]E[A-Z]{3,}['\"]"), ("if_statement",)),
)
"""The beginnings of events, and the codes of errors of the system."""


def is_emitted(node: Node, code: bytes) -> bool:
    """Tell whether an error is made to be sent as an event at once."""
    call = node.parent.parent if node.parent is not None else None
    return call is not None and call.type == "call_expression" and bool(_event(call, code))


def emitted(call: Node, code: bytes, around: ErrorContext) -> Iterator[ReportedError]:
    """Yield the report of a call that sends an event with an error.

    Args:
        call: The call.
        code: The code.
        around: What conditions look like.
    """
    if event := _event(call, code):
        name = written(call.child_by_field_name("function"), code)
        given = call.child_by_field_name("arguments")
        values = given.named_children[1:2] if given is not None else []
        said = message_in(values[0], code) if values else ""
        yield around.report(call, code, f"{name}({event})", said)


def listener(call: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Yield what runs when an event with an error comes: `stream.on("error", (error) => …)`."""
    function, given = (call.child_by_field_name(each) for each in ("function", "arguments"))
    method = function.child_by_field_name("property") if function is not None else None
    values = given.named_children if given is not None else []
    if (
        method is None
        or not _LISTENS.match(written(method, code))
        or len(values) != _EVENT_AND_LISTENER
    ):
        return
    event = written(values[0], code)
    if _EVENT.match(event):
        caught = f"{_sender(call, code)}.{written(method, code)}({event})"
        body = values[1].child_by_field_name("body")
        if body is not None:
            yield handler(method, body, code, caught)
        elif values[1].type in {"identifier", "member_expression"}:
            yield ErrorHandler(caught, (written(values[1], code),), line_of(method))


def told_by_code(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Yield the branch for an error with one of some codes: `if (error.code === "ENOENT")`."""
    condition = written(node.child_by_field_name("condition"), code)
    body = node.child_by_field_name("consequence")
    if body is not None and _CODE.search(condition) and not _ONLY_EMITS.match(written(body, code)):
        caught = shortened(condition[1:-1].strip(), _LONGEST_CONDITION)
        yield handler(node, body, code, caught)


def _sender(call: Node, code: bytes) -> str:
    """Return what a chain of calls begins with."""
    node: Node | None = call
    while node is not None and node.type == "call_expression":
        function = node.child_by_field_name("function")
        inner = function.child_by_field_name("object") if function is not None else None
        if inner is None:
            break
        node = inner
    return shortened(written(node, code), _LONGEST_CONDITION)


def _event(call: Node, code: bytes) -> str:
    """Return the event that a call sends if it is one of errors; empty otherwise."""
    given = call.child_by_field_name("arguments")
    first = given.named_children[:1] if given is not None else []
    event = written(first[0], code) if first else ""
    is_sent = _EMITS.match(written(call.child_by_field_name("function"), code))
    return event if is_sent and _EVENT.match(event) else ""
