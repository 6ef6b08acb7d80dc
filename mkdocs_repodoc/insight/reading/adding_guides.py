"""Guides of the repository's own documents to adding something: sections with numbered steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.text.english import shortened

_ADDS = re.compile(
    r"\b(?:add|creat|writ|implement|register|introduc)(?:e|ing)?\s+"
    r"(?:(?:a|an|another|your|the|own|custom|support|one)\s+)*(?:new|custom|own)\b|"
    r"\b(?:add|creat|writ|implement|register|introduc)(?:e|ing)?\s+(?:a|an|another|your own)\b",
    re.IGNORECASE,
)
"""Headings of sections that tell how something is added."""
_STEP = re.compile(
    r"(?:step\s+)?(?P<number>\d{1,2})(?:[.):]|\s+[-–—])?\s+(?P<said>\S.*)", re.IGNORECASE
)
_NUMBERED = re.compile(r" {0,3}(?P<number>\d{1,2})[.)]\s+(?P<said>\S.*)")
_OTHER_BLOCK = re.compile(r"\s*(?:[-+*>#|]|\d+[.)]\s|```|~~~|:::|!!!|\.\. )")
"""Lines that don't go on with the paragraph before them."""
_MARKUP = re.compile(r"[*`]{1,2}(?=\S)|(?<=\S)[*`]{1,2}|\[(?P<text>[^\[\]]*)\]\([^()]*\)")
_LEAST = 2
_MOST = 9
_LONGEST = 140
"""Characters of a step."""
_MOST_READ = 1_000
"""Characters of a step that are read, with its markup."""


class AddingGuide(NamedTuple):
    """A section of a document that tells step by step how something is added."""

    heading: SymbolRef
    title: str
    steps: tuple[str, ...]


def adding_guides(repository: Repository, read_text: Callable[[str], str]) -> list[AddingGuide]:
    """Return the guides of all documents, in the order of their paths and lines.

    Args:
        repository: The linked repository.
        read_text: Path of a document → its text.
    """
    found: list[AddingGuide] = []
    for path in sorted(repository.files):
        file = repository.files[path]
        if is_explaining(file) and not is_translation(path, repository.files):
            found += _guides(file, read_text(path).split("\n"))
    return found


def _guides(file: RepoFile, lines: Sequence[str]) -> Iterator[AddingGuide]:
    headings = [
        (position, symbol.name, symbol.line)
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind == Kind.HEADING
    ]
    told = 0
    for number, (position, name, line) in enumerate(headings):
        title = name.rpartition(HEADING_SEPARATOR)[2]
        if line <= told or not _ADDS.search(title):
            continue
        below = [
            (inner, start)
            for _, inner, start in headings[number + 1 :]
            if inner.startswith(f"{name}{HEADING_SEPARATOR}")
        ]
        end = headings[number + 1][2] - 1 if number + 1 < len(headings) else len(lines)
        titles = [inner.removeprefix(f"{name}{HEADING_SEPARATOR}") for inner, _ in below]
        steps = _in_order(_STEP, titles) or _in_order(_NUMBERED, _paragraphs(lines[line:end]))
        if len(steps) >= _LEAST:
            told = below[-1][1] if below else line
            yield AddingGuide(SymbolRef(file.path, position), title, steps[:_MOST])


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of a section, each as one line that begins as its first one does."""
    paragraph: list[str] = []
    for line in lines:
        if not line.strip() or _OTHER_BLOCK.match(line):
            yield " ".join(paragraph)
            paragraph = []
        if line.strip():
            paragraph.append(line.strip() if paragraph else line.rstrip())
    yield " ".join(paragraph)


def _in_order(pattern: re.Pattern[str], lines: Iterable[str]) -> tuple[str, ...]:
    """Return the steps among lines that are numbered from 1 on, without markup."""
    steps: list[str] = []
    for line in lines:
        match = pattern.fullmatch(line.rstrip())
        if match is not None and int(match["number"]) == len(steps) + 1:
            read = shortened(match["said"], _MOST_READ)
            said = _MARKUP.sub(lambda each: each["text"] or "", read)
            steps.append(shortened(said.strip(" :."), _LONGEST))
    return tuple(steps)
