"""The calls of shown code that lead into the software, in the order in which they happen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.examples.imported_names import imported_names
from mkdocs_repodoc.insight.examples.public_names import PublicNames
from mkdocs_repodoc.languages.record_parts.example_code import ExampleCode
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.text.code_blocks import Block
from mkdocs_repodoc.text.code_reading.call_expressions import call_events
from mkdocs_repodoc.text.code_reading.code_events import (
    CallExpression,
    Derived,
    ElementExpression,
    Iterated,
    Kept,
    MemberExpression,
    NameExpression,
    Value,
)


class ExampleCall(NamedTuple):
    """A call of shown code."""

    symbol: SymbolRef
    """The function, or the type of which an object is made."""
    line: int


class _Meaning(NamedTuple):
    """What an expression means: a definition, or an object; of a package neither is known."""

    definition: SymbolRef | None = None
    type: SymbolRef | None = None
    is_package: bool = False


_PACKAGE = _Meaning(is_package=True)
_SOMETHING = _Meaning()
"""An object that comes from the software, of a type that is not known."""


class ExampleReader:
    """Reads the code of one document, block by block; later ones know what earlier ones keep.

    Args:
        names: What users of the software can name.
        own: The names of its packages, in lower case and with `_` for `-`.
        forms: Those of the languages that the code may be in.
        entrance: What importing the software as a whole gives, by name.
        resolved: Line and last name → what analysis has found there already.
    """

    def __init__(
        self,
        names: PublicNames,
        own: Collection[str],
        forms: Collection[ExampleCode],
        entrance: Mapping[str, SymbolRef],
        resolved: Mapping[tuple[int, str], SymbolRef],
    ) -> None:
        self._names = names
        self._own = own
        self._forms = forms
        self._importing = [NameExpression(name) for each in forms for name in each.import_calls]
        self._iterating = [name for each in forms for name in each.iterators]
        self._entrance = entrance
        self._resolved = resolved
        self._known: dict[str, _Meaning | None] = {}
        self._derived: list[SymbolRef] = []
        self._found: list[ExampleCall] = []
        self._unnamed: set[int] = set()

    def read(self, block: Block) -> Sequence[ExampleCall]:
        """Return the calls of a block that lead into the software."""
        for each in imported_names([line.code for line in block], self._own, self._forms):
            if each.name:
                self._known[each.name] = self._imported(each.original) if each.is_own else None
            elif each.is_own:
                self._unnamed.add(block[each.row].line)
        self._found = []
        for event in call_events(block):
            if isinstance(event, CallExpression):
                self._mean(event, record=True)
            elif isinstance(event, Derived):
                self._derive(event)
            elif isinstance(event, Iterated):
                self._iterate(event)
            elif event.name not in self._known or not self._is_import(event):
                self._keep(event)
        return self._found

    def _imported(self, original: str) -> _Meaning:
        if original == "*":
            return _PACKAGE
        symbol = self._entrance.get(original) or self._names.outer(original)
        return _Meaning(symbol) if symbol is not None and not symbol.is_file else _PACKAGE

    def _is_import(self, event: Kept) -> bool:
        value = event.value
        return isinstance(value, CallExpression) and value.of in self._importing

    def _derive(self, event: Derived) -> None:
        """A class that the code makes from one of the software's behaves as that does."""
        for name in event.bases:
            meaning = self._mean(NameExpression(name))
            defined = meaning.definition if meaning is not None else None
            if defined is not None and self._names.is_type(defined):
                self._known[event.name] = meaning
                self._derived.append(defined)
                return
        self._known[event.name] = None

    def _iterate(self, event: Iterated) -> None:
        """A loop over an object calls a method of it, whose name nobody writes."""
        meaning = self._mean(event.value)
        if meaning is None or meaning.type is None:
            return
        for name in self._iterating:
            if (member := self._names.member(meaning.type, name)) is not None:
                self._found.append(ExampleCall(member, event.value.line))
                return

    def _keep(self, event: Kept) -> None:
        declared = self._mean(event.declared) if event.declared is not None else None
        defined = declared.definition if declared is not None else None
        if defined is not None and self._names.is_type(defined):
            self._known[event.name] = _Meaning(type=defined)
        else:
            value = event.value
            self._known[event.name] = self._mean(value) if value is not None else None

    def _mean(self, value: Value, *, record: bool = False, arguments: int = -1) -> _Meaning | None:
        """Return what an expression means; `None` for what is not the software's."""
        if isinstance(value, NameExpression):
            return self._named(value.name, arguments)
        if isinstance(value, CallExpression):
            return self._called(value, record=record)
        of = self._mean(value.of)
        if of is None:
            return None
        if isinstance(value, ElementExpression):
            return of if of.is_package else _SOMETHING
        return self._member(of, value.name, arguments)

    def _member(self, of: _Meaning, name: str, arguments: int) -> _Meaning:
        """Return what a member of something means."""
        if of.is_package:
            symbol = self._names.outer(name)
            return _Meaning(symbol) if symbol is not None else _PACKAGE
        owner = of.type
        if owner is None and of.definition is not None:
            is_type = self._names.is_type(of.definition)
            owner = of.definition if is_type else self._names.returned(of.definition)
        if owner is not None:
            member = self._names.member(owner, name, arguments)
            if member is not None:
                return _Meaning(member)
        only = self._names.only(name, arguments)
        return _Meaning(only) if only is not None else _SOMETHING

    def _named(self, name: str, arguments: int) -> _Meaning | None:
        if name in self._known:
            return self._known[name]
        symbol = self._names.outer(name)
        if symbol is not None:
            return _Meaning(symbol)
        for base in self._derived:
            if (member := self._names.member(base, name, arguments)) is not None:
                return _Meaning(member)
        is_package = name.lower() in self._own or name in self._names.namespaces
        return _PACKAGE if is_package else None

    def _called(self, call: CallExpression, *, record: bool) -> _Meaning | None:
        last = call.of.name if isinstance(call.of, NameExpression) else getattr(call.of, "name", "")
        meaning = self._mean(call.of, arguments=call.arguments)
        resolved = self._resolved.get((call.line, last))
        if resolved is not None:
            meaning = _Meaning(resolved)
        if call.of in self._importing and call.line in self._unnamed:
            return self._imported("default")
        if meaning is None or meaning.is_package:
            return None
        if meaning.definition is None:
            return _SOMETHING
        if record:
            self._found.append(ExampleCall(meaning.definition, call.line))
        if self._names.is_type(meaning.definition):
            return _Meaning(type=meaning.definition)
        receiver = self._mean(call.of.of) if isinstance(call.of, MemberExpression) else None
        called_on = receiver.type if receiver is not None else None
        return _Meaning(type=self._names.returned(meaning.definition, called_on))


def each_once(calls: Iterable[ExampleCall]) -> Mapping[SymbolRef, list[int]]:
    """Return what is called with the lines of its calls, in the order of the first ones."""
    found: dict[SymbolRef, list[int]] = {}
    for call in calls:
        found.setdefault(call.symbol, []).append(call.line)
    return found
