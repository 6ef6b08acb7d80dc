"""Compilation databases, for editors: compile_commands.json and compile_flags.txt.

Both are read for the folders in which the compiler looks for what is included. The first one is
written by a build, with the paths of the machine that it ran on: what all of these begin with is
taken for the folder that the file lies in, as the place where it is kept for editors to find it.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from mkdocs_repodoc.format_readers.build_files.compiler_flags import include_folders
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.facts import IncludeFolder

_SPLIT_FLAG = re.compile(r"^(-I|-iquote)[ \t]*\n", re.MULTILINE)
"""A flag whose folder stands on the next line."""
_FLAG = re.compile(r"-(?:I|iquote|isystem)")
_WORD = re.compile(r"\"([^\"]*)\"|(\S+)")
_MOST_ENTRIES = 5_000
_MOST_FOLDERS = 100


def read_compile_flags(draft: RecordBuilder) -> None:
    """Read compile_flags.txt, which has a flag on each line."""
    for folder in include_folders(_SPLIT_FLAG.sub(r"\1 ", draft.source.text)):
        draft.state(IncludeFolder(folder))


def read_compile_commands(draft: RecordBuilder) -> None:
    """Read compile_commands.json; as a build's own notes it has no names of the project."""
    draft.words = []
    try:
        found = json.loads(draft.source.text)
    except (ValueError, RecursionError):
        return
    entries = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    entries = [each for each in entries[:_MOST_ENTRIES] if _text(each, "directory").startswith("/")]
    if not entries:
        return
    top = posixpath.commonpath(
        [path for each in entries for path in (_text(each, "directory"), _source_folder(each))]
    )
    folders: dict[str, None] = {}
    for entry in entries:
        for named in _named_folders(entry):
            folder = posixpath.normpath(posixpath.join(_text(entry, "directory"), named))
            if folder == top or folder.startswith(f"{top}/"):
                folders[posixpath.relpath(folder, top)] = None
    for folder in [*folders][:_MOST_FOLDERS]:
        draft.state(IncludeFolder(folder))


def _source_folder(entry: dict[str, Any]) -> str:
    source = posixpath.join(_text(entry, "directory"), _text(entry, "file"))
    return posixpath.dirname(posixpath.normpath(source))


def _named_folders(entry: dict[str, Any]) -> Iterator[str]:
    """Yield the folders that the command line of an entry names."""
    words = iter(_words(entry))
    for word in words:
        match = _FLAG.match(word)
        if match is not None and (folder := word[match.end() :] or next(words, "")):
            yield folder


def _words(entry: dict[str, Any]) -> list[str]:
    arguments = entry.get("arguments")
    if isinstance(arguments, list):
        return [each for each in arguments if isinstance(each, str)]
    return [match[1] or match[2] or "" for match in _WORD.finditer(_text(entry, "command"))]


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""
