"""Conditions of `cfg` attributes: whether they hold on Linux, in a test, with given features."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_CONDITION = re.compile(r"cfg\s*\((.*)\)\s*$", re.DOTALL)
_TOKEN = re.compile(r'\w+\s*=\s*"[^"]*"|\w+|[(),]')
_USUAL = frozenset(("unix", "test", "debug_assertions"))
_USUAL_VALUES = {
    "target_os": "linux",
    "target_family": "unix",
    "target_arch": "x86_64",
    "target_pointer_width": "64",
    "target_endian": "little",
    "target_env": "gnu",
    "panic": "unwind",
}
_LONGEST = 100
"""Tokens in a condition that is looked at."""


def is_usual(attributes: Iterable[str], features: Collection[str]) -> bool:
    """Return whether the `cfg` conditions among some attributes hold.

    Args:
        attributes: As written, without `#[` and `]`.
        features: The features that are on.
    """
    for attribute in attributes:
        match = _CONDITION.match(attribute)
        if match:
            tokens = _TOKEN.findall(match[1])
            if tokens and len(tokens) <= _LONGEST and not _holds(tokens[::-1], features):
                return False
    return True


def _holds(rest: list[str], features: Collection[str]) -> bool:
    """Evaluate the predicate at the end of reversed tokens, and take it off."""
    name = rest.pop()
    if not rest or rest[-1] != "(":
        return _is_set(name, features)
    rest.pop()
    inner = []
    while rest and rest[-1] != ")":
        if rest[-1] in (",", "("):
            rest.pop()
        else:
            inner.append(_holds(rest, features))
    if rest:
        rest.pop()
    match name:
        case "not":
            return not all(inner)
        case "any":
            return any(inner)
    return all(inner)


def _is_set(option: str, features: Collection[str]) -> bool:
    key, equals, value = option.partition("=")
    if not equals:
        return key in _USUAL
    text = value.strip().strip('"')
    if key.strip() == "feature":
        return text in features
    return _USUAL_VALUES.get(key.strip()) == text
