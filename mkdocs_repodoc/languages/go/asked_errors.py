"""Branches of Go for one error that is asked for: `errors.Is`, `errors.As`, `err == …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import handler, steps_of
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign
from mkdocs_repodoc.model.facts import ErrorHandler

ASKING = (
    Sign(
        re.compile(rb"\berrors\.(?:Is|As(?:Type\[[\w.*]+\])?)\(|\berr\w* == [A-Za-z]"),
        ("if_statement", "expression_case"),
    ),
    Sign(re.compile(rb"\bswitch err\w* \{"), ("expression_switch_statement",)),
)
_ASKED = re.compile(
    r"(?P<no>!\s*)?\berrors\.(?:"
    r"(?:Is|As)\(\s*[\w.]+,\s*(?P<what>&?[\w.]+|new\([\w.*]+\)|&[\w.]+\{\})\s*\)"
    r"|AsType\[\*?(?P<type>[\w.]+)\])"
    r"|\berr\w* == (?P<same>(?!nil\b)[A-Za-z_][\w.]*)"
)
_WRAPPED = re.compile(r"^(?:&|new\()?\*?([\w.]+?)(?:\{\}|\))?$")
_PASSES = re.compile(r"return\b.*\b(?:err\w*|\w*Errorf?|errors\.\w+)\b.*$")
"""The only statement of a branch that hands the error to the caller, or another in its place."""
_ERROR_SWITCH = re.compile(r"err\w*$")


def asked_errors(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Yield what a branch, a case or a switch does on the errors that it asks for.

    Args:
        node: One of the types of `ASKING`.
        code: The file.
    """
    if node.type == "expression_switch_statement":
        if _ERROR_SWITCH.match(written(node.child_by_field_name("value"), code)):
            for case in node.named_children:
                yield from _case(case, code, _values(case, code))
    elif node.type == "expression_case":
        said = written(node.child_by_field_name("value"), code)
        yield from _case(node, code, [name for name, _ in _asked(node, said, code)])
    else:
        yield from _branch(node, code)


def _values(case: Node, code: bytes) -> list[str]:
    value = case.child_by_field_name("value")
    names = [written(each, code) for each in value.named_children] if value is not None else []
    return [] if "nil" in names else names


def _case(case: Node, code: bytes, names: list[str]) -> Iterator[ErrorHandler]:
    body = next((each for each in case.named_children if each.type == "statement_list"), None)
    if names and body is not None and not _passes(steps_of(body, code)):
        yield handler(case, body, code, ", ".join(names))


def _branch(node: Node, code: bytes) -> Iterator[ErrorHandler]:
    condition = written(node.child_by_field_name("condition"), code)
    setting = written(node.child_by_field_name("initializer"), code)
    body = node.child_by_field_name("consequence")
    found = list(_asked(node, f"{setting}; {condition}", code))
    if not found or body is None:
        return
    names = ", ".join(name for name, _ in found)
    if any(is_negated for _, is_negated in found) or condition.startswith("!"):
        if _passes(steps_of(body, code)) and _is_for_errors(node.parent, code):
            steps = [written(each, code) for each in _following(node)]
            told = handler(node, None, code, names)
            yield ErrorHandler(told.caught, tuple(steps), told.line, told.guarded)
    elif not _passes(steps_of(body, code)):
        yield handler(node, body, code, names)


def _passes(steps: list[str]) -> bool:
    return bool(steps) and all(map(_PASSES.match, steps))


def _is_for_errors(block: Node | None, code: bytes) -> bool:
    """Tell whether a block is what runs on an error: all that comes behind is for another one."""
    while block is not None and block.type in {"block", "statement_list"}:
        block = block.parent
    return (
        block is not None
        and block.type == "if_statement"
        and "!= nil" in written(block.child_by_field_name("condition"), code)
    )


def _following(node: Node) -> Iterator[Node]:
    while (after := node.next_named_sibling) is not None:
        yield after
        node = after


def _asked(node: Node, said: str, code: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the errors that a condition asks for, and whether it is there for all others."""
    for match in _ASKED.finditer(said):
        name = match["type"] or match["same"]
        if name is None:
            plain = _WRAPPED.match(match["what"])
            name = plain[1] if plain is not None else match["what"]
            if match["what"] == f"&{name}":  # a variable that takes the error
                name = _type_of(node, name, code)
        if name:
            yield name, match["no"] is not None


def _type_of(node: Node, variable: str, code: bytes) -> str:
    """Return the type of a variable that is declared before a node; empty if not found."""
    before = code[: node.start_byte].decode("utf-8", "replace")
    declared = re.compile(
        rf"\bvar {re.escape(variable)} \*?([\w.]+)|\b{re.escape(variable)} :?= (?:&|new\()?([\w.]+)"
    )
    found = declared.findall(before)
    return "".join(found[-1]) if found else ""
