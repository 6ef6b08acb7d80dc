"""Classes of exceptions that a repository defines, where code names them, and how they derive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.descendants import with_descendants
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import ReferenceKind
from mkdocs_repodoc.model.repository import Repository, Role

_EXCEPTION = re.compile(r"(?:Error|Exception|Warning|Exit|Interrupt)$")
"""How the languages name what is raised; a class derived from such a one is one too."""
_ARGUMENTS = re.compile(r"\[.*|<.*|\(.*")

Line = tuple[str, int]
"""Path and line."""


_DEEPEST = 20
"""Generations of exceptions that are told below each other."""


class Kindred(NamedTuple):
    """An exception of the repository with those that derive from it."""

    exception: SymbolRef
    raised: tuple[Line, ...]
    """Where code raises it by its name."""
    named: tuple[Line, ...]
    """Where code that does not raise or catch it hands its class on."""
    derived: tuple[Kindred, ...]


class Exceptions:
    """Finds classes of exceptions.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(self, repository: Repository, code_roles: frozenset[Role]) -> None:
        self._repository = repository
        self._code_roles = code_roles
        self._inherited = with_descendants(repository.links.bases, self._is_by_name)

    def defined_in(self, path: str) -> Iterator[SymbolRef]:
        """Yield the exceptions that a file defines, in their order there."""
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            ref = SymbolRef(path, position)
            if symbol.kind == Kind.CLASS and (ref in self._inherited or self._is_by_name(ref)):
                yield ref

    def lines(self, ref: SymbolRef, kind: ReferenceKind) -> tuple[Line, ...]:
        """Return where code of the software names a symbol in one way, each line once."""
        files = self._repository.files
        uses = self._repository.links.uses.of(ref)
        return tuple(
            dict.fromkeys(
                (use.path, use.line)
                for use in uses
                if use.kind == kind and files[use.path].role in self._code_roles
            )
        )

    def kinship(self, paths: Iterable[str]) -> Sequence[Kindred]:
        """Return the exceptions of some files below those that they derive from.

        One with several bases stands below the first. A class that derives from itself has none.
        Of several with one name those that no code names are left out: they only declare it.
        """
        known = dict.fromkeys(ref for path in paths for ref in self.defined_in(path))
        named = {ref for ref in known if self._is_named(ref)}
        names = {self._name(ref) for ref in named}
        known = {ref: None for ref in known if ref in named or self._name(ref) not in names}
        below: dict[SymbolRef | None, list[SymbolRef]] = {}
        for ref in known:
            bases = self._repository.links.bases.get(ref, ())
            base = next((each for each in bases if each in known and each != ref), None)
            below.setdefault(base, []).append(ref)
        return tuple(self._kindred(ref, below, _DEEPEST) for ref in below.get(None, ()))

    def _name(self, ref: SymbolRef) -> str:
        return self._repository.symbol(ref).bare_name

    def _is_named(self, ref: SymbolRef) -> bool:
        kinds: tuple[ReferenceKind, ...] = ("raise", "name", "call", "base")
        return any(self.lines(ref, kind) for kind in kinds)

    def _kindred(
        self, ref: SymbolRef, below: dict[SymbolRef | None, list[SymbolRef]], depth: int
    ) -> Kindred:
        kin = below.get(ref, ()) if depth else ()
        derived = tuple(self._kindred(each, below, depth - 1) for each in kin)
        return Kindred(ref, self.lines(ref, "raise"), self.lines(ref, "name"), derived)

    def _is_by_name(self, ref: SymbolRef) -> bool:
        bases = self._repository.symbol(ref).bases
        return any(_EXCEPTION.search(_ARGUMENTS.sub("", base)) for base in bases)
