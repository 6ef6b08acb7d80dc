"""Command lines without what runs them: `uv run pytest` is pytest, `sudo make` is make."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from mkdocs_repodoc.languages.record_parts.tool_words import CommandWrapper
from mkdocs_repodoc.languages.tools import known_tools

_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_SHELL_WORDS = frozenset({"then", "do", "if", "!"})
"""Words of the shell that may stand before a command."""


def unwrapped(words: Sequence[str]) -> list[str]:
    """Return the words of a command without the variables and programs that it stands behind.

    Args:
        words: The words of one command, as a shell splits them.
    """
    left = list(words)
    while left:
        if _ASSIGNMENT.match(left[0]) or left[0] in _SHELL_WORDS:
            del left[0]
            continue
        behind = (_behind(each, left) for each in known_tools.wrappers())
        shorter = next((each for each in behind if each), None)
        if shorter is None:
            return left
        left = shorter
    return left


def command_itself(line: str) -> str:
    """Return a command line without what runs the command; as it is where it cannot be split."""
    try:
        words = shlex.split(line)
    except ValueError:
        return line
    left = unwrapped(words)
    return shlex.join(left) if left != words else line


def _behind(wrapper: CommandWrapper, words: Sequence[str]) -> list[str]:
    """Return what a wrapper runs; nothing where it does not stand in front of the words."""
    start = wrapper.words
    if tuple(words[: len(start)]) != start:
        return []
    left = list(words[len(start) :])
    if wrapper.until:
        marks = (number for number, word in enumerate(left) if word in wrapper.until)
        return left[next(marks, len(left)) + 1 :]
    while left and left[0].startswith("-"):
        option = left.pop(0)
        if option == "--":
            break
        if option in wrapper.valued:
            del left[:1]
    return left[wrapper.operands :]
