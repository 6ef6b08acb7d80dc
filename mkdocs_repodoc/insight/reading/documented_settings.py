"""Meanings of settings in documents that have their names as terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.prose import first_sentence

_DIRECTIVE = re.compile(
    r"^\.\. (?:data|confval|envvar|setting|describe)::[ \t]+(?P<term>[\w.-]+)[^\n]*\n[ \t]*\n"
    r"(?P<text>(?:[ \t]+\S[^\n]*\n?)+)",
    re.MULTILINE,
)
"""A setting that Sphinx has an entry for."""
_ENTRY = re.compile(
    r"^[ \t]*[-*+][ \t]+(?:\*\*)?`(?P<term>[\w.-]+)`(?:\*\*)?[ \t]*"
    r"(?:[:–—-][ \t]*|\n[ \t]+[-*+][ \t]+"
    r"|\((?:default|no default|optional|required)[^()\n]*\)[.:]?\s+)"
    r"(?P<text>[^\n]+(?:\n[ \t]+[^-*+\s][^\n]*)*)",
    re.MULTILINE,
)
"""An entry of a list, the meaning behind it or in the first entry below it."""
_ROW = re.compile(r"^\|[ \t]*`(?P<term>[\w.-]+)`[ \t]*\|(?P<text>[^\n]+)\|[ \t]*$", re.MULTILINE)
"""A row of a table whose first cell is the name."""
_HEADED = re.compile(
    r"^#{2,6}[ \t]+`(?P<term>[\w.-]+)`(?:[ \t]*(?:,|or|and)[ \t]*`[^`\n]+`)*[ \t]*#*\n(?:[ \t]*\n)?"
    r"(?P<text>[A-Za-z`][^\n]*(?:\n[^\n#]+)*)",
    re.MULTILINE,
)
"""The paragraph below a heading that is the name, as manual pages have it."""
_LEAST_WORDS = 3


class DocumentedSetting(NamedTuple):
    """What a document says of a setting."""

    text: str
    """One sentence, in the markup of the document."""
    path: str
    line: int


def documented_settings(
    repository: Repository, read_text: Callable[[str], str], names: Collection[str]
) -> dict[str, DocumentedSetting]:
    """Return what documents say of settings; of several the first one that says anything.

    Args:
        repository: The linked repository.
        read_text: Path of a document → its text.
        names: Names of the settings.
    """
    found: dict[str, DocumentedSetting] = {}
    files = repository.files.values()
    for file in sorted(files, key=lambda each: (each.path.count("/"), each.path)):
        if names and is_explaining(file) and not is_translation(file.path, repository.files):
            text = read_text(file.path)
            for term, said, start in _entries(text):
                if term in names and term not in found:
                    line = text.count("\n", 0, start) + 1
                    found[term] = DocumentedSetting(said, file.path, line)
    return found


def _entries(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield names, what is said of each, and where."""
    for pattern in (_DIRECTIVE, _ENTRY, _ROW, _HEADED):
        for match in pattern.finditer(text):
            told = match["text"]
            if pattern is _ROW:
                told = max(told.split("|"), key=lambda cell: len(cell.split()))
            said = first_sentence(" ".join(told.split()))
            if len(said.split()) >= _LEAST_WORDS and not said.startswith(":"):
                yield match["term"], said, match.start("term")
