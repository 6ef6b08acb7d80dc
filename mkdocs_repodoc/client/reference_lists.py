"""The lines that use each symbol of a file, for the panel of references.

A line that uses several symbols of the file stands in the data once. Of a symbol that is used on
more lines than anybody reads, the files that use it less are only counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.client.file_data import name_prefix
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository
from mkdocs_repodoc.paths import readable
from mkdocs_repodoc.text.source_text import without_reordering

MOST_LINES = 300
"""Lines of one symbol whose text is in the data."""
_LINE_LENGTH = 180

Reference = tuple[int, int, int, int]
"""Line, first character and number of characters of the name in its text, 1 if inferred."""
Group = tuple[int, int, list[Reference]]
"""Index of a file, number of its lines that use the symbol, and those lines unless too many."""


@dataclass(slots=True)
class _UsingFile:
    """A file with lines that are in the data."""

    path: str
    address: str
    part: int
    """Of the panel: 0 has code, 1 documents, 2 tests."""
    texts: dict[int, str] = field(default_factory=dict)


class ReferenceLists:
    """The data of the panel.

    Args:
        repository: The linked repository.
        addresses: Where its pages are.
        lines: Path → the file's lines.
    """

    def __init__(
        self,
        repository: Repository,
        addresses: PageAddresses,
        lines: Callable[[str], Sequence[str]],
    ) -> None:
        self._repository = repository
        self._addresses = addresses
        self._lines = lines

    def __call__(self, file: RepoFile) -> dict[str, object]:
        """Return the using files with their lines, and by anchor the references by file."""
        prefix = name_prefix(file)
        using: dict[str, _UsingFile] = {}
        numbers: dict[str, int] = {}
        symbols: dict[str, tuple[int, list[Group]]] = {}
        for position, (anchor, symbol) in enumerate(
            zip(file.anchors, file.outline.symbols, strict=False)
        ):
            groups: list[Group] = []
            room = MOST_LINES
            for path, uses in self._by_file(SymbolRef(file.path, position)).items():
                if path not in using:
                    using[path] = self._using_file(path)
                    numbers[path] = len(numbers)
                listed = [self._reference(using[path], use) for use in uses[:room]]
                groups.append((numbers[path], len(uses), listed))
                room -= len(listed)
            symbols[anchor.removeprefix(prefix)] = (symbol.name_line, groups)
        return {
            "prefix": prefix,
            "path": readable(file.path),
            "address": self._addresses.file(file.path),
            "base": self._addresses.base,
            "file": self._addresses.file_suffix,
            "files": [(each.path, each.address, each.part, each.texts) for each in using.values()],
            "symbols": symbols,
        }

    def _by_file(self, symbol: SymbolRef) -> dict[str, list[Use]]:
        """Return one use for each line: the symbol's own file first, documents and tests last."""
        defined = (symbol.path, self._repository.symbol(symbol).name_line)
        lines: dict[str, dict[int, Use]] = {}
        for use in self._repository.links.uses.of(symbol):
            if (use.path, use.line) != defined:
                lines.setdefault(use.path, {}).setdefault(use.line, use)
        order = sorted(
            lines,
            key=lambda path: (path != symbol.path, self._part(path), -len(lines[path]), path),
        )
        return {path: list(lines[path].values()) for path in order}

    def _part(self, path: str) -> int:
        file = self._repository.files[path]
        return 2 if file.role in TEST_ROLES else int(bool(file.outline.refers))

    def _using_file(self, path: str) -> _UsingFile:
        return _UsingFile(readable(path), self._addresses.file(path), self._part(path))

    def _reference(self, using: _UsingFile, use: Use) -> Reference:
        lines = self._lines(use.path)
        line = lines[use.line - 1] if use.line <= len(lines) else ""  # edited since the analysis
        start = len(line) - len(line.lstrip())
        if use.line not in using.texts:
            using.texts[use.line] = without_reordering(readable(line[start : start + _LINE_LENGTH]))
        data = line.encode("utf-8", "replace")
        before = len(data[: use.column].decode(errors="replace"))
        name = len(data[use.column : use.end_column].decode(errors="replace"))
        return (use.line, before - start, name, int(use.confidence == "inferred"))
