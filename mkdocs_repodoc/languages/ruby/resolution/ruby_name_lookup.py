"""Lookup of Ruby's names: constants as seen from a place, ancestors, and methods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.lookup_order import MOST_ABOVE
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_files import RubyFiles
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.model.references import Target

_DEEPEST = 20


class RubyNameLookup:
    """Finds constants and methods.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: RubyFiles) -> None:
        self.files = files
        self._memo = RecursiveMemo()

    # Constants

    def constant(self, written: str, nesting: Sequence[str]) -> str | None:
        """Return the full name of a constant.

        Args:
            written: As it stands in the code.
            nesting: Full names of the modules around, the innermost first.
        """
        question = ("constant", written, tuple(nesting))
        return self._memo.get(question, lambda: self._constant(written, nesting), None)

    def _constant(self, written: str, nesting: Sequence[str]) -> str | None:
        is_absolute = written.startswith("::")
        first, *others = written.removeprefix("::").split("::")
        found = first if self._is_there(first) else None
        if not is_absolute:
            found = self._around(first, nesting) or found
        for name in others:
            owner = self.module_of(found) if found is not None else None
            found = self._member(owner, name) if owner is not None else None
        return found

    def _around(self, name: str, nesting: Sequence[str]) -> str | None:
        for scope in nesting:
            if self._is_there(full := f"{scope}::{name}"):
                return full
        return self._member(nesting[0], name) if nesting else None

    def _member(self, owner: str, name: str) -> str | None:
        """Return a constant of a module or of what it inherits from."""
        for one in self.ancestors(owner):
            if self._is_there(full := f"{one}::{name}"):
                return full
        return None

    def _is_there(self, full: str) -> bool:
        return full in self.files.constants or full in self.files.opened

    def module_of(self, full: str) -> str | None:
        """Return the module that a constant is, or stands for; `None` if it is none."""
        for _ in range(_DEEPEST):
            if full in self.files.modules or full in self.files.opened:
                return full
            values = [part.entry.of for part in self.files.constants.get(full, ())]
            value = values[0] if len(values) == 1 else None
            if value is None or value.base != "global":
                return None
            found = self.constant(value.names[0], value.names[1:])
            if found is None:
                return None
            full = found
        return None

    # Ancestors

    def ancestors(self, full: str) -> Sequence[str]:
        """Return a module and what it inherits from, in the order of looking methods up."""
        question = ("ancestors", full)
        return self._memo.get(question, lambda: self._ancestors(full), (full,))

    def _ancestors(self, full: str) -> Sequence[str]:
        if terms.is_nameless(full):
            return terms.nameless_around(full)
        found: dict[str, None] = {}
        for each in self._line(full):
            for one in reversed(self._gets(each, terms.PREPEND)):
                found.update(dict.fromkeys(self.ancestors(one)))
            found[each] = None
            for one in reversed(self._gets(each, terms.INCLUDE)):
                found.update(dict.fromkeys(self.ancestors(one)))
        return tuple(islice(found, MOST_ABOVE))

    def _line(self, full: str) -> Sequence[str]:
        """Return a module, its superclass, that of this one and so on, each once.

        It is walked anew for each class: of those in a circle no other's answer could be used.
        """
        found: dict[str, None] = {}
        one: str | None = full
        while one is not None and one not in found and len(found) < MOST_ABOVE:
            found[one] = None
            one = self.superclass(one)
        return tuple(found)

    def superclass(self, full: str) -> str | None:
        """Return the class that a class inherits from, if that is of the repository."""
        for part in self.files.modules.get(full, ()):
            for term in part.entry.also:
                found = self.named_module(term)
                if found is not None and found != full:
                    return found
        return None

    def _gets(self, full: str, kind: str) -> list[str]:
        """Return what a module mixes in, and what those that it includes mix into it."""
        passed_on = terms.PASSED_ON[kind]
        return [
            *(
                one
                for included in self.mixed_in(full, terms.INCLUDE)
                for one in self.mixed_in(included, passed_on)
            ),
            *self.mixed_in(full, kind),
        ]

    def mixed_in(self, full: str, kind: str) -> list[str]:
        """Return the modules that a module says it includes, extends itself with or prepends."""
        return [
            found
            for part in self.files.modules.get(full, ())
            for found in self.mixed_in_by(part.entry, kind)
        ]

    def mixed_in_by(self, entry: Target, kind: str) -> Iterator[str]:
        """Yield the modules that one part of a module mixes in."""
        mixed = entry.of
        if mixed is None:
            return
        pairs = zip(mixed.names, mixed.also, strict=True)
        for word, term in islice(pairs, MOST_ABOVE):  # each is looked for in all the others
            found = self.named_module(term) if word == kind else None
            if found is not None:
                yield found

    def named_module(self, term: Target) -> str | None:
        """Return the module that a constant's term means."""
        found = self.constant(term.names[0], term.names[1:])
        return self.module_of(found) if found is not None else None

    # Methods

    def method(self, around: Around, name: str, seen_from: str) -> Meaning | None:
        """Return the method of an object, or of a module itself, that a name means."""
        places = self._places(around)
        return next(
            (found for place in places if (found := self._own(place, name, seen_from)) is not None),
            None,
        )

    def above(self, around: Around, name: str, seen_from: str) -> Meaning | None:
        """Return the method that `super` calls in one of a module."""
        places = list(self._places(around))
        behind = places[places.index(around) + 1 :] if around in places else []
        for place in behind:
            if (found := self._own(place, name, seen_from)) is not None:
                return found
        return None

    def _own(self, around: Around, name: str, seen_from: str) -> Meaning | None:
        return self.files.definition(around, name, seen_from)

    def _places(self, around: Around) -> Iterator[Around]:
        """Yield where a method is looked up, in order."""
        if around.sign == terms.INSTANCE:
            for one in self.ancestors(around.full):
                yield Around(terms.INSTANCE, one)
            return
        full: str | None = around.full
        for _ in range(_DEEPEST):
            if full is None:
                return
            yield Around(terms.MODULE, full)
            yield from (Around(terms.INSTANCE, one) for one in self._extended_by(full))
            full = self.superclass(full)

    def _extended_by(self, full: str) -> Iterator[str]:
        for one in reversed(self._gets(full, terms.EXTEND)):
            yield from self.ancestors(one)

    def extending(self, full: str) -> Sequence[str]:
        """Return the modules that a module, or a class above it, extends itself with."""
        found: dict[str, None] = {}
        above: str | None = full
        for _ in range(_DEEPEST):
            if above is None:
                break
            found.update(dict.fromkeys(self._extended_by(above)))
            above = self.superclass(above)
        return tuple(found)

    @cached_property
    def included(self) -> frozenset[str]:
        """Full names of the modules whose methods objects get: those that any other includes."""
        kinds = (terms.INCLUDE, terms.PREPEND)
        return frozenset(
            one
            for full in self.files.modules
            for kind in kinds
            for word in (kind, terms.PASSED_ON[kind])
            for one in self.mixed_in(full, word)
        )
