"""Profiles of types, made of what the repository shows of their uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from mkdocs_repodoc.insight.architecture.results_said import result_of
from mkdocs_repodoc.insight.architecture.type_comparisons import ComparisonReader
from mkdocs_repodoc.insight.architecture.type_members import NO_MEMBERS, TypeMembers
from mkdocs_repodoc.insight.architecture.type_profile import TypeProfile
from mkdocs_repodoc.insight.bounded_answers import Bounds
from mkdocs_repodoc.insight.symbols.base_names import names_of_bases
from mkdocs_repodoc.insight.symbols.callable_objects import CallableObjects
from mkdocs_repodoc.insight.symbols.heirs import with_heirs
from mkdocs_repodoc.insight.symbols.object_construction import is_constructor
from mkdocs_repodoc.insight.symbols.outer_functions import outer_function
from mkdocs_repodoc.insight.symbols.symbol_tree import first_part, outer_name
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d]\w*(?:(?:\.|::)[^\W\d]\w*)*")
_PARAMETER = re.compile(r"[(,]\s*(\w+)(?=\s*[:=,)])")
_WRITTEN_BASE = re.compile(r"[<(\[]")
_NO_PROMISES = TypePromises()


class TypeProfiler:
    """Makes profiles of types.

    Args:
        repository: The linked repository.
        code: Paths of the files that make up the software itself.
        bounds: The bounds of one profile.
    """

    def __init__(
        self, repository: Repository, code: Collection[str], bounds: Bounds | None = None
    ) -> None:
        self._bounds = bounds or Bounds()
        self._repository = repository
        self._code = code

    def profile(self, ref: SymbolRef) -> TypeProfile:
        """Return the profile of a type, an outer one."""
        return self._bounds.answer(
            "what there is to say of some types",
            lambda: _Reading(self._repository, self._code, ref).profile(),
            lambda: TypeProfile(ref, (), (), (), NO_MEMBERS),
        )


class _Reading:
    """The reading of one type."""

    def __init__(self, repository: Repository, code: Collection[str], ref: SymbolRef) -> None:
        self._repository = repository
        self._code = code
        self._ref = ref
        self._file: RepoFile = repository.files[ref.path]
        self._symbol: Symbol = repository.symbol(ref)
        self._members = TypeMembers.of(repository, code, ref)
        self._tests = cache(self._read_tests)
        found = language_named(self._file.source.language).promises
        self._promises = _NO_PROMISES if isinstance(found, Absent) else found

    def profile(self) -> TypeProfile:
        bases = self._repository.links.bases.get(self._ref, ())
        givers = self._givers()
        reader = ComparisonReader(
            self._repository, self._symbol, self._members, self._promises, self._uses
        )
        return TypeProfile(
            self._ref,
            bases,
            tuple(self._outer_bases(bases)),
            tuple(self._heirs()),
            self._members,
            makers=self._makers(),
            givers=givers,
            callers=self._callers(givers[0]) if len(givers) == 1 else (),
            users=self._users(),
            comparisons=tuple(reader.comparisons()),
            guards=tuple(self._guards()),
            called=tuple(self._called()),
        )

    def _outer_bases(self, bases: Iterable[SymbolRef]) -> Iterator[str]:
        """Yield the bases that are not found in the repository, and interfaces implemented."""
        known = names_of_bases(self._repository, self._ref.path, bases)
        implemented = (
            symbol.name.removesuffix(f" for {self._symbol.name}")
            for symbol in self._file.outline.symbols
            if symbol.kind == Kind.IMPL and symbol.name.endswith(f" for {self._symbol.name}")
        )
        for written in dict.fromkeys((*self._symbol.bases, *implemented)):
            name = _last(_WRITTEN_BASE.split(written, maxsplit=1)[0])
            if name and name not in known:
                yield written

    def _heirs(self) -> Iterator[SymbolRef]:
        below = self._repository.links.subclasses.get(self._ref, ())
        return (each for each in sorted(below) if each.path in self._code)

    def _uses(self, ref: SymbolRef) -> Iterator[Use]:
        """Yield the uses of a symbol by the software, tests in the same file left out."""
        for use in self._repository.links.uses.of(ref):
            if use.path in self._code and not self._is_tested_in(use):
                yield use

    def _is_tested_in(self, use: Use) -> bool:
        scopes = self._tests(use.path)
        if not scopes or use.user.is_file:
            return False
        user = self._repository.symbol(use.user)
        return user.name in scopes or outer_name(user) in scopes

    def _read_tests(self, path: str) -> frozenset[str]:
        """Return the names of a file's tests, and of what they stand in with other helpers."""
        tests = self._repository.files[path].outline.tests
        return frozenset(tests) | {first_part(test) for test in tests}

    def _makers(self) -> tuple[SymbolRef, ...]:
        """Return who calls the type or a constructor of it, its own members aside.

        The constructors of types that are made from it only pass on what they are given.
        """
        made = Counter[SymbolRef]()
        for ref in (self._ref, *self._members.constructors):
            made.update(
                outer_function(self._repository, use.user)
                for use in self._uses(ref)
                if use.kind == "call"
            )
        symbol = self._repository.symbol
        heirs = {(each.path, symbol(each).name) for each in with_heirs(self._repository, self._ref)}
        return tuple(
            each
            for each in self._ranked(made)
            if not is_constructor(self._repository.files[each.path], symbol(each))
            or (each.path, outer_name(symbol(each))) not in heirs
        )

    def _givers(self) -> tuple[SymbolRef, ...]:
        """Return the functions whose signature says that they return the type.

        Those that return something that holds values of it come last.
        """
        name = self._symbol.name
        found = dict.fromkeys(
            use.user
            for use in self._uses(self._ref)
            if use.kind == "annotation" and not use.user.is_file
        )
        givers = (each for each in found if self._gives(self._repository.symbol(each), name))
        symbol = self._repository.symbol  # an overload has the name of what it overloads
        named = {(each.path, symbol(each).name): each for each in givers}.values()
        return tuple(sorted(named, key=lambda each: not self._gives_itself(symbol(each), name)))

    def _gives_itself(self, symbol: Symbol, name: str) -> bool:
        """Tell whether a function returns the type and nothing around it."""
        result = result_of(symbol.signature).partition("[")[0].partition("<")[0]
        return _last(name) in {_last(word) for word in _NAME.findall(result)}

    def _callers(self, giver: SymbolRef) -> tuple[SymbolRef, ...]:
        calls = (use for use in self._uses(giver) if use.kind == "call")
        callers = dict.fromkeys(outer_function(self._repository, use.user) for use in calls)
        return tuple(each for each in callers if not each.is_file and each != giver)

    def _gives(self, symbol: Symbol, name: str) -> bool:
        if symbol.kind not in FUNCTIONS or _last(symbol.name).startswith("__"):
            return False
        words = _NAME.findall(result_of(symbol.signature))
        ends = {_last(word) for word in words}
        is_own = outer_name(symbol) == name
        return "is" not in words and (_last(name) in ends or (is_own and "Self" in ends))

    def _users(self) -> tuple[SymbolRef, ...]:
        """Return the functions elsewhere that use most of its members, and use them most."""
        used = Counter[SymbolRef]()
        for ref in (*self._members.fields, *self._members.variants, *self._members.methods):
            used.update({outer_function(self._repository, use.user) for use in self._uses(ref)})
        return self._ranked(used)

    def _ranked(self, counted: Counter[SymbolRef]) -> tuple[SymbolRef, ...]:
        others = (each for each in counted if not each.is_file and not self._is_own(each))
        return tuple(sorted(others, key=lambda each: (-counted[each], each)))

    def _is_own(self, ref: SymbolRef) -> bool:
        """Whether a symbol is the type, or lies in it however deep."""
        is_inside = outer_name(self._repository.symbol(ref)) == self._symbol.name
        return ref in self._members.all or (is_inside and ref.path == self._ref.path)

    def _guards(self) -> Iterator[tuple[SymbolRef, str]]:
        for ref in self._members.fields:
            file = self._repository.files[ref.path]
            for name in _NAME.findall(self._repository.symbol(ref).signature):
                word = next(
                    (
                        self._promises.guards[full]
                        for full in _full_names(file, name)
                        if full in self._promises.guards
                    ),
                    "",
                )
                if word:
                    yield ref, word
                    break

    def _called(self) -> Iterator[SymbolRef]:
        """Yield the fields that hold functions which a constructor is given, and are called."""
        objects = CallableObjects(self._repository)
        given = {
            word
            for each in self._members.constructors
            for word in _PARAMETER.findall(self._repository.symbol(each).signature)
        }
        for ref in self._members.fields:
            value = self._repository.symbol(ref).signature.rpartition("=")[2].strip()
            is_called = value in given and any(use.kind == "call" for use in self._uses(ref))
            if is_called and objects.method(ref) is None:
                yield ref


def _last(name: str) -> str:
    words = _WORD.findall(name)
    return words[-1] if words else ""


def _full_names(file: RepoFile, name: str) -> Iterator[str]:
    """Yield what a name in a file may mean in full, by the file's imports."""
    plain = name.replace("::", ".")
    first, _, rest = plain.partition(".")
    yield plain
    for item in file.outline.imports:
        module = item.module.replace("::", ".")
        if item.name and item.name == first:
            yield ".".join(filter(None, (module, item.name, rest)))
        elif not item.name and item.binding == first:
            yield ".".join(filter(None, (module, rest)))
