"""Numbers of constants that a declaration counts through with `iota`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tree_sitter import Node

_COUNTED = re.compile(
    r"(?:\w+\()?(?:(?P<before>\d+)\s*(?P<sign>\+|<<|\*)\s*)?(?P<group>\(?)\s*iota"
    r"(?:\s*(?P<then>[-+*])\s*(?P<behind>\d+))?\s*\)?\)?$"
)
"""One use of it, with numbers beside it: `iota + 100`, `1 << iota`, `Kind(iota)`."""
_MOST_SHIFTED = 62


def iota_numbers(declaration: Node) -> dict[int, int]:
    """Return the numbers of the constants of one declaration that are made of `iota`.

    A constant without a value repeats the expression of the one before it. What names several
    constants in one line, or counts in another way, is left out.

    Args:
        declaration: The node of the declaration.

    Returns:
        Offset of a constant's line in the file → its number.
    """
    found: dict[int, int] = {}
    counted: re.Match[str] | None = None
    specs = [child for child in declaration.named_children if child.type == "const_spec"]
    for position, spec in enumerate(specs):
        values = spec.child_by_field_name("value")
        if values is not None:
            counted = _COUNTED.match((values.text or b"").decode("utf-8", "replace"))
        is_one = len(_names(spec)) == 1
        if counted is not None and is_one and (number := _number(counted, position)) is not None:
            found[spec.start_byte] = number
    return found


def _names(spec: Node) -> Sequence[Node]:
    return [name for name in spec.children_by_field_name("name") if name.is_named]


def _number(counted: re.Match[str], iota: int) -> int | None:
    before, sign, then, behind = counted.group("before", "sign", "then", "behind")
    if then and sign and not (counted["group"] or sign == "+"):
        return None  # which of them is worked out first depends on the signs
    number = iota if not then else _of(iota, then, int(behind))
    if number is None or not before:
        return number
    return _of(int(before), sign, number)


def _of(left: int, sign: str, right: int) -> int | None:
    if sign == "<<":
        return left << right if 0 <= right <= _MOST_SHIFTED else None
    return {"+": left + right, "-": left - right, "*": left * right}[sign]
