"""Conditions decided by what is known of the names in them: which code a run can't come to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD


class Known(Enum):
    """What is known of a value."""

    NULL = "null"
    """It is there to say that there is none."""
    FALSE = "false"
    TRUE = "true"
    """A condition that is the value alone holds."""
    GIVEN = "given"
    """It is not null; whether a condition holds is not known."""


_NULLS = frozenset({"None", "null", "nil", "undefined", "NULL", "nullptr", "nullopt"})
_FALSE = re.compile(r"(?i:false)|0(?:\.0*)?|\"\"|''")
_TRUE = re.compile(r"(?i:true)|-?[1-9]\d*(?:\.\d+)?|([\"'])[^\"'\s]+\1")
_NAME = re.compile(r"[&*]*(?:(?:this|self)\.)?(?P<name>[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)")
_WORD = re.compile(rf"(?:\}}\s*)?(?:{CONDITION_WORD}|while|when)\b\s*")
_UNLESS = re.compile(r"unless\b")
_NOT = re.compile(r"!(?!=)|not\b(?!\s+in\b)")
_OR = re.compile(r"\|\||\bor\b")
_AND = re.compile(r"&&|\band\b")
_NULL_WORD = rf"(?:{'|'.join(sorted(_NULLS))})"
_IS_NULL = re.compile(
    rf"(?P<subject>.+?)\s*(?:(?P<equal>===?|\bis\b(?!\s+not\b))|(?P<other>!==?|\bis\s+not\b))"
    rf"\s*{_NULL_WORD}$"
)
_ASKED = re.compile(
    r"(?P<subject>.+?)\.(?:(?P<some>is_some|isPresent)|(?P<none>is_none|isEmpty))\(\)"
)
_TAKEN = re.compile(r"let\s+Some\(.*?\)\s*=\s*(?P<subject>.+)$")
_ARM = re.compile(r"(?:match|when|switch)\s*\(?(?P<subject>[^{()]+?)\)?\s*\{\s*(?P<arm>[\w:]+)")
_LONGEST = 300
"""Letters of a condition that is decided."""
_DEEPEST = 8


def known_value(expression: str) -> Known | None:
    """Return what an expression says of its own value; nothing of any but a literal."""
    said = expression.strip()
    if said in _NULLS:
        return Known.NULL
    if _FALSE.fullmatch(said):
        return Known.FALSE
    return Known.TRUE if _TRUE.fullmatch(said) else None


def holds(condition: str, known: Mapping[str, Known], depth: int = 0) -> bool | None:
    """Tell whether a condition holds, given what is known of names; `None` where they don't decide.

    Args:
        condition: As written, with its word or without; the arm of a match with what it is one of.
        known: Name, with what it is a member of → what is known of its value.
        depth: In how many other conditions it stands.
    """
    said = condition.strip()
    if depth > _DEEPEST or len(said) > _LONGEST or not said:
        return None
    if (arm := _ARM.match(said)) is not None:
        return _is_taken(arm["arm"], _value(arm["subject"], known))
    word = _WORD.match(said)
    if word is None:
        for sign, any_of in ((_OR, True), (_AND, False)):
            if len(parts := _split(said, sign)) > 1:
                return _several(parts, known, depth, any_of=any_of)
    negation = _NOT.match(said) if word is None else None
    if (first := word or negation) is not None:
        found = holds(said[first.end() :], known, depth + 1)
        return _opposite(found) if negation is not None or _UNLESS.match(said) else found
    if said.startswith("(") and _closes(said) == len(said) - 1:
        return holds(said[1:-1], known, depth + 1)
    return _alone(said, known)


def _several(
    parts: Sequence[str], known: Mapping[str, Known], depth: int, *, any_of: bool
) -> bool | None:
    """Decide conditions of which one has to hold, or all."""
    found = [holds(each, known, depth + 1) for each in parts]
    if any_of in found:
        return any_of
    return None if None in found else not any_of


def _alone(said: str, known: Mapping[str, Known]) -> bool | None:
    """Decide a condition that no other is part of."""
    if (match := _IS_NULL.match(said)) is not None:
        is_null = _is_null(_value(match["subject"], known))
        return is_null if match["equal"] else _opposite(is_null)
    if (match := _ASKED.fullmatch(said)) is not None:
        is_null = _is_null(_value(match["subject"], known))
        return is_null if match["none"] else _opposite(is_null)
    if (match := _TAKEN.match(said)) is not None:
        return _opposite(_is_null(_value(match["subject"], known)))
    value = _value(said, known)
    return {Known.TRUE: True, Known.FALSE: False, Known.NULL: False}.get(value) if value else None


def _value(expression: str, known: Mapping[str, Known]) -> Known | None:
    name = _NAME.fullmatch(expression.strip())
    return known.get(name["name"]) if name is not None else None


def _is_null(value: Known | None) -> bool | None:
    return None if value is None else value is Known.NULL


def _is_taken(arm: str, value: Known | None) -> bool | None:
    """Decide an arm of a match on a value that may be null."""
    is_null = _is_null(value)
    if arm == "Some":
        return _opposite(is_null)
    if arm in _NULLS:
        return is_null
    if arm in {"true", "false"} and value in {Known.TRUE, Known.FALSE}:
        return (arm == "true") is (value is Known.TRUE)
    return None


def _opposite(found: bool | None) -> bool | None:
    return None if found is None else not found


def _closes(said: str) -> int:
    """Return where the bracket closes with which a text begins; -1 if nothing closes it."""
    depth = 0
    for position, sign in enumerate(said):
        depth += (sign in "([{") - (sign in ")]}")
        if not depth:
            return position
    return -1


def _split(said: str, signs: re.Pattern[str]) -> list[str]:
    """Return the parts of a condition between signs that stand in no brackets."""
    parts, start = [], 0
    for match in signs.finditer(said):
        before = said[: match.start()]
        if all(before.count(opens) == before.count(ends) for opens, ends in ("()", "[]", "{}")):
            parts.append(said[start : match.start()])
            start = match.end()
    return [*parts, said[start:]]
