"""A folder that is analysed and linked, with what comparisons of its links ask."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from benchmarks.oracle_places import Place
from benchmarks.python_definitions import Definitions
from mkdocs_repodoc import linking
from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import LinkedReference, SymbolRef
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.file_types import language_of
from mkdocs_repodoc.text.source_text import decode

_MARKED = 150
"""Characters of a line that are shown."""
_IDENTIFIER = re.compile(r"[^\W\d]\w*")


@dataclass
class Corpus:
    """A linked folder and its texts."""

    root: Path
    repository: Repository
    texts: dict[str, list[str]]
    links: dict[str, dict[tuple[int, int], LinkedReference]]
    definitions: dict[str, Definitions] = field(default_factory=dict)

    @cached_property
    def symbols(self) -> dict[tuple[str, int, int], SymbolRef]:
        """Place of a name, its column in bytes, → what is defined under it there."""
        return {
            (path, symbol.name_line, symbol.column): SymbolRef(path, position)
            for path, file in self.repository.files.items()
            for position, symbol in enumerate(file.outline.symbols)
        }

    def is_constructor_of(self, one: SymbolRef, other: SymbolRef, end: str) -> bool:
        """Tell whether one of two is the other's constructor.

        Args:
            one: A symbol.
            other: Another one.
            end: What a constructor's name has behind that of its class.
        """
        if one.path != other.path:
            return False
        outer, inner = (self.repository.symbol(each) for each in sorted((one, other)))
        return inner.kind == Kind.CONSTRUCTOR and inner.name == f"{outer.name}{end}"

    def marked(self, path: str, line: int, column: int) -> str:
        """Return the beginning of a line with a mark at a column in bytes."""
        text = self.texts[path][line - 1].encode()
        return (text[:column] + b"\xc2\xbb" + text[column:]).decode().strip()[:_MARKED]

    def named(self, symbols: Sequence[SymbolRef]) -> str:
        """Return paths and names of symbols, as verdicts show them."""
        return ", ".join(f"{each.path}:{self.repository.symbol(each).name}" for each in symbols)

    def link_named(self, link: LinkedReference | None) -> str:
        """Return what a link leads to, as verdicts show it; `None` is no link."""
        return self.repository.qualified_name(link.symbol) if link else "no link"

    def characters(self, path: str, line: int, column: int) -> int:
        """Turn a column in bytes into one in characters."""
        return len(self.texts[path][line - 1].encode()[:column].decode())

    def name(self, place: Place) -> tuple[str, str] | None:
        """Return the module's path without suffix, and the dotted path of what stands at a place.

        The second is empty for a module; `None` for what lies elsewhere or is local.
        """
        if place.path not in self.texts:
            return None
        module = place.path.rpartition(".")[0]
        if not place.line:
            return module, ""
        if place.path not in self.definitions:
            self.definitions[place.path] = Definitions("\n".join(self.texts[place.path]))
        dotted = self.definitions[place.path].names.get((place.line, place.column))
        return None if dotted is None else (module, dotted)

    def stands_for(self, place: Place, path: str, link: LinkedReference) -> bool:
        """Whether what stands at a place has the name that is linked in a file.

        What can't be read is taken for it.
        """
        lines = self.texts.get(place.path) or _lines(place.path)
        if not lines:
            return True
        text = self.texts[path][link.line - 1].encode()[link.column : link.end_column].decode()
        names = {text} | {
            imported
            for item in self.repository.files[path].outline.imports
            if item.binding == text
            for imported in (item.name, item.module.rpartition(".")[2])
        }
        if not place.line:
            module = place.path.rpartition(".")[0].removesuffix("/__init__")
            return module.rpartition("/")[2] in names
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        found = _IDENTIFIER.match(line, place.column)
        return found is not None and found[0] in names

    def target(self, link: LinkedReference) -> tuple[str, str]:
        """Return the same for where a link leads."""
        symbol = link.symbol
        name = self.repository.symbol(symbol).name if symbol.position >= 0 else ""
        return symbol.path.rpartition(".")[0], name


def load(root: Path, suffixes: Sequence[str] = (".py", ".pyi")) -> Corpus:
    """Analyse and link all files below a folder whose names end in one of some ways."""
    files: list[tuple[SourceFile, FileOutline, str]] = []
    details: dict[str, FileDetail] = {}
    texts: dict[str, list[str]] = {}
    for file in sorted(one for suffix in suffixes for one in root.rglob(f"*{suffix}")):
        data = file.read_bytes()
        language = language_of(file.name, data)
        path = file.relative_to(root).as_posix()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            record = analyse(file.name, language, data, AnalysisOptions())
        digest = hashlib.sha256(data).hexdigest()
        source = SourceFile(path, "text", language, len(data), digest)
        files.append((source, record.outline, path))
        details[path] = record.detail
        texts[path] = decode(data).text.split("\n")
    names = linking.index_names(files, None)
    owned = ((path, names.of(path)) for path in details)
    resolved = [linking.resolve_file(own, path, details[path]) for path, own in owned if own]
    index = linking.link(files, names, resolved, GitHistory(), Settings(root=root))
    links = {
        path: {
            (reference.line, reference.column): reference
            for reference in linking.file_links(index, path).references
        }
        for path in details
    }
    return Corpus(root, index.repository, texts, links)


@lru_cache(100)
def _lines(path: str) -> list[str]:
    """Return the lines of a file outside the folder; none if it can't be read."""
    file = Path(path)
    return decode(file.read_bytes()).text.split("\n") if path and file.is_file() else []
