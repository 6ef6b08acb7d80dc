"""Values that fields have at first, and the methods that change them: what all languages share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.model.facts import StartingValue
from mkdocs_repodoc.text.english import one_line, shortened

_LONGEST = 60
_PART = (
    r"(?:-?\d[\w.]*"
    r"|true|false|True|False|Infinity"
    r"|[a-zA-Z]?\"[^\"]+\"|'[^']+'|`[^`$]+`"
    r"|[a-z][a-z0-9]*\.[A-Z][\w]*"
    r"|[A-Z]\w*(?:(?:\.|::)\w+)+(?:\((?:-?[\d_.]*|\"[^\"]*\")\))?"
    r"|[A-Z][A-Z0-9_]+)"
)
_TELLING = re.compile(rf"{_PART}(?:\s*(?:[*+/-]|<<)\s*{_PART})*$")
"""Numbers, truth, texts and names of constants, put together or alone."""
_NOTHING = re.compile(
    r"(?:^|[.:])(?:empty|none|null)\w*(?:\(\))?$|(?:now|time|random|[ug]uid)\w*\(\)", re.IGNORECASE
)
"""Values that stand for nothing, or are others each time."""
_REMARK = re.compile(r"\s*[;,]?\s*((?://|#)\s*\S.*)$")
_LONGEST_REMARK = 30


class FieldChange(NamedTuple):
    """A statement that gives a field another value."""

    name: str
    method: int
    """What tells the method around it from others."""
    line: int


def is_telling(value: str) -> bool:
    """Tell whether a value says what one gets without setting anything."""
    return _TELLING.match(value) is not None and _NOTHING.search(value) is None


def copies(value: str, name: str) -> bool:
    """Tell whether a value is what another object has under the same name."""
    return re.search(rf"(?:\.|->)#?{re.escape(name.lstrip('#'))}$", value) is not None


def with_remark(value: str, rest: str) -> str:
    """Return a value with the short remark behind it on its line, which often has its unit.

    Args:
        value: As written.
        rest: What stands behind it on the line.
    """
    remark = _REMARK.match(rest)
    shown = shortened(one_line(value), _LONGEST)
    is_short = remark is not None and len(remark[1]) <= _LONGEST_REMARK
    return f"{shown} {remark[1].strip()}" if remark is not None and is_short else shown


def starting_values(
    first: Mapping[str, tuple[str, int]], changes: Iterable[FieldChange]
) -> Iterator[StartingValue]:
    """Yield the fields of a class that methods change, each with the method that changes least.

    A method that sets many fields copies an object, or starts anew.

    Args:
        first: Name of a field → its value at first and the line that gives it.
        changes: Where methods assign fields what they are given.
    """
    found = list(changes)
    sizes = Counter(method for _, method in {(each.name, each.method) for each in found})
    chosen: dict[str, FieldChange] = {}
    for each in sorted(found, key=lambda one: (sizes[one.method], one.line)):
        chosen.setdefault(each.name, each)
    for name, (value, line) in first.items():
        if name in chosen:
            yield StartingValue(name, value, line, chosen[name].line)
