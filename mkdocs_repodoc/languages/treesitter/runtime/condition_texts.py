"""Conditions as code writes them: heads of statements, and the cases of a choice."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.text.english import one_line, shortened

LONGEST_CONDITION = 90
_NEGATIVE = re.compile(r"!([\w.]+(?:\([^()]*\))?)$")
"""The opposite of a name or of a call."""


def negated(head: str) -> str:
    """Return what holds in the `else` of a condition; a pattern is told as `let Some(x) = y else`.

    Args:
        head: The condition as written.
    """
    if head.startswith("let "):
        return f"{head} else"
    inverse = _NEGATIVE.match(head)
    return inverse[1] if inverse is not None else f"!({head})"


def head_of(node: Node, body: Node, code: bytes) -> str:
    """Return what stands between the keyword of a statement and its body."""
    condition = node.child_by_field_name("condition")
    if condition is not None and condition.start_byte >= body.end_byte:  # `leave if done`
        head = written(condition, code)
    else:
        head = one_line(code[node.start_byte : body.start_byte].decode("utf-8", "replace"))
    head = re.sub(r"^(?:\} ?)?(?:else ?)?(?:(?:els)?if|while|when|unless)\b ?", "", head)
    if head.startswith("(") and head.endswith(")") and head.count("(") == head.count(")"):
        inner = head[1:-1]
        if inner.find(")") >= inner.find("("):
            head = inner
    if head.startswith("let "):
        head = re.sub(r" ?else ?$", "", head)
    head = chained(head.strip())
    return shortened(f"!({head})" if node.type.startswith("unless") else head, LONGEST_CONDITION)


def case_of(node: Node, code: bytes) -> str:
    """Return what a branch is taken for, behind what is looked at."""
    label = node.child_by_field_name("pattern")
    if node.type == "case_statement":
        value = node.child_by_field_name("value")
        return f"case {written(value, code)}" if value is not None else "default"
    if label is None and node.type.endswith("case"):
        label = node.child_by_field_name("value")
    text = code[node.start_byte : node.end_byte].decode("utf-8", "replace")
    taken = written(label, code) or re.split(r"\n|=>|->", text, maxsplit=1)[0].rstrip(" :{")
    value = _looked_at(node)
    if value is None:
        return taken
    return f"{chained(written(value, code))}: {taken.removeprefix('case ')}"


def _looked_at(node: Node) -> Node | None:
    """Return the value that a choice looks at, around one of its branches."""
    if node.parent is not None and node.parent.type == "switch_expression":
        first = node.parent.named_children[0]
        return first if first.type != node.type else None
    choice = node.parent.parent if node.parent is not None else None
    return choice.child_by_field_name("value") if choice is not None else None


def chained(code: str) -> str:
    """Return code without the blanks that lines of a chain of calls become."""
    return re.sub(r" (?=\??\.[a-z])", "", code)
