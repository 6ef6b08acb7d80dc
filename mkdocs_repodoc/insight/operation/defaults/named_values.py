"""Values of the constants and variables by whose names code gives a default."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.operation.defaults.worked_out_numbers import worked_out
from mkdocs_repodoc.model.facts import TypeDefaults
from mkdocs_repodoc.model.kinds import FUNCTIONS, VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.paths import folder_of
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of

_NAMED = re.compile(
    r"(?:(?P<holder>[A-Za-z_$][\w$]*)(?:\.|::))*(?P<name>[A-Za-z_$][\w$]*)(?P<as_is>\.value)?$"
)
_MADE = re.compile(r"= &?(?:\w+\.)?(?P<maker>\w+)(?P<brackets>\(\)|\{.*\})?$")
_RESULT = re.compile(r"\)\s*(?:->|:)?\s*\*?(?:\w+\.)?(?P<type>\w+)$")
_TYPED = re.compile(r"\s+(?:as|satisfies)\s+[\w.<>\[\]| ]{1,80}$")
"""The type as which code takes a value."""
_LITERAL = re.compile(
    r"-?\d[\w.]*|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    r"|true|false|True|False|None|null|nil|undefined|\[\]|\{\}|\(\)"
)
_SEPARATOR = re.compile(r"\.|::")
_CALLED = re.compile(r"(?:\w+\.)*(?P<name>[A-Za-z_]\w*)(?:\[[^\]()]*\])?(?=\()")
"""A function that is called, with the types it is made for."""
_FALLBACK = re.compile(r"(?:fallback|dflt|def|default(?:_?value|_?val)?)\b", re.IGNORECASE)
"""A parameter that says what is taken where nothing is set."""
_CONSTANT = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]+$")
"""A name of several words in capitals, which no two constants are likely to have."""
_SPAN = 40
"""Lines of a declaration behind its first one on which a name may stand."""


class LastNames:
    """Values and functions by the last part of their names; read when the first is asked for.

    Args:
        code: The files that make up the software itself.
        bounds: The bounds of answers over all of them.
    """

    def __init__(self, code: Collection[RepoFile], bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._code = code

    @bounded("the values of constants", dict)
    def values(self) -> Mapping[str, Sequence[SymbolRef]]:
        """Last part of the name → constants and variables, in the order of the files."""
        return self._by_last_name(VALUES)

    @bounded("what functions give by default", dict)
    def functions(self) -> Mapping[str, Sequence[SymbolRef]]:
        """Last part of the name → functions, likewise."""
        return self._by_last_name(FUNCTIONS)

    def _by_last_name(self, kinds: Collection[Kind]) -> dict[str, list[SymbolRef]]:
        named: dict[str, list[SymbolRef]] = {}
        for file in self._code:
            for position, symbol in enumerate(file.outline.symbols):
                if symbol.kind in kinds:
                    last = _SEPARATOR.split(symbol.bare_name)[-1]
                    named.setdefault(last, []).append(SymbolRef(file.path, position))
        return named


class NamedValues:
    """The values of names, where they are literals.

    Args:
        repository: The linked repository.
        names: The names of the software itself.
        written: Path and what the file writes out of a type that holds settings.
    """

    def __init__(
        self,
        repository: Repository,
        names: LastNames,
        written: Sequence[tuple[str, TypeDefaults]] = (),
    ) -> None:
        self._repository = repository
        self._names = names
        self._written = written

    def literal(self, written: str, path: str, line: int) -> str:
        """Return the literal that a name stands for in code; empty where that isn't certain.

        Args:
            written: The name as the code has it: `SACKS`, `mill.SACKS`, `mill.Stones.Weight`.
            path: The file that has it.
            line: The line on which its declaration begins.
        """
        named = _NAMED.match(written)
        if named is None:
            return ""
        lines = range(line, line + _SPAN + 1)
        found = {self._own(ref) for ref in self._used(named["name"], path, lines)}
        if not found and named["holder"]:
            holders = self._used(named["holder"], path, lines)
            found = {self._of_field(ref, named["name"]) for ref in holders}
        if not found and _CONSTANT.match(named["name"]):
            found = {self._own(ref) for ref in self._names.values.get(named["name"], ())}
        value = _TYPED.sub("", found.pop()) if len(found) == 1 else ""
        return worked_out(value) or (value if _LITERAL.fullmatch(value) else "")

    def fallback(self, written: str) -> str:
        """Return what a call hands a function as the value to fall back on.

        Args:
            written: The call as the code has it: `setting(config, "SACKS", 12)`.

        Returns:
            The argument; empty where it isn't certain which one that is.
        """
        called = _CALLED.match(written)
        if called is None:
            return ""
        given = arguments_of(written[called.end() :])
        found = set()
        for ref in self._names.functions.get(called["name"], ()):
            signature = self._repository.symbol(ref).signature
            taken = arguments_of(signature[max(signature.find("("), 0) :])
            numbers = [number for number, each in enumerate(taken) if _FALLBACK.match(each)]
            if len(numbers) != 1 or len(taken) != len(given):
                return ""
            found.add(given[numbers[0]])
        return found.pop() if len(found) == 1 else ""

    def _used(self, name: str, path: str, lines: Iterable[int]) -> list[SymbolRef]:
        """Return the values of a name that lines of a file use."""
        return [
            ref
            for ref in self._names.values.get(name, ())
            if any(
                use.path == path and use.line in lines
                for use in self._repository.links.uses.of(ref)
            )
        ]

    def _own(self, ref: SymbolRef) -> str:
        return self._repository.symbol(ref).signature.partition("= ")[2].strip()

    def _of_field(self, holder: SymbolRef, field: str) -> str:
        """Return what a variable has in a field, as the function gives it that makes its value."""
        made = _MADE.search(self._repository.symbol(holder).signature)
        if made is None or not made["brackets"]:
            return ""
        folder = folder_of(holder.path)
        if made["brackets"] == "()":
            results = {
                _RESULT.search(self._repository.symbol(ref).signature)
                for ref in self._names.functions.get(made["maker"], ())
                if folder_of(ref.path) == folder
            }
            types = {match["type"] for match in results if match is not None}
        else:
            types = {made["maker"]}
        found = {
            each.default
            for path, told in self._written
            if told.name in types and folder_of(path) == folder
            for each in told.settings
            if each.name == field
        }
        return found.pop() if len(found) == 1 else ""
