"""CMake: targets and their sources, options, functions and macros."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.facts import IncludeFolder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import, PathMention
from mkdocs_repodoc.text.path_words import literal_path

_COMMAND = re.compile(r"^[ \t]*([A-Za-z_]\w*)[ \t]*\(", re.MULTILINE)
_ARGUMENT = re.compile(r'"((?:\\.|[^"\\])*)"|\[\[(.*?)\]\]|#[^\n]*|([^\s()"#]+)|(\))', re.DOTALL)
_MOST_ARGUMENTS = 500
_IMPORTS = {"find_package", "include", "add_subdirectory"}
_NAMES_FILES = {"add_executable", "add_library", "target_sources", "set", "configure_file"}
_INCLUDE_FOLDERS = {"include_directories", "target_include_directories"}
_TOP = re.compile(r"\$\{(?:CMAKE|PROJECT)_SOURCE_DIR\}(?=/|$)")
_CURRENT = re.compile(r"\$\{CMAKE_CURRENT_(?:SOURCE|LIST)_DIR\}(?=/|$)")
_WHILE_BUILDING = re.compile(r"\$<BUILD_INTERFACE:(.*)>$")
_HERE = re.compile(r"\$\{CMAKE_CURRENT_(?:SOURCE|LIST)_DIR\}/")
_TARGETS = {"add_executable": "executable", "add_library": "library", "add_custom_target": "custom"}
_ENDS = {"function": "endfunction", "macro": "endmacro"}


class _Command(NamedTuple):
    name: str
    arguments: list[str]
    line: int
    end_line: int


def read_cmake(draft: RecordBuilder) -> None:
    """Read a CMake file."""
    commands = list(_commands(draft.source.text))
    draft.imports = tuple(
        _import(command) for command in commands if command.name in _IMPORTS and command.arguments
    )
    ends = _ends(commands)
    for index, command in enumerate(commands):
        if not command.arguments:
            continue
        if command.name in _ENDS:
            _definition(draft, command, ends.get(index, command.end_line))
        else:
            _target_or_option(draft, command)
        if command.name in _NAMES_FILES:
            draft.mention(_files(command))
        elif command.name in _INCLUDE_FOLDERS:
            for folder in _include_folders(command):
                draft.state(IncludeFolder(folder))


def _commands(text: str) -> Iterator[_Command]:
    line, position = 1, 0
    for match in _COMMAND.finditer(text):
        line += text.count("\n", position, match.start(1))
        position = match.start(1)
        arguments, end = _arguments(text, match.end())
        end_line = line + text.count("\n", position, end)
        yield _Command(match[1].lower(), arguments, line, end_line)


def _import(command: _Command) -> Import:
    module = _HERE.sub("", command.arguments[0])
    if command.name == "add_subdirectory":
        module = f"{module.rstrip('/')}/CMakeLists.txt"
    return Import(module, line=command.line, system=command.name == "find_package")


def _ends(commands: Sequence[_Command]) -> dict[int, int]:
    """Return for each command that begins a function or macro the line where that ends."""
    found: dict[int, int] = {}
    last: dict[str, int] = {}
    for index in range(len(commands) - 1, -1, -1):
        command = commands[index]
        last[command.name] = command.end_line
        if (end := _ENDS.get(command.name)) and end in last:
            found[index] = last[end]
    return found


def _definition(draft: RecordBuilder, command: _Command, end_line: int) -> None:
    """Add the function or macro that a command begins."""
    kind, (name, *parameters), line, _ = command
    shown = f"({', '.join(parameters)})"
    summary = comment_above(draft, line)
    draft.add(name, Kind(kind), line, end_line=end_line, summary=summary, signature=shown)


def _target_or_option(draft: RecordBuilder, command: _Command) -> None:
    name, *rest = command.arguments
    summary = comment_above(draft, command.line)
    line, end = command.line, command.end_line
    if command.name in _TARGETS:
        kind = _TARGETS[command.name]
        draft.add(name, Kind.TARGET, line, end_line=end, summary=summary, labels=(kind,))
    elif command.name == "option":
        text, value = rest[0] if rest else summary, rest[1] if len(rest) > 1 else ""
        draft.add(name, Kind.OPTION, line, end_line=end, summary=text, value=value)


def _files(command: _Command) -> Iterator[PathMention]:
    """Yield the arguments that are paths; they start at the file's own folder."""
    for argument in command.arguments[1:]:
        if path := literal_path(_HERE.sub("./", argument)):
            yield PathMention(path, command.line, "string", anchored=True)


def _include_folders(command: _Command) -> Iterator[str]:
    """Yield the folders of the source tree in which the compiler is to look."""
    first = 1 if command.name == "target_include_directories" else 0
    for argument in command.arguments[first:]:
        inner = _WHILE_BUILDING.match(argument)
        written = inner[1] if inner else argument
        folder = _CURRENT.sub(".", _TOP.sub("/.", written))
        is_word = folder.isupper() and "/" not in folder  # PUBLIC, SYSTEM, BEFORE
        if not is_word and "$" not in folder and (written != folder or not folder.startswith("/")):
            yield folder


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    """Return the first arguments of a command and the offset after its parenthesis."""
    found: list[str] = []
    position = start
    for match in _ARGUMENT.finditer(text, start):
        position = match.end()
        if match[4]:
            break
        value = match[1] if match[1] is not None else match[2] or match[3]
        if value and len(found) < _MOST_ARGUMENTS:
            found.append(value)
    return found, position
