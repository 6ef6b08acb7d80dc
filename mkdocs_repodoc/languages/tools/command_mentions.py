"""Literal paths in command lines, and which of them the command runs.

Only what a line says outright counts: a word with a variable or a wildcard in it names nothing
that could be looked up, and after a `cd` to an unknown folder no path is known any more.
"""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine, joined_lines
from mkdocs_repodoc.languages.tools.wrapped_commands import unwrapped
from mkdocs_repodoc.model.records import PathMention
from mkdocs_repodoc.text.path_words import literal_path

_OPERATORS = re.compile(r"[()|&;]+$")
_SHELLS = {"bash", "sh", "zsh", "dash", "ksh", "fish", "source", "."}
_SPEAKERS = {"echo", "printf"}
_VARIABLE = re.compile(r"\$\{\{.*?\}\}|\$\([^()]*\)|\$\{[^{}]*\}|`[^`]*`|\$\w+|\$[@<^*?#]")


def command_mentions(
    rows: Iterable[CommandLine], *, folder: str = "", anchored: bool = False
) -> Iterator[PathMention]:
    """Yield the literal paths in the lines of one script.

    Args:
        rows: The lines; those that one shell runs one after the other, so that a `cd` counts for
            the lines after it.
        folder: Folder in which the script starts, relative to the one that paths start from.
        anchored: Whether paths start at the folder of the file that holds the lines.
    """
    current: str | None = _folder(folder)
    for text, line in joined_lines(rows):
        found, current = _read(text, current)
        for path, runs in found:
            yield PathMention(path, line, "command", runs, anchored)


def _read(text: str, current: str | None) -> tuple[list[tuple[str, bool]], str | None]:
    """Return the paths in a line, whether each is run, and the folder after it."""
    found: list[tuple[str, bool]] = []
    outer: list[str | None] = []
    command: list[str] = []
    for word in [*_words(text), ";"]:
        if not _OPERATORS.match(word):
            command.append(word)
            continue
        moved = _change_folder(command, current)
        if moved is not _STAYS:
            current = moved if isinstance(moved, str) else None
        elif current is not None:
            found += _paths(command, current)
        command = []
        for mark in word:
            if mark == "(":
                outer.append(current)
            elif mark == ")" and outer:
                current = outer.pop()
    return found, current


def _words(text: str) -> list[str]:
    # What a variable holds is not known: a word with one in it becomes one that is no path.
    lexer = shlex.shlex(_VARIABLE.sub("$", text), posix=True, punctuation_chars="();|&<>")
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        for word in lexer:
            if word.startswith("#"):
                break
            words.append(word)
    except ValueError:  # a quotation mark that is not closed on this line
        return []
    return words


_STAYS = object()


def _change_folder(command: Sequence[str], current: str | None) -> object:
    """Return the folder after a `cd`, `None` if it is not known, `_STAYS` for other commands."""
    if not command or command[0] not in {"cd", "pushd", "popd"}:
        return _STAYS
    target = command[1] if len(command) > 1 else ""
    if command[0] == "popd" or current is None or not re.fullmatch(r"[\w./@+-]+", target):
        return None
    if target.startswith(("/", "-")):
        return None
    return _folder(posixpath.join(current, target))


def _folder(path: str) -> str | None:
    """Return a folder without `.` in it; `None` if it lies outside."""
    normal = posixpath.normpath(path) if path else "."
    return "" if normal == "." else normal


def _paths(command: Sequence[str], current: str) -> Iterator[tuple[str, bool]]:
    words = unwrapped(command)
    if not words or words[0] in _SPEAKERS:
        return
    is_interpreted = words[1:2] == ["run"] and words[0] in known_tools.measuring()
    if is_interpreted:
        del words[0]
    run = _run_words(words, is_interpreted=is_interpreted)
    target = ""
    for place_in_line, word in enumerate(words):
        if target in {">", ">>", ">|"} or word.startswith((">", "<")):
            target = word if word.startswith(">") else ""
            continue  # what is written is no file of the repository
        value = word.rpartition("=")[2] if "=" in word else word
        if path := literal_path(value):
            joined = posixpath.normpath(posixpath.join(current, path))
            yield joined, place_in_line in run


def _run_words(words: Sequence[str], *, is_interpreted: bool) -> set[int]:
    """Return the positions of the words that a command runs: itself, or its script."""
    name = words[0].rpartition("/")[2] if words else ""
    running_files = known_tools.running_files()
    if name in running_files:
        return set(range(1, len(words)))
    if not is_interpreted and not known_tools.interpreting().match(name) and name not in _SHELLS:
        return {0}
    first = next((n for n in range(1, len(words)) if _is_script(words[n])), len(words))
    if words[first : first + 1] == ["-m"]:
        is_test = words[first + 1 : first + 2] and words[first + 1] in running_files
        return set(range(first + 2, len(words))) if is_test else set()
    return {first}


def _is_script(word: str) -> bool:
    """Whether a word ends the options of an interpreter: its script, or what stands for one."""
    return not word.startswith("-") or word in {"-m", "-c", "-e"}
