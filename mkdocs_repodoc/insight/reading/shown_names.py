"""Names that the repository's documents show as code: called, or set in backticks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.repository import Repository

_SHOWN = re.compile(r"\b([^\W\d]\w*)\(|`~?(?:[\w.:]*[.:])?([^\W\d]\w*)(?:\(\))?`")
_COMMAND = re.compile(r"(?m)(?:^[ \t]*(?:\$ )?|`)([\w-]+ [\w-]+)")
"""The first two words of what may be a command line: a program and its command."""
_LONGEST_DOCUMENT = 400_000
"""Bytes; what is longer is generated."""
_README = 4
"""Documents that the repository's README counts for."""


class ShownNames:
    """How many documents show a name; translations say nothing new.

    Args:
        repository: The linked repository.
        read_text: Path of a document → its text.
    """

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._readme = repository.folders[""].readme
        self._documents: Mapping[str, set[str]] = defaultdict(set)
        for path, file in repository.files.items():
            is_document = file.role == "documentation" and file.source.size <= _LONGEST_DOCUMENT
            if is_document and not is_translation(path, repository.files):
                text = read_text(path)
                for match in _SHOWN.finditer(text):
                    self._documents[match[1] or match[2]].add(path)
                for match in _COMMAND.finditer(text):
                    self._documents[match[1]].add(path)

    def count(self, public_name: str) -> int:
        """Return how many documents show a public name or command; the README counts for several.

        Args:
            public_name: Dotted, the package first. A document shows `shop.Cart.add` if it shows
                both `Cart` and `add`, in whatever way it comes to the method. A command is a
                program and its command: `shop add`.
        """
        names = public_name.split(".")[1:] or [public_name]
        showing = set.intersection(*(self._documents.get(name, set()) for name in names))
        return len(showing) + (_README - 1) * (self._readme in showing)
