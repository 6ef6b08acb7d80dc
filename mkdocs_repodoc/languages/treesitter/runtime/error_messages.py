"""Texts in code that reports errors: messages as the code puts them together."""

from __future__ import annotations

import re
from collections.abc import Callable

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.text.code_reading.drawn_texts import is_drawn

_QUOTES = re.compile(r"^[a-zA-Z$@]*#*(\"\"\"|[\"'`])(.*)\1#*$", re.DOTALL)
_ESCAPES = re.compile(
    r"\\(?:(?P<sign>[`'\"\\])|[nrt]|\n"
    r"|u\{(?P<braced>[0-9a-fA-F]{1,6})\}|u(?P<short>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8})"
    r"|(?:x1[bB]|e|033)(?:\[[\d;]*[a-zA-Z])?)"
)
"""Escapes; what they colour on a terminal is no text."""
_LAST_CHARACTER = 0x10FFFF
_LOOKS = re.compile(r"\.(?:replace\w*|index[oO]f|includes?|contains|(?:starts|ends)_?[wW]ith)\s*$")
"""Methods whose arguments are no messages: they look for a text, or take one away."""
_COMPARES = frozenset({"==", "===", "!=", "!==", "eq", "ne", "=~", "!~"})


def message_in(node: Node | None, code: bytes, silent: re.Pattern[str] | None = None) -> str:
    """Return the first text below a node, what it is joined to with it; empty without one.

    What is drawn on the terminal, as a frame of a spinner is, is no text.

    Args:
        node: Arguments of a call, or an expression.
        code: The code.
        silent: What is called whose arguments only stand in for a message, if a language has such.
    """
    stack = [node] if node is not None else []
    while stack:
        each = stack.pop()
        if each.type == "binary_expression" and (said := _joined(each, code, _literal)):
            return "" if is_drawn(said) else _joined(each, code, text_of)
        if "string" in each.type and not each.type.endswith(("content", "fragment")):
            return "" if is_drawn(_literal(each, code)) else text_of(each, code)
        stack += reversed(_speaking(each, code, silent))
    return ""


def _speaking(node: Node, code: bytes, silent: re.Pattern[str] | None) -> list[Node]:
    """Return the parts of an expression that may be a message.

    What a method takes away, looks for or falls back on, or something is compared with, is said by
    nobody as such.
    """
    if any(sign.type in _COMPARES for sign in node.children):
        return []
    arguments = node.child_by_field_name("arguments")
    if arguments is not None:
        called = code[node.start_byte : arguments.start_byte].decode("utf-8", "replace")
        if _LOOKS.search(called) or (silent is not None and silent.search(called)):
            return [each for each in node.named_children if each.id != arguments.id]
    return node.named_children


def _joined(node: Node, code: bytes, said: Callable[[Node, bytes], str]) -> str:
    """Return what a sum of texts says, the other terms in braces; empty without a text.

    Args:
        node: The sum.
        code: The code.
        said: Returns what a literal says.
    """
    terms: list[Node] = []
    stack = [node]
    while stack:
        each = stack.pop()
        if each.type == "binary_expression" and any(sign.type == "+" for sign in each.children):
            stack += reversed(each.named_children)
        else:
            terms.append(each)
    if not any("string" in each.type for each in terms):
        return ""
    return "".join(
        said(each, code) if "string" in each.type else f"{{{written(each, code)}}}"
        for each in terms
    )


def text_of(node: Node, code: bytes) -> str:
    """Return what a string literal says, as written between its quotes."""
    return _ESCAPES.sub(_meant, _literal(node, code))


def _meant(escape: re.Match[str]) -> str:
    """Return what an escape stands for, as far as one sees it."""
    number = escape["braced"] or escape["short"] or escape["long"]
    if number is None:
        is_colour = escape[0][1:2] in {"x", "e", "0"}
        return escape["sign"] or ("" if is_colour else " ")
    character = chr(int(number, 16)) if int(number, 16) <= _LAST_CHARACTER else ""
    return character if character.isprintable() else ""


def _literal(node: Node, code: bytes) -> str:
    """Return what stands between the quotes of a string literal."""
    text = code[node.start_byte : node.end_byte].decode("utf-8", "replace")
    quoted = _QUOTES.match(text)
    return quoted[2] if quoted else text
