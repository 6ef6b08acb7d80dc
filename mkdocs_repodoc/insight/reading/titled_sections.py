"""Sections of documents by what they are titled, with their text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_UNDERLINE = re.compile(r"\s*([=~*^\"'-])\1{2,}\s*\n")
_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|^(?: {4}|\t).*?$", re.DOTALL | re.MULTILINE)
_MADE_FROM = re.compile(
    r"template|(?:^|/)(?:next|unreleased|dev|nightly|v?\d[\d.x]*)/", re.IGNORECASE
)
"""Paths of documents that others are made from, or that are of another version."""


class TitledSection(NamedTuple):
    """A section of a document, without its heading."""

    heading: SymbolRef
    title: str
    text: str


def section_titled(
    repository: Repository,
    read_text: Callable[[str], str],
    title: re.Pattern[str],
    telling: re.Pattern[str] | None = None,
) -> TitledSection | None:
    """Return the section of the documents that has a title; of several that of the first document.

    Documents that others are made from come last, as those of other versions do.

    Args:
        repository: The linked repository.
        read_text: Path of a document → its text.
        title: Matches all of the title.
        telling: Found in what the section says beside its code; one that has none is passed over.
    """
    files = repository.files
    paths = [
        path
        for path, file in files.items()
        if is_explaining(file) and not is_translation(path, files)
    ]
    for path in sorted(
        paths, key=lambda each: (bool(_MADE_FROM.search(each)), each.count("/"), each)
    ):
        for position, symbol in enumerate(files[path].outline.symbols):
            name = symbol.name.rpartition(HEADING_SEPARATOR)[2]
            if symbol.kind == Kind.HEADING and title.fullmatch(name):
                lines = read_text(path).split("\n")
                text = _UNDERLINE.sub("", "\n".join(lines[symbol.line : symbol.end_line]), count=1)
                said = _CODE.sub("", text) if telling is not None else text
                if said.strip() and (telling is None or telling.search(said)):
                    return TitledSection(SymbolRef(path, position), name, text.strip())
    return None
