"""Errors that Go returns, panics with and logs, and branches that do more than to return one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.go.asked_errors import ASKING, asked_errors
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import (
    ErrorContext,
    handler,
    steps_of,
)
from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import nodes_of, written
from mkdocs_repodoc.languages.treesitter.runtime.spoken_reports import spoken
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError, ReportForm

CONDITIONS = ErrorContext(
    functions=frozenset({"function_declaration", "method_declaration", "func_literal"}),
    branches={"if_statement": "consequence"},
    cases=frozenset({"expression_case", "type_case", "default_case"}),
)
_MAKES = re.compile(
    r"(?:fmt\.Errorf|(?:\w*errors|xerrors)\.(?:New|Errorf|Wrapf?|WithMessagef?)|panic)$"
)
_LOGS = re.compile(
    r"(?:[\w.]*log(?:ger)?\.(?:Fatal|Panic|Print|Error|Warn)\w*|[\w.]*\.Fatalf?)$", re.IGNORECASE
)
_REPORTS = re.compile(
    r"(?:[a-z]\w*)?(?:(?:error|Error)(?:f|[A-Z]\w*)?|[fF]atalf?|die|abort|bail)f?$"
)
"""Functions that report an error, by their names."""
_SAYS = re.compile(r"(?<!%)\b[A-Za-z]{2,}")
"""In a text that is more than verbs and signs around what is told."""
_TEXTS = 2
_STDERR = re.compile(r"fmt\.Fprint\w*$")
_SIGNS = (
    Sign(
        re.compile(
            rb"(?<![\w.])(?:fmt\.(?:Errorf|Fprint\w*)|\w{0,100}?errors\.\w+|panic|"
            rb"[\w.]{0,100}?\.(?:Fatal|Panic|Print|Error|Warn)\w{0,100}|"
            rb"[\w.]{0,100}?(?:error|Error)\w{0,100}|fatalf?|die|abort|bail)\("
        ),
        ("call_expression",),
    ),
    Sign(re.compile(rb"\b[A-Za-z]\w*(?:Error|Err)\{"), ("composite_literal",)),
    Sign(re.compile(rb"\berr\w* != nil\b"), ("if_statement",)),
    Sign(re.compile(rb"\) Error\(\) string\b"), ("method_declaration",)),
    Sign(re.compile(rb"\bcase [\w., *]{0,100}?[eE]rr\w{0,40}[ ,:]"), ("type_case",)),
)
_ERROR_TYPE = re.compile(r"(?:^|\.)(?:err|\w*(?:Err(?:or)?|Failed|Failure))(?:Msg|Event|Message)?$")
_KEPT = re.compile(r"(?P<kept>[\w.]+\.err\w*) != nil\b")
"""A test of an error that something holds, which is no handler unless it was set just before."""
_PLAIN = re.compile(r"(?<![\w.])err\w* != nil\b")
_HANDED_ON = re.compile(
    r"(?:return\b.*\b(?:err\w*|\w*Errorf?|errors\.\w+|nil)\b.*|continue|break)$"
)
"""The only statement of a branch that hands an error to the caller."""
_SWALLOWED = re.compile(r"return (?:(?!.*\b(?:err|Err|errors)).*, )?nil$")
"""One that tells the caller of no error, where that is what the function returns at last."""


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    nodes = signed_nodes(root, code, _SIGNS)
    for node in nodes["call_expression"]:
        yield from _call(node, code)
    for node in nodes["composite_literal"]:
        around = node.parent
        while around is not None and around.type in {"unary_expression", "expression_list"}:
            around = around.parent
        if around is not None and _hands_on(around, code):
            name = written(node.child_by_field_name("type"), code)
            yield CONDITIONS.report(
                node, code, name, message_in(node.child_by_field_name("body"), code)
            )
    for node in nodes["method_declaration"]:
        owner = re.sub(r"^\(\w*\s*\*?|\)$", "", written(node.child_by_field_name("receiver"), code))
        if said := _own_text(node.child_by_field_name("body"), code):
            yield CONDITIONS.report(node, code, owner, said, "text")
    yield from _handled(root, nodes, code)


def _handled(
    root: Node, nodes: Mapping[str, Sequence[Node]], code: bytes
) -> Iterator[ErrorHandler]:
    """Yield what branches and cases do on errors, by the nodes of `_SIGNS`."""
    for node in nodes["if_statement"]:
        yield from _branch(node, code)
    for node in nodes["type_case"]:
        yield from _type_case(node, code)
    for each in signed_nodes(root, code, ASKING).values():
        for node in each:
            yield from asked_errors(node, code)


def _own_text(body: Node | None, code: bytes) -> str:
    """Return what the errors of a type say, where one text or two tell all of them.

    Of two the last one is for those that nothing more is known of.
    """
    returned = list(nodes_of(body, ("return_statement",))) if body else []
    texts = [said for each in returned if (said := message_in(each, code)) and _SAYS.search(said)]
    return texts[-1] if 0 < len(texts) <= _TEXTS else ""


def _hands_on(node: Node, code: bytes) -> bool:
    """Tell whether a statement returns an error, or gives it a name to return it by."""
    left = node.child_by_field_name("left")
    return node.type == "return_statement" or (
        left is not None and written(left, code).lower().startswith("err")
    )


def _call(node: Node, code: bytes) -> Iterator[ReportedError]:
    name = written(node.child_by_field_name("function"), code)
    arguments = node.child_by_field_name("arguments")
    form: ReportForm
    if _MAKES.match(name):
        if _is_dropped(node, code):
            return
        variable = _variable(node, code)
        name, form = variable or name, "declared" if variable else "raise"
    elif _LOGS.match(name) or (_STDERR.match(name) and "os.Stderr" in written(arguments, code)):
        form = "log"
    elif _REPORTS.match(name):
        form = "call"
    else:
        return
    for each in spoken(node, arguments, code, CONDITIONS):
        yield CONDITIONS.report(node, code, name, each.text, form, held=each.condition)


def _variable(node: Node, code: bytes) -> str:
    """Return the name that a file gives to the error that a call makes; empty without one."""
    spec = node.parent.parent if node.parent is not None else None
    if spec is not None and spec.type == "var_spec":
        return written(spec.child_by_field_name("name"), code)
    return ""


def _is_dropped(node: Node, code: bytes) -> bool:
    """Tell whether a function makes an error for a call whose result is dropped: `_ = walk(f)`."""
    around = node.parent
    while around is not None and around.type not in {"func_literal", "function_declaration"}:
        around = around.parent
    call = around.parent.parent if around is not None and around.parent is not None else None
    if call is None or call.type != "call_expression" or call.parent is None:
        return False
    left = call.parent.parent.child_by_field_name("left") if call.parent.parent else None
    return call.parent.type == "expression_list" and left is not None and written(left, code) == "_"


def _type_case(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Yield the case for values that are errors by the names of their types."""
    named = (each for each in node.children_by_field_name("type") if each.is_named)
    types = [written(each, code).lstrip("*") for each in named]
    body = next((each for each in node.named_children if each.type == "statement_list"), None)
    if body is not None and types and all(map(_ERROR_TYPE.search, types)):
        steps = steps_of(body, code)
        if not all(map(_HANDED_ON.match, steps)):
            yield handler(node, body, code, ", ".join(types))


def _is_kept(node: Node, code: bytes) -> bool:
    """Tell whether a branch only looks at an error that something has kept since before."""
    tested = written(node.child_by_field_name("condition"), code)
    kept = _KEPT.search(tested) if not _PLAIN.search(tested) else None
    if kept is None:
        return False
    before = node.prev_named_sibling
    setting = written(node.child_by_field_name("initializer"), code)
    setting += "\n" + (written(before, code) if before is not None else "")
    return re.search(rf"(?<![\w.]){re.escape(kept['kept'])}[^=\n]*=(?!=)", setting) is None


def _branch(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Yield the branch for an error, unless all it does is to return it."""
    body = node.child_by_field_name("consequence")
    if body is None or _is_kept(node, code):
        return
    steps = steps_of(body, code)
    is_kept = len(steps) == 1 and _SWALLOWED.match(steps[0]) and _returns_error(node, code)
    if is_kept or (steps and not all(map(_HANDED_ON.match, steps[-1:]))) or len(steps) > 1:
        yield handler(node, body, code, _failed(node, code))


def _returns_error(node: Node, code: bytes) -> bool:
    """Tell whether the function around a node returns an error at last."""
    around = node.parent
    while around is not None and around.type not in CONDITIONS.functions:
        around = around.parent
    result = written(around.child_by_field_name("result"), code) if around is not None else ""
    return re.search(r"\berror\)?$", result) is not None


def _failed(node: Node, code: bytes) -> str:
    """Return the call whose error a branch tests; the error's name if that is not known."""
    tested = written(node.child_by_field_name("initializer"), code)
    before = node.prev_named_sibling
    if not tested and before is not None and before.type.endswith(("declaration", "statement")):
        tested = written(before, code)
    match = re.match(r"[^=]*\berr\w* :?= (.*)$", tested)
    return match[1] if match else "err"
