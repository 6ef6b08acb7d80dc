"""CMake: project, targets, options, functions and macros."""

from __future__ import annotations

import re
from itertools import pairwise

from mkdocs_repodoc.analysis.formats.draft import Draft
from mkdocs_repodoc.analysis.formats.keys import comment_above
from mkdocs_repodoc.model.records import Import

_COMMAND = re.compile(r"^[ \t]*([A-Za-z_]\w*)[ \t]*\(", re.MULTILINE)
_ARGUMENT = re.compile(r'"((?:\\.|[^"\\])*)"|\[\[(.*?)\]\]|#[^\n]*|([^\s()"#]+)|(\))', re.DOTALL)
_MOST_ARGUMENTS = 12
_TARGETS = {"add_executable": "executable", "add_library": "library", "add_custom_target": "custom"}
_ENDS = {"function": "endfunction", "macro": "endmacro"}


def read_cmake(draft: Draft) -> None:
    """Read a CMake file."""
    text = draft.source.text
    imports: list[Import] = []
    line, position = 1, 0
    commands: list[tuple[str, list[str], int, int]] = []
    for match in _COMMAND.finditer(text):
        line += text.count("\n", position, match.start(1))
        position = match.start(1)
        arguments, end = _arguments(text, match.end())
        commands.append((match[1].lower(), arguments, line, line + text.count("\n", position, end)))
    for index, (command, arguments, start, end) in enumerate(commands):
        if not arguments:
            continue
        name = arguments[0]
        summary = comment_above(draft, start)
        if command in _TARGETS:
            kind = _TARGETS[command]
            draft.add(name, "target", start, end_line=end, summary=summary, labels=(kind,))
        elif command == "option":
            text_of = arguments[1] if len(arguments) > 1 else summary
            value = arguments[2] if len(arguments) > 2 else ""  # noqa: PLR2004 - name, text, value
            draft.add(name, "option", start, end_line=end, summary=text_of, value=value)
        elif command in _ENDS:
            close = _ENDS[command]
            last = next((c[3] for c in commands[index:] if c[0] == close), end)
            shown = f"({', '.join(arguments[1:])})"
            draft.add(name, command, start, end_line=last, summary=summary, signature=shown)
        elif command == "project":
            _project(draft, arguments)
        elif command in {"find_package", "include", "add_subdirectory"}:
            imports.append(Import(name, line=start, system=command == "find_package"))
    draft.imports = tuple(imports)


def _project(draft: Draft, arguments: list[str]) -> None:
    draft.fact("name", arguments[0])
    for key, value in pairwise(arguments):
        if key in {"VERSION", "DESCRIPTION"}:
            draft.fact(key.lower(), value)


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
