"""Sections of the repository's documents on each component, told by the names in them.

A document on everything has a section on each part; one that tells how to add something is where a
reader should look who wants to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.insight.reading.documents_on import definitions, mentioned
from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository

_MOSTLY = 0.5
"""Share of the names in a section that the component defines which it is on."""
_MOST_SECTIONS = 8
"""Sections that have a name which still says what a section is on."""
_HOW = re.compile(
    r"\b(?:how to (?:add|create|write|make|extend|register|implement)|add(?:ing)? (?:a|an|new|your|"
    r"custom|support)|creat(?:e|ing) (?:a|an|new|your|custom|\w+s$)|writ(?:e|ing) (?:a|an|new|your|"
    r"custom|\w+)|extend(?:ing)?|implement(?:ing)?|customi[sz](?:e|ing)|registering|your own)\b",
    re.IGNORECASE,
)
"""Headings of sections that tell how something is added."""


class DocumentSection(NamedTuple):
    """A section of a document that is on a component."""

    heading: SymbolRef
    title: str
    names: tuple[str, ...]
    """What the component defines and the section names, the most frequent first."""

    @property
    def tells_how(self) -> bool:
        """Whether it tells how something is added, by its heading."""
        return _HOW.search(self.title) is not None

    @property
    def is_close(self) -> bool:
        """Whether the section is about what it names, and does not only mention it."""
        words = set(re.findall(r"\w+", self.title))
        return len(self.names) > 1 or not words.isdisjoint(self.names)


def sections_on(
    repository: Repository, owners: Mapping[str, str], read_text: Callable[[str], str]
) -> Mapping[str, tuple[DocumentSection, ...]]:
    """Return the sections on each component, those that name most of it first.

    Args:
        repository: The linked repository.
        owners: Path of a file → the component that it belongs to.
        read_text: Path of a document → its text.
    """
    defined = definitions(repository, owners)
    sections = [
        (heading, title, mentioned(text, defined))
        for file in repository.files.values()
        if is_explaining(file) and not is_translation(file.path, repository.files)
        for heading, title, text in _sections(file, read_text(file.path))
    ]
    spread = Counter(name for _, _, names in sections for name in names)
    found: dict[str, list[DocumentSection]] = {}
    for heading, title, names in sections:
        telling = [name for name, _ in names.most_common() if spread[name] <= _MOST_SECTIONS]
        counts = Counter(defined[name] for name in telling)
        if not counts:
            continue
        component, number = counts.most_common(1)[0]
        if number > _MOSTLY * len(telling):
            own = tuple(name for name in telling if defined[name] == component)
            found.setdefault(component, []).append(DocumentSection(heading, title, own))
    return {
        component: tuple(sorted(each, key=lambda one: (-len(one.names), one.heading)))
        for component, each in found.items()
    }


def _sections(file: RepoFile, text: str) -> Iterator[tuple[SymbolRef, str, str]]:
    """Yield each heading with its own title and the text up to the next one."""
    lines = text.split("\n")
    headings = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind == Kind.HEADING
    ]
    ends = [symbol.line - 1 for _, symbol in headings[1:]]
    for (position, symbol), end in zip(headings, [*ends, len(lines)], strict=False):
        title = symbol.name.rpartition(HEADING_SEPARATOR)[2]
        inside = "\n".join(lines[symbol.line - 1 : end])
        yield SymbolRef(file.path, position), title, inside
