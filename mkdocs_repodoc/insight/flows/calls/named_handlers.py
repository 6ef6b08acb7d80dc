"""Functions that something keeps under a name, and the lines that call what is kept there.

`parser.set_defaults(func=install)` and `args.func(args)` may stand far apart, and no name ties them
but `func`. Where several functions are kept under one name, each run calls one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.calls.field_functions import (
    FieldFunctions,
    KeptFunction,
    outermost,
)
from mkdocs_repodoc.insight.flows.calls.kept_calls import kept_calls
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import NamedHandler
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role

_FEW = 3
"""Functions under one name among which one may stand for all."""


class NamedHandlers:
    """Finds what is kept under names, and who calls it.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
        conditions: Has the lines of the files.
        bounds: The bounds of answers over all files.
    """

    def __init__(
        self,
        repository: Repository,
        code_roles: frozenset[Role],
        conditions: CallConditions,
        bounds: Bounds | None = None,
    ) -> None:
        self.bounds = bounds or Bounds()
        self._repository = repository
        self._code_roles = code_roles
        self._conditions = conditions
        self._fields = FieldFunctions(repository, code_roles, conditions)

    @bounded("what is called by a name that it is kept under", dict)
    def kept(self) -> Mapping[str, Sequence[KeptFunction]]:
        """The functions that are kept: name → they, in the order of paths and lines."""
        return {**self._fields.kept, **self._given_names}

    @bounded("who calls what is kept under a name", dict)
    def callers(self) -> Mapping[SymbolRef, Sequence[tuple[int, str]]]:
        """The functions that call what is kept: function → each line with the name it calls."""
        if not self.kept:
            return {}
        found = {caller: list(lines) for caller, lines in self._fields.callers.items()}
        for caller, lines in self._callers_by_name.items():
            found.setdefault(caller, []).extend(lines)
        return found

    @cached_property
    def _given_names(self) -> Mapping[str, Sequence[KeptFunction]]:
        found: dict[str, dict[SymbolRef, KeptFunction]] = {}
        for file in self._code():
            for fact in file.outline.facts_of(NamedHandler):
                symbol = self._named(file.path, fact)
                if symbol is not None:
                    each = KeptFunction(symbol, fact.name, fact.command, file.path, fact.line)
                    found.setdefault(fact.name, {}).setdefault(symbol, each)
        return {name: tuple(each.values()) for name, each in found.items()}

    @cached_property
    def _callers_by_name(self) -> Mapping[SymbolRef, Sequence[tuple[int, str]]]:
        found: dict[SymbolRef, list[tuple[int, str]]] = {}
        if not self._given_names:
            return found
        names = "|".join(map(re.escape, sorted(self._given_names)))
        # To read the words of every file that has one of the names somewhere would take seconds.
        called = re.compile(rf"\.\s*(?:{names})\s*\(|(?:{names})\W{{0,2}}\]\s*\(")
        keeping = {each.path for kept in self._given_names.values() for each in kept}
        languages = {self._repository.files[path].source.language for path in keeping}
        for file in self._code():
            if file.source.language in languages:
                for line, name in self._called(file, called):
                    found.setdefault(outermost(file, line), []).append((line, name))
        return found

    @cached_property
    def _given(self) -> frozenset[tuple[SymbolRef, str, int]]:
        return frozenset(
            (each.symbol, each.path, each.line)
            for name in {name for lines in self.callers.values() for _, name in lines}
            for each in self.kept[name]
        )

    def are_many(self, name: str) -> bool:
        """Tell whether so much is kept under a name that none stands for the others.

        Each function of a command is told by itself.
        """
        kept = self.kept.get(name, ())
        return len(kept) > _FEW and not any(each.command for each in kept)

    def is_kept_only(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function only keeps another for code that calls it by a name.

        Who uses the row of a table does nothing else with the function that a field of it holds.
        """
        return not callee.called and (
            self.is_held(callee.symbol)
            or all(self.is_given(callee.symbol, caller.path, line) for line in callee.lines)
        )

    def is_held(self, symbol: SymbolRef) -> bool:
        """Tell whether a function runs where a field is called that holds it, and others."""
        return symbol in self._held

    @bounded("what is called by the field that holds it", frozenset)
    def _held(self) -> frozenset[SymbolRef]:
        called = {name for lines in self._fields.callers.values() for _, name in lines}
        return frozenset(each.symbol for name in called for each in self._fields.kept[name])

    def is_given(self, symbol: SymbolRef, path: str, line: int) -> bool:
        """Tell whether a line only keeps a function under a name by which other code calls it.

        Args:
            symbol: The function.
            path: The file of the line.
            line: Its number.
        """
        return (symbol, path, line) in self._given

    def of(self, caller: SymbolRef) -> Iterator[tuple[int, KeptFunction]]:
        """Yield what a function may call by a name, with the line that does."""
        for line, name in self.callers.get(caller, ()):
            for each in self.kept[name]:
                if each.symbol != caller:
                    yield line, each

    def _code(self) -> Iterator[RepoFile]:
        return (file for file in self._repository.files.values() if file.role in self._code_roles)

    def _named(self, path: str, fact: NamedHandler) -> SymbolRef | None:
        """Return the function that a file gives a name, if it is one of the repository."""
        last = fact.function.rpartition(".")[2]
        for site in self._repository.links.uses.calls(path):
            if site.line == fact.line and not site.called and not site.callee.is_file:
                symbol = self._repository.symbol(site.callee)
                if symbol.kind in CALLING and split_name(symbol.name)[1] == last:
                    return site.callee
        return None

    def _called(self, file: RepoFile, called: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """Yield the lines of a file that call what is kept under a name.

        A file without what looks like such a call is not read. A call that is known to be one of a
        function of that name is none.
        """
        lines = self._conditions.lines(file.path)
        forms = language_named(file.source.language).arguments
        if not isinstance(forms, Absent) and called.search("\n".join(lines)):
            known = set(self._known_calls(file.path))
            found = kept_calls(lines, self._given_names, forms)
            yield from (each for each in found if each not in known)

    def _known_calls(self, path: str) -> Iterator[tuple[int, str]]:
        for site in self._repository.links.uses.calls(path):
            if site.called and not site.callee.is_file:
                yield site.line, split_name(self._repository.symbol(site.callee).name)[1]
