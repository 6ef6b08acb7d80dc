"""Members of extension modules: what sources in other languages offer to Python, by its names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from mkdocs_repodoc.model.facts import OfferedName
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of


class CompiledMembers:
    """What sources in other languages offer to Python.

    A module offers what the sources beside it and below say to be for Python.

    Args:
        files: All files with their outlines.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self._outlines: dict[str, FileOutline] = {}
        self._offered: dict[str, list[SymbolRef]] = {}
        self._classes: dict[str, set[str]] = {}
        for source, outline in files:
            for name, position in _offered(outline):
                self._outlines[source.path] = outline
                self._offered.setdefault(name, []).append(SymbolRef(source.path, position))
                if outline.symbols[position].kind not in FUNCTIONS:
                    full = outline.symbols[position].name
                    self._classes.setdefault(source.path, set()).add(full)

    @property
    def digest(self) -> bytes:
        """Digest of all that names may lead to."""
        content = [
            (path, [(each.name, each.kind) for each in outline.symbols])
            for path, outline in self._outlines.items()
        ]
        encoded = msgspec.msgpack.encode((content, sorted(self._offered.items())))
        return hashlib.sha256(encoded).digest()

    def member(self, maker: SymbolRef, name: str) -> SymbolRef | None:
        """Return what a module offers under a name, if that is one definition.

        Args:
            maker: What makes the module.
            name: The name.
        """
        folder = folder_of(maker.path)
        found = [
            ref
            for ref in self._offered.get(name, ())
            if (not folder or ref.path.startswith(f"{folder}/")) and not self._owner(ref)
        ]
        beside = [ref for ref in found if ref.path == maker.path]
        chosen = beside if len(found) > 1 else found
        return chosen[0] if len(chosen) == 1 else None

    def is_class(self, ref: SymbolRef) -> bool:
        """Whether what is offered is a class."""
        return self._outlines[ref.path].symbols[ref.position].kind not in FUNCTIONS

    def method(self, owner: SymbolRef, name: str) -> SymbolRef | None:
        """Return a method of a class that is offered, if there is one by that name."""
        symbols = self._outlines[owner.path].symbols
        around = f"{symbols[owner.position].name}::"
        registered = [
            ref.position
            for ref in self._offered.get(name, ())
            if ref.path == owner.path and symbols[ref.position].name.startswith(around)
        ]
        found = registered or [
            position
            for position, symbol in enumerate(symbols)
            if symbol.name == around + name and symbol.kind in FUNCTIONS
        ]
        return SymbolRef(owner.path, found[0]) if len(found) == 1 else None

    def _owner(self, ref: SymbolRef) -> str:
        """Return the class around what is offered, if that is offered itself."""
        symbols = self._outlines[ref.path].symbols
        around = symbols[ref.position].name.rpartition("::")[0]
        return around if around in self._classes.get(ref.path, ()) else ""


def _offered(outline: FileOutline) -> Iterator[tuple[str, int]]:
    """Yield what a source offers: its name in Python, and its position."""
    facts = [fact for fact in outline.facts_of(OfferedName) if fact.language == "python"]
    positions = _positions(outline) if facts else {}
    for fact in facts:
        if fact.symbol in positions:
            yield fact.name, positions[fact.symbol]


def _positions(outline: FileOutline) -> dict[str, int]:
    """Return the position of each symbol that stands once."""
    found: dict[str, list[int]] = {}
    for position, symbol in enumerate(outline.symbols):
        found.setdefault(symbol.name, []).append(position)
    return {name: places[0] for name, places in found.items() if len(places) == 1}
