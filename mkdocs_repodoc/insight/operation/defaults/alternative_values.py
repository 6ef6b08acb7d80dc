"""Values of constants that a file declares several times, each for other circumstances."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.records import Symbol

_INNER = re.compile(r"\w+\((?P<said>.+)\)$")
_NEGATED = re.compile(r"not\((?P<said>.+)\)$")


class AlternativeValue(NamedTuple):
    """One of several values of a constant.

    Attributes:
        line: Where it is declared.
        value: As written.
        condition: What its declaration has that the others do not, as written.
    """

    line: int
    value: str
    condition: str


def alternative_values(symbols: Sequence[Symbol], name: str) -> tuple[AlternativeValue, ...]:
    """Return the values of a constant, each with its condition; none unless all have one.

    Args:
        symbols: What the file declares.
        name: The constant.
    """
    found = [each for each in symbols if each.name == name and each.kind in VALUES]
    common = set.intersection(*(set(each.decorators) for each in found)) if found else set()
    values = [
        AlternativeValue(
            each.line,
            each.signature.partition("= ")[2].strip().rstrip(";"),
            ", ".join(_said(one) for one in each.decorators if one not in common),
        )
        for each in found
    ]
    is_whole = len(values) > 1 and all(each.value and each.condition for each in values)
    return tuple(values) if is_whole else ()


def told_values(values: Sequence[AlternativeValue]) -> str:
    """Return alternative values as one text: `8 where windows, else 4`."""
    first, *others = values
    parts = [f"{first.value} where {first.condition}"]
    for each in others:
        negated = _NEGATED.match(each.condition)
        is_rest = len(values) == len((first, each)) and negated is not None
        if is_rest and negated is not None and negated["said"] == first.condition:
            parts.append(f"else {each.value}")
        else:
            parts.append(f"{each.value} where {each.condition}")
    return ", ".join(parts)


def _said(decorator: str) -> str:
    """Return what stands in the brackets of a condition."""
    inner = _INNER.match(decorator)
    return inner["said"] if inner is not None else decorator
