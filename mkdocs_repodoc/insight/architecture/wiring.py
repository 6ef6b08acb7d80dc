"""Wires between files: which definition of one calls, makes or keeps what another defines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.architecture.type_ties import OF_FUNCTION
from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.symbols.heirs import with_heirs
from mkdocs_repodoc.insight.symbols.main_symbol import FOR_TYPES
from mkdocs_repodoc.insight.symbols.object_construction import is_constructor
from mkdocs_repodoc.insight.symbols.symbol_tree import first_part, is_outer, outer_name, split_name
from mkdocs_repodoc.model.kinds import CALLING, FUNCTIONS, HELD, NOUNS, TYPES, VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import CallSite, SymbolRef
from mkdocs_repodoc.model.repository import Repository

Way = Literal["makes", "calls", "passes on", "is set to", "holds"]
_FILES = 8192
"""Files whose wires are remembered. They are gone through several times in one order: with room for
fewer than there are, none would be there when it is asked for again."""
_FIELDS = HELD | VALUES
_VALUE = re.compile(r"=\s*(?:[\w.:]+[.:])?(\w+)(?:\.class|::class)?;?$")
"""The end of a declaration that sets a name to another one."""


class Wire(NamedTuple):
    """A definition of one file that uses one of another."""

    user: SymbolRef
    """The outermost function that it stands in, a field, or the file."""
    way: Way
    met: SymbolRef
    line: int


class Wiring:
    """Finds the wires between the files of the software.

    Args:
        repository: The linked repository.
        code: Paths of the files that make up the software.
        bounds: The bounds of the answers over all files.
    """

    def __init__(
        self, repository: Repository, code: Collection[str], bounds: Bounds | None = None
    ) -> None:
        self.bounds = bounds or Bounds()
        self._repository = repository
        self._code = code
        self.of_file = lru_cache(_FILES)(self._read)
        self._positions = lru_cache(_FILES)(self._read_positions)

    def _read(self, path: str) -> tuple[Wire, ...]:
        """Return the wires from a file to others, in the order of its lines, each once."""
        held = self._held.get(path, ())
        types = {(each.user, each.met) for each in held}
        found: dict[tuple[SymbolRef, Way, SymbolRef], Wire] = {}
        calls = (self._wire(path, site) for site in self._repository.links.uses.calls(path))
        set_to = (each for each in calls if each and (each.user, each.met) not in types)
        for wire in sorted((*held, *set_to), key=lambda each: (each.line, each.met)):
            found.setdefault((wire.user, wire.way, wire.met), wire)
        return tuple(found.values())

    def _wire(self, path: str, site: CallSite) -> Wire | None:
        met = site.callee
        if met.path == path or met.path not in self._code or met.is_file:
            return None
        user = self.function(SymbolRef(path, site.scope))
        symbol = self._repository.symbol(met)
        if self._is_test(user) or self._is_for_types(met) or symbol.kind in HELD:
            return None  # what a field holds may come from anywhere
        way: Way
        if site.called:
            owner = self._made_by(met)
            if owner is not None and self._passes_up(user, owner):
                return None
            way = "makes" if owner is not None or symbol.kind in TYPES else "calls"
            met = owner or met
        elif symbol.kind in FUNCTIONS:
            way = "passes on"
        elif symbol.kind in TYPES and (field := self._set_to(path, site.line, met)) is not None:
            user, way = field, "is set to"
        else:
            return None
        return Wire(user, way, met, site.line)

    def _passes_up(self, user: SymbolRef, base: SymbolRef) -> bool:
        """Tell whether a function is a constructor that goes on to that of a base of its type."""
        heir = self._made_by(user) if not user.is_file else None
        return heir is not None and heir in with_heirs(self._repository, base)

    def owner(self, ref: SymbolRef) -> SymbolRef:
        """Return the outermost symbol that one is, or is a member of; a file is its own."""
        if ref.is_file:
            return ref
        name = outer_name(self._repository.symbol(ref))
        return SymbolRef(ref.path, self._positions(ref.path).get(name, ref.position))

    def function(self, ref: SymbolRef) -> SymbolRef:
        """Return the outermost function that a symbol is or stands in; the file without one."""
        found = SymbolRef.of_file(ref.path)
        if ref.is_file:
            return found
        symbols = self._repository.files[ref.path].outline.symbols
        name = symbols[ref.position].name
        position: int | None = ref.position
        while position is not None:
            if symbols[position].kind in CALLING:
                found = SymbolRef(ref.path, position)
            name = split_name(name)[0]
            position = self._positions(ref.path).get(name) if name else None
        return found

    def _made_by(self, ref: SymbolRef) -> SymbolRef | None:
        """Return the type that a constructor or a variant makes, if a symbol is one."""
        symbol = self._repository.symbol(ref)
        owner, last = split_name(symbol.name)
        file = self._repository.files[ref.path]
        makes = is_constructor(file, symbol) or last == "new" or symbol.kind == Kind.VARIANT
        if not owner or not makes:
            return None
        position = self._positions(ref.path).get(owner)
        return SymbolRef(ref.path, position) if position is not None else None

    def _field(self, path: str, line: int) -> SymbolRef | None:
        """Return the field of a type that is declared on a line."""
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            is_there = symbol.kind in _FIELDS and symbol.line <= line <= symbol.end_line
            if is_there and split_name(symbol.name)[0]:
                return SymbolRef(path, position)
        return None

    def _set_to(self, path: str, line: int, met: SymbolRef) -> SymbolRef | None:
        """Return the field on a line whose value is a type itself, and nothing made with it."""
        field = self._field(path, line)
        if field is None:
            return None
        value = _VALUE.search(self._repository.symbol(field).signature)
        name = self._repository.symbol(met).bare_name
        return field if value is not None and value[1] == name else None

    def _is_for_types(self, ref: SymbolRef) -> bool:
        """Tell whether a symbol, or the type that it is a member of, is for type checkers alone."""
        return FOR_TYPES in self._repository.symbol(self.owner(ref)).labels

    def _is_test(self, ref: SymbolRef) -> bool:
        if ref.is_file:
            return False
        tests = self._repository.files[ref.path].outline.tests
        name = outer_name(self._repository.symbol(ref))
        return any(name == first_part(test) for test in tests)

    def _read_positions(self, path: str) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            found.setdefault(symbol.name, position)
        return found

    @bounded("which fields hold objects of other files", dict)
    def _held(self) -> Mapping[str, list[Wire]]:
        """Path → the fields of its types whose types other files define."""
        found: dict[str, list[Wire]] = {}
        for path in sorted(self._code):
            for position, symbol in enumerate(self._repository.files[path].outline.symbols):
                if symbol.kind in NOUNS and is_outer(symbol):
                    ref = SymbolRef(path, position)
                    for wire in self._holders(ref):
                        found.setdefault(wire.user.path, []).append(wire)
        return found

    def _holders(self, ref: SymbolRef) -> Iterator[Wire]:
        if not self._repository.links.uses.file_count(ref):
            return
        for use in self._repository.links.uses.of(ref):
            if use.kind != "annotation" or use.path == ref.path or use.path not in self._code:
                continue
            field = self._field(use.path, use.line)
            if field is None or self._is_test(field):
                continue
            if not OF_FUNCTION.search(self._repository.symbol(field).signature):
                yield Wire(field, "holds", ref, use.line)
