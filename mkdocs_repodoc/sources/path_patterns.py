"""Patterns of gitignore files, matched at a cost that is linear in the path.

A repository brings patterns along, in its `.gitignore` files and its configuration. As regular
expressions they have a star for each of theirs, all of which are tried in all combinations: eight
stars take minutes for one path that doesn't fit. What stands between two stars may as well be where
it is found first, since the second star makes up for the rest. That is what is written here.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.pattern import RegexPattern

Pattern = TypeVar("Pattern", bound="RegexPattern")

_STAR = r"[^/]*"
_ANY_FOLDERS = "(?:/.+)?/"
_LEADING_FOLDERS = "^(?:.+/)?"
_FIXED = r"(?:\\.|(?:\(\?!/\))?\[(?:\\.|[^\]\\])+\](?![*+?])|[^\\\[\](){}*+?|.^$/])"
"""What matches a single character."""
_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
"""An escaped character, or several of which one is meant, or none."""
_BRACKETS = re.compile(r"\\.|\[[!^]?\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*\]")
_CLASS = re.compile(r"\[:([a-z]+):\]")
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \t",
    "digit": "0-9",
    "lower": "a-z",
    "space": " \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
"""Of a name between brackets the characters, as git's patterns have them."""
_BETWEEN_STARS = re.compile(rf"{re.escape(_STAR)}({_FIXED}+)(?={re.escape(_STAR)})")


def path_patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Return what matches the paths that some lines of a gitignore file stand for.

    Args:
        lines: The lines.

    Raises:
        ValueError: One of them is no pattern.
        re.error: Likewise.
    """
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - few repositories have patterns

    written = (_BRACKETS.sub(_spelled_out, line) for line in lines)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of what a later Python may read in `[[a]`
        return GitIgnoreSpec([_linear(each) for each in GitIgnoreSpec.from_lines(written).patterns])


def _spelled_out(brackets: re.Match[str]) -> str:
    """Return brackets with the characters of the classes in them, which pathspec does not know."""
    first, inside = brackets[0][:1], brackets[0][1:]
    return first + _CLASS.sub(lambda match: _CLASSES.get(match[1], match[0]), inside)


def fitting(lines: Iterable[str]) -> Callable[[str], bool]:
    """Return whether a path is one that some lines of a gitignore file stand for.

    Args:
        lines: The lines; nothing fits where there are none.

    Raises:
        ValueError: One of them is no pattern.
        re.error: Likewise.
    """
    patterns = tuple(lines)
    return path_patterns(patterns).match_file if patterns else _nothing_fits


def _nothing_fits(_path: str) -> bool:
    return False


def _linear(pattern: Pattern) -> Pattern:
    if pattern.regex is None or pattern.include is None:  # a comment
        return pattern
    written = pattern.regex.pattern
    found = linear_expression(written)
    return pattern if found == written else type(pattern)(re.compile(found), pattern.include)


def linear_expression(expression: str) -> str:
    """Return a regular expression that matches the same without going back.

    Args:
        expression: As pathspec makes it of a pattern.
    """
    first, *others = _SIGN.sub(_without_slash, expression).split(_ANY_FOLDERS)
    if not others:
        return _first_found(first)
    *between, last = map(_first_found, others)
    if first.startswith(_LEADING_FOLDERS):
        inner = _first_found(first.removeprefix(_LEADING_FOLDERS))
        first = f"^(?>(?:.+?/)??{inner}(?=/))"
    else:
        first = _first_found(first)
    inner = "".join(f"(?>(?:/.+?)??/{each}(?=/))" for each in between)
    return f"{first}{inner}{_ANY_FOLDERS}{last}"


def _without_slash(sign: re.Match[str]) -> str:
    """Have characters that are not meant exclude the slash, as git does."""
    is_negated = sign[0].startswith("[^") and sign[0] != "[^/]"
    return f"(?!/){sign[0]}" if is_negated else sign[0]


def _first_found(expression: str) -> str:
    return _BETWEEN_STARS.sub(r"(?>[^/]*?\1)", expression)
