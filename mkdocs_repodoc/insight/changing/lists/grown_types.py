"""Types that fields are added to: settings, what settings hold, and records of the software."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from mkdocs_repodoc.insight.changing.lists.entry_handlers import entry_handlers
from mkdocs_repodoc.insight.changing.lists.registration import Registration, SharedFields
from mkdocs_repodoc.insight.changing.lists.written_fields import WrittenFields
from mkdocs_repodoc.model.kinds import HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile, Repository

_SETTINGS = re.compile(r"(?:Opts|Options|Config|Configuration|Settings|Preferences)$")
"""Names of types whose fields are settings."""
_PRIVATE = ("#", "_")
"""What fields begin with that are no settings."""
_LEAST = 4
"""Fields of a type that grows."""
_LEAST_RECORD = 8
"""Likewise of a record that is no type of settings."""
_LEAST_HANDLERS = 2
"""Functions that name most fields of such a record, each of which a new field needs as well."""
_HANDLED = 0.6
"""Share of the fields that each of them names."""
_MAKES = re.compile(r"_*(?:init_*|constructor|new|New\w*|create|make)$")
"""Names of functions that make a value."""
_SHARE = 0.75
"""Share of the fields of a type that a larger one of its file has, for it to follow that one."""


class GrownTypes:
    """The types of the software that somebody adds a field to.

    Args:
        repository: The linked repository.
        central: The types that its code turns on.
        written: Finds the names of fields in files.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
    """

    def __init__(
        self,
        repository: Repository,
        central: Collection[SymbolRef],
        written: WrittenFields,
        is_test: Callable[[str, int], bool],
    ) -> None:
        self._repository = repository
        self._central = frozenset(central)
        self._written = written
        self._is_test = is_test
        self._settings = self._spans_of_settings()

    def in_file(self, file: RepoFile) -> Iterator[Registration]:
        """Yield the types of a file, each with its fields; those that follow a larger one don't."""
        found = list(self._types(file))
        larger: dict[SymbolRef, Registration] = {}
        shared: dict[SymbolRef, list[SharedFields]] = {}
        for each in found:
            names = frozenset(each.entries)
            model = max(
                (one for one in found if len(one.entries) > len(names)),
                key=lambda one: len(names.intersection(one.entries)),
                default=None,
            )
            number = len(names.intersection(model.entries)) if model is not None else 0
            if model is not None and number >= _SHARE * len(names):
                larger[each.symbol] = model
                owner = larger.get(model.symbol, model).symbol
                shared.setdefault(owner, []).append(
                    SharedFields(each.symbol, each.line, number, len(names))
                )
        for each in found:
            if each.symbol not in larger:
                yield each._replace(shared=tuple(shared.get(each.symbol, ())))

    def _types(self, file: RepoFile) -> Iterator[Registration]:
        symbols = file.outline.symbols
        fields = _fields(symbols)
        for position, symbol in enumerate(symbols):
            own = fields.get(symbol.name, ())
            if len(own) < _LEAST or symbol.kind not in NOUNS:
                continue
            ref = SymbolRef(file.path, position)
            found = Registration(
                ref,
                symbol.line,
                "settings",
                tuple(_last_name(symbols[each].name) for each in own),
                "",
                members=tuple(SymbolRef(file.path, each) for each in own),
                lines=tuple(symbols[each].line for each in own),
            )
            if _SETTINGS.search(symbol.name) or self._is_held(ref) or self._is_record(found):
                yield found

    def _is_held(self, ref: SymbolRef) -> bool:
        """Tell whether a type of settings has a field of this type."""
        return any(
            use.kind == "annotation"
            and any(use.line in span for span in self._settings.get(use.path, ()))
            for use in self._repository.links.uses.of(ref)
        )

    def _is_record(self, found: Registration) -> bool:
        """Tell whether several functions name most fields of a central type, one by one."""
        if found.symbol not in self._central or len(found.entries) < _LEAST_RECORD:
            return False
        handlers = entry_handlers(self._repository, found, self._written, self._is_test)
        telling = [
            each
            for each in handlers
            if each.number >= _HANDLED * len(found.entries)
            and not _MAKES.match(_last_name(self._repository.symbol(each.function).name))
        ]
        return len(telling) >= _LEAST_HANDLERS

    def _spans_of_settings(self) -> Mapping[str, list[range]]:
        """Return the lines of the types of settings, by path."""
        spans: dict[str, list[range]] = {}
        for path, file in self._repository.files.items():
            for symbol in file.outline.symbols if file.role in CODE_ROLES else ():
                if symbol.kind in NOUNS and _SETTINGS.search(symbol.name):
                    span = range(symbol.line + 1, symbol.end_line + 1)
                    spans.setdefault(path, []).append(span)
        return spans


def _fields(symbols: Sequence[Symbol]) -> dict[str, list[int]]:
    """Return the fields of each type, by its name."""
    found: dict[str, list[int]] = {}
    for position, symbol in enumerate(symbols):
        name = _last_name(symbol.name)
        is_held = symbol.kind in HELD and not symbol.is_computed
        if is_held and name != symbol.name and not name.startswith(_PRIVATE):
            around = symbol.name.removesuffix(name).rstrip(".:")
            found.setdefault(around, []).append(position)
    return found


def _last_name(name: str) -> str:
    return name.replace("::", ".").rpartition(".")[2]
