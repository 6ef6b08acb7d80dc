"""Types that signatures name: what functions return, what variables hold, what is extended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.model.records import Symbol

_NAME = re.compile(r"[^\W\d]\w*")
_PAIRS = {"(": ")", "[": "]", "<": ">", "{": "}"}
_BEHIND_RESULT = re.compile(r"\b(?:throws|where|noexcept|override)\b.*", re.DOTALL)
_OPTIONAL = re.compile(r"=|\?\s*:|\.\.\.|^\s*(?:\*|params\b|&?mut self\b|&?self\b|&mut self\b)")
"""Parameters for which nothing needs to be passed."""
_OPEN = re.compile(r"\.\.\.|^\s*(?:\*|params\b)")
"""Parameters that take as many arguments as there are."""
_EXTENDED = re.compile(r"^(?:<.*?>)?\(\s*(?:\[[^\]]*\]\s*)*this\s+(?P<type>[\w.]+)")


def returned_names(symbol: Symbol) -> list[str]:
    """Return the names in the type of what a function returns, or of what a variable holds.

    Args:
        symbol: A function or variable, with its signature in any language's way of writing.

    Returns:
        The names in their order, so that a type stands before its arguments; none where the
        signature doesn't say.
    """
    signature = symbol.signature
    if signature.startswith(":"):
        return _NAME.findall(signature[1:].partition("=")[0])
    opening = _parameters(signature)
    if opening < 0:
        return []
    closing = _closing(signature, opening)
    return _NAME.findall(_BEHIND_RESULT.sub("", signature[closing + 1 :]))


def fit(symbol: Symbol, arguments: int) -> tuple[bool, bool, int]:
    """Return how well a call fits a function: the more, the better.

    It has as many parameters; it can take as many arguments; how far the two numbers are apart.

    Args:
        symbol: The function.
        arguments: How many are passed.
    """
    written = list(_written_parameters(symbol.signature))
    if extended_type(symbol):  # what it extends stands in front of the call
        written = written[1:]
    most = len(written)
    needed = sum(_OPTIONAL.search(each) is None for each in written)
    is_open = any(_OPEN.search(each) for each in written)
    can_take = needed <= arguments and (is_open or arguments <= most)
    return most == arguments, can_take, -abs(most - arguments)


def _written_parameters(signature: str) -> Iterator[str]:
    opening = _parameters(signature)
    if opening < 0:
        return
    inside = signature[opening + 1 : _closing(signature, opening)]
    depth = start = 0
    for position, letter in enumerate(inside):
        is_arrow = letter == ">" and inside[position - 1 : position] in {"=", "-"}
        depth += (letter in _PAIRS) - (letter in _PAIRS.values() and not is_arrow)
        if letter == "," and not depth:
            yield inside[start:position]
            start = position + 1
    if inside[start:].strip():
        yield inside[start:]


def extended_type(symbol: Symbol) -> str:
    """Return the type that an extension method is written for; empty for any other function."""
    match = _EXTENDED.match(symbol.signature)
    return match["type"].rpartition(".")[2] if match is not None else ""


def _parameters(signature: str) -> int:
    """Return where the parameters begin, behind those of types; -1 if there are none."""
    depth = 0
    for position, letter in enumerate(signature):
        if letter == "(" and depth == 0:
            return position
        depth += (letter in "<[") - (letter in ">]")
    return signature.find("(")


def _closing(signature: str, opening: int) -> int:
    depth = 0
    for position in range(opening, len(signature)):
        depth += (signature[position] == "(") - (signature[position] == ")")
        if not depth:
            return position
    return len(signature) - 1
