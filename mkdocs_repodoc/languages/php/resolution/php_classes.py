"""PHP's classes: what they inherit, and which declaration a member's name means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_files import PhpFiles
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.lookup_order import depth_first
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class PhpClasses:
    """Finds what classes inherit, and their members.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: PhpFiles) -> None:
        self.files = files
        self._memo = RecursiveMemo()

    def meaning(self, path: str, term: Target) -> Meaning | None:
        """Return the class that the term of a class means in a file."""
        if term.base == "symbol":
            return Meaning(SymbolRef(path, term.position))
        return self.files.find(terms.CLASS, term.names[1], path)

    def _entry(self, symbol: SymbolRef) -> Target | None:
        entry = self.files.file(symbol.path).entry(symbol.position)
        return entry if entry is not None and entry.base == "types" else None

    def is_class(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is a class, interface, trait or enumeration."""
        return self._entry(symbol) is not None

    def kind(self, symbol: SymbolRef) -> Kind:
        """Return what kind of class one is."""
        if not is_listed(symbol.position):
            return Kind.CLASS
        return self.files.file(symbol.path).symbol(symbol.position).kind

    # Ancestors

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        """Return what a class is directly made from: traits, what it extends and implements."""
        question = ("bases", symbol)
        return self._memo.get(question, lambda: tuple(self._bases(symbol)), ())

    def _bases(self, symbol: SymbolRef) -> Iterator[SymbolRef]:
        entry = self._entry(symbol)
        if entry is None:
            return
        for term in (*(entry.of.also if entry.of is not None else ()), *entry.also):
            found = self.meaning(symbol.path, term)
            if found is not None and found.symbol != symbol:
                yield found.symbol

    def lineage(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        """Return a class and all that it inherits from, in the order of looking members up."""
        question = ("lineage", symbol)
        return self._memo.get(question, lambda: tuple(depth_first(symbol, self.bases)), (symbol,))

    # Members

    def member(self, owner: SymbolRef, kind: str, name: str) -> SymbolRef | None:
        """Return the member of a class that a name means, its own or an inherited one."""
        question = ("member", owner, kind, name)
        return self._memo.get(question, lambda: self._member(owner, kind, name, owner), None)

    def _member(self, owner: SymbolRef, kind: str, name: str, start: SymbolRef) -> SymbolRef | None:
        """Look a member up in a class; `start` is where the lookup began."""
        file = self.files.file(owner.path)
        position = file.own(owner.position, kind, name)
        if position is not None:
            is_hidden = (
                owner != start
                and "private" in file.symbol(position).labels
                and self.kind(owner) != Kind.TRAIT
            )
            return None if is_hidden else SymbolRef(owner.path, position)
        entry = self._entry(owner)
        if entry is None:
            return None
        if kind == terms.METHOD and (renamed := self._renamed(owner, entry, name)) is not None:
            return renamed
        left_out = entry.of.names if entry.of is not None else ()
        for base in self.bases(owner):
            if kind == terms.METHOD and self._is_left_out(base, name, left_out):
                continue
            found = self._inherited(base, kind, name, start)
            if found is not None:
                return found
        return None

    def _inherited(
        self, base: SymbolRef, kind: str, name: str, start: SymbolRef
    ) -> SymbolRef | None:
        question = ("inherited", base, kind, name, start)
        return self._memo.get(question, lambda: self._member(base, kind, name, start), None)

    def _is_left_out(self, trait: SymbolRef, method: str, rules: Sequence[str]) -> bool:
        entry = self._entry(trait) if rules else None
        return entry is not None and terms.left_out(entry.names[0], method) in rules

    def _renamed(self, owner: SymbolRef, entry: Target, name: str) -> SymbolRef | None:
        """Return the method of a trait that a class has under another name."""
        traits = entry.of
        for rule in traits.names if traits is not None else ():
            if not rule.startswith(f"+{name.lower()}="):
                continue
            full, _, method = rule.partition("=")[2].rpartition("::")
            for term in traits.also if traits is not None else ():
                if full and term.names[1].lower() != full:
                    continue
                trait = self.meaning(owner.path, term)
                found = self.member(trait.symbol, terms.METHOD, method) if trait else None
                if found is not None:
                    return found
        return None

    def described(self, owner: SymbolRef, kind: str, name: str) -> tuple[str, Target] | None:
        """Return what only the documentation of a class says of a member, and in which file."""
        key = (kind, name.lower() if kind == terms.METHOD else name)
        for one in self.lineage(owner):
            found = self.files.file(one.path).described.get(one.position, {}).get(key)
            if found is not None:
                return one.path, found
        return None

    def overridden(self, owner: SymbolRef, name: str) -> Iterator[SymbolRef]:
        """Yield the methods of a name that a class inherits, and its own does not count as."""
        for one in self.lineage(owner)[1:]:
            position = self.files.file(one.path).own(one.position, terms.METHOD, name)
            if position is not None:
                yield SymbolRef(one.path, position)

    def overridden_by(self, method: SymbolRef) -> Iterator[SymbolRef]:
        """Yield the methods that a method overrides."""
        file = self.files.file(method.path)
        owner_name, _, name = file.symbol(method.position).name.rpartition("::")
        for owner, members in file.members.items():
            is_around = is_listed(owner) and file.symbol(owner).name == owner_name
            if is_around and method.position in members.get(name.lower(), ()):
                yield from self.overridden(SymbolRef(method.path, owner), name)
                return
