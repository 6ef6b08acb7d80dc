"""Texts that constants stand for, by the names under which code has them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository

_TEXT = re.compile(r"= (?P<quote>[\"'`])(?P<text>[A-Z][A-Z0-9_]*)(?P=quote);?$")
_NAMED = re.compile(
    r"[&*]*(?P<around>(?:[\w$]+(?:::|\.|\\))*)(?P<name>[A-Za-z_$][\w$]*?)(?:\.value)?$"
)
_LAST = re.compile(r"\.|::")
_SPAN = 4
"""Lines of a call on which a constant may stand."""


class NamedText(NamedTuple):
    """A constant that is set to one text alone, written in capital letters."""

    symbol: SymbolRef
    text: str


def texts_of(file: RepoFile) -> Iterator[NamedText]:
    """Yield the constants of a file that are set to one text alone, in capital letters."""
    for position, symbol in enumerate(file.outline.symbols):
        match = _TEXT.search(symbol.signature) if symbol.kind in VALUES else None
        if match is not None:
            yield NamedText(SymbolRef(file.path, position), match["text"])


class NamedTexts:
    """The constants of the software that stand for names in capital letters.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
    """

    def __init__(self, repository: Repository, code: Collection[RepoFile]) -> None:
        self._uses = repository.links.uses
        self._by_name: dict[str, list[NamedText]] = {}
        for file in code:
            for found in texts_of(file):
                name = _LAST.split(repository.symbol(found.symbol).bare_name)[-1]
                self._by_name.setdefault(name, []).append(found)

    def text(self, written: str, path: str, line: int) -> str:
        """Return the text that a name stands for; empty where it is not known.

        Of several constants of one name it is the one that is used there.

        Args:
            written: What stands in the code: `vars::COLUMNS`.
            path: The file that has it.
            line: The first line of the call, or other expression.
        """
        named = _NAMED.match(written.strip())
        found = self._by_name.get(named["name"], []) if named is not None else []
        lines = range(line, line + _SPAN + 1)
        used = {
            each.text
            for each in found
            if any(use.path == path and use.line in lines for use in self._uses.of(each.symbol))
        }
        if not used and named is not None and (named["around"] or named["name"][:1].isupper()):
            used = {each.text for each in found}
        return used.pop() if len(used) == 1 else ""
