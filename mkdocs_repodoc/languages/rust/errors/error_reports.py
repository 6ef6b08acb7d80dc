"""Errors that Rust returns, panics with and prints, and the arms that take them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import structs
from tree_sitter import Node

from mkdocs_repodoc.languages.rust.errors.error_conditions import CONDITIONS, missing_value
from mkdocs_repodoc.languages.rust.errors.error_texts import built_message, texts_of, variant_name
from mkdocs_repodoc.languages.rust.errors.error_values import made_value, result_of
from mkdocs_repodoc.languages.rust.errors.own_macros import OWN_MACRO, reporting_macro
from mkdocs_repodoc.languages.rust.errors.text_errors import text_values
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import (
    handler,
    steps_of,
)
from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.spoken_reports import spoken
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError, ReportingMacro
from mkdocs_repodoc.text.english import one_line, shortened

_MAKES = re.compile(r"(?:\w+::)?(?:anyhow|bail|ensure|eyre|panic)$")
_LOGS = re.compile(r"(?:\w+::)?(?:eprintln|eprint|warn|error)$")
_SIGNS = (
    Sign(
        re.compile(rb"\b(?:\w+::)?(?:anyhow|bail|ensure|eyre|panic|eprintln|eprint|warn|error)!"),
        ("macro_invocation",),
    ),
    Sign(OWN_MACRO, ("macro_invocation",)),
    Sign(re.compile(rb"\bmacro_rules!"), ("macro_definition",)),
    Sign(
        re.compile(
            rb"\bErr\((?=\s*(?:(?:\w+::)*[A-Z]|&|r?#*\"|(?:\w+::)?format!"
            rb"|[a-z_]\w*(?:\.(?:into|to_string|to_owned|clone)\(\))?\s*\)))"
            rb"|\b(?:(?:with_)?context|ok_or(?:_else)?|map_err)\("
        ),
        ("call_expression",),
    ),
    Sign(re.compile(rb"#\[(?:error|snafu|fail)\("), ("attribute_item",)),
    Sign(re.compile(rb"\bErr\("), ("match_arm", "if_expression")),
    Sign(re.compile(rb"\b(?:\w*Display|From<&?\w+>) for \w"), ("impl_item",)),
)
_MADE = re.compile(r"(?:\w+::)*[A-Z]\w*(?: ?\{.*\}|\(.*\))?")
"""A value of a type, or a variant, which is an error of its own."""
_GIVEN_ERRORS = frozenset({"map_err", "ok_or", "ok_or_else"})
"""Methods that are given the error with which a function may return."""
_TYPE = re.compile(r"(?:\w+::)*[A-Z]\w*(?:::\w+)*(?!\w|!)")
_LONGEST_CONDITION = 90
_ALL = re.compile(r"Err\((?:(?:ref |mut )*\w+|\.\.)\)$")
"""The pattern of an arm that takes all errors."""
_HANDED_ON = re.compile(
    r"(?:return |break )?(?:(?:Some\()?Err\(.*|Self::Err.*|(?:\w+::)?(?:bail|anyhow)!\(.*),?$"
)
"""All that an arm does, if it hands an error on: the same, or another that is told by itself."""


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler | ReportingMacro]:
    """Yield what a file reports and handles."""
    nodes = signed_nodes(root, code, _SIGNS)
    for kind, read in _READERS.items():
        for node in nodes[kind]:
            yield from read(node, code)


def _macro(node: Node, code: bytes) -> Iterator[ReportedError]:
    name = written(node.child_by_field_name("macro"), code)
    said = spoken(node, node, code, CONDITIONS)
    if said and _MAKES.match(name):
        held = _held(node, code) if name.endswith("ensure") else ""
        for each in said:
            when = each.condition or held
            yield CONDITIONS.report(node, code, f"{name}!", each.text, held=when)
    elif name.rpartition("::")[2] == "bail" and (made := _MADE.fullmatch(_given(node, code))):
        yield CONDITIONS.report(node, code, shortened(made[0], _LONGEST_CONDITION), "")
    elif _LOGS.match(name):
        for each in said:
            yield CONDITIONS.report(node, code, f"{name}!", each.text, "log", held=each.condition)
    elif OWN_MACRO.match(f"{name}!".encode()):
        for each in said:
            if " " in each.text:
                held = each.condition
                yield CONDITIONS.report(node, code, f"{name}!", each.text, "macro", held=held)


def _given(node: Node, code: bytes) -> str:
    """Return what stands between the brackets of a macro, on one line."""
    tokens = next((each for each in node.named_children if each.type == "token_tree"), None)
    return written(tokens, code)[1:-1].strip()


def _held(node: Node, code: bytes) -> str:
    """Return when what `ensure!` is given first does not hold."""
    tokens = next((each for each in node.named_children if each.type == "token_tree"), None)
    comma = next((each for each in tokens.children if each.type == ","), None) if tokens else None
    if tokens is None or comma is None:
        return ""
    held = code[tokens.start_byte + 1 : comma.start_byte].decode("utf-8", "replace")
    return f"!({shortened(one_line(held), _LONGEST_CONDITION)})"


def _call(node: Node, code: bytes) -> Iterator[ReportedError]:
    function = node.child_by_field_name("function")
    name = written(function, code)
    arguments = node.child_by_field_name("arguments")
    if name == "Err" and arguments is not None and arguments.named_children:
        value = made_value(arguments.named_children[0], code)
        made = _TYPE.match(written(value, code))
        if texts := list(text_values(value, code)):
            yield from _texts(node, texts, code)
        elif made is not None:
            yield CONDITIONS.report(node, code, made[0], built_message(value, code))
    elif function is not None and function.type == "field_expression":
        method = written(function.child_by_field_name("field"), code)
        if method in {"context", "with_context"}:
            held = missing_value(node, code)
            for each in spoken(node, arguments, code, CONDITIONS):
                when = each.condition or held
                yield CONDITIONS.report(node, code, method, each.text, held=when)
        elif method in _GIVEN_ERRORS and arguments is not None:
            yield from _given_error(node, arguments, method, code)


def _texts(
    node: Node, texts: Sequence[Node], code: bytes, held: str = ""
) -> Iterator[ReportedError]:
    """Yield the reports of an error that is a text, one for each that it may be.

    Args:
        node: What reports the error.
        texts: The texts.
        code: The code.
        held: The condition of the node's own.
    """
    for each in texts:
        chosen = CONDITIONS.condition(each, code) if len(texts) > 1 else ""
        yield CONDITIONS.report(node, code, "Err", message_in(each, code), held=held or chosen)


def _given_error(node: Node, arguments: Node, method: str, code: bytes) -> Iterator[ReportedError]:
    """Read the error that a call makes of nothing, or of another error if it says something."""
    value = arguments.named_children[0] if arguments.named_children else None
    if value is not None and value.type == "closure_expression":
        value = result_of(value)
    made = _TYPE.match(written(value, code))
    held = missing_value(node, code)
    if texts := list(text_values(value, code)):
        yield from _texts(node, texts, code, held)
    elif made is not None:
        said = built_message(value, code)
        if said or method != "map_err":  # which often hands the error on in another type
            yield CONDITIONS.report(node, code, made[0], said, held=held)


def _described(node: Node, code: bytes) -> Iterator[ReportedError]:
    """Read the text that an attribute gives to a variant: `#[error("no such file: {0}")]`."""
    described = node.next_named_sibling
    while described is not None and described.type in {"attribute_item", "line_comment"}:
        described = described.next_named_sibling
    name = variant_name(described, code) if described is not None else ""
    if name and (said := message_in(node, code)):
        yield CONDITIONS.report(node, code, name, said, "text")


def _displayed(node: Node, code: bytes) -> Iterator[ReportedError]:
    """Read what a type says of itself, or of each of its variants."""
    for where, name, said in texts_of(node, code):
        report = CONDITIONS.report(where, code, name, said, "text")
        yield structs.replace(report, condition="", outer=())


def _arm(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Read an arm of a `match` that takes errors."""
    around = node.parent.parent if node.parent is not None else None
    taken = written(node.child_by_field_name("pattern"), code)
    if taken.startswith("Err("):
        value = around.child_by_field_name("value") if around is not None else None
        tried = written(value, code)
        if not _ALL.match(taken):
            tried = f"{tried}: {taken}" if tried else taken
        yield from _handled(node, node.child_by_field_name("value"), code, tried)


def _if_let(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Read `if let Err(error) = call() { … }`."""
    tested = node.child_by_field_name("condition")
    if tested is not None and written(tested.child_by_field_name("pattern"), code).startswith(
        "Err("
    ):
        tried = written(tested.child_by_field_name("value"), code)
        yield from _handled(node, node.child_by_field_name("consequence"), code, tried)


def _handled(node: Node, body: Node | None, code: bytes, tried: str) -> Iterator[ErrorHandler]:
    """Yield an arm for errors, unless all it does is to hand the error on."""
    if body is None:
        return
    steps = steps_of(body, code)
    if len(steps) != 1 or not _HANDED_ON.match(steps[0]):
        yield handler(node, body, code, tried)


_READERS: dict[
    str, Callable[[Node, bytes], Iterator[ReportedError | ErrorHandler | ReportingMacro]]
] = {
    "macro_definition": reporting_macro,
    "macro_invocation": _macro,
    "call_expression": _call,
    "attribute_item": _described,
    "impl_item": _displayed,
    "match_arm": _arm,
    "if_expression": _if_let,
}
