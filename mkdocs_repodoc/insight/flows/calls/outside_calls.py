"""Methods that only code from outside of the repository calls: those of a framework's interface.

An object of a type that inherits from a library's, or that fits an interface of one, is made and
given to the library, which calls its methods: `visit_Call` of a visitor, `Update` of a model. No
line of the repository names them, tests and documents included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import CallSite, SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_BASE = re.compile(r"(?:\w+\.)*(\w+)")
_OF_ANY_LANGUAGE = ("Enum", "Error", "Exception")
"""Ends of names of bases that call no method of a type made from them."""
_MOST = 6
"""Methods of a type that are followed, the longest ones."""
_LEAST_LINES = 5
_NAME = re.compile(r"\w+")
_TYPES = 1024
_FILES = 256


class OutsideCalls:
    """Finds what others may call of the objects that a function makes.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self, repository: Repository, calls: CallGraph, code_roles: frozenset[Role]
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._code_roles = code_roles
        self._of_type = lru_cache(_TYPES)(self._methods)
        self._made_in_file = lru_cache(_FILES)(self._read_made)
        self._sites_of_file = lru_cache(_FILES)(repository.links.uses.calls)

    def of(self, maker: SymbolRef) -> Iterator[tuple[Callee, SymbolRef]]:
        """Yield the methods that a function gives away with the objects it makes, with their types.

        Args:
            maker: A function.
        """
        if maker.is_file:
            return
        for owner, line in self.made_in(maker).items():
            for method in self._of_type(owner):
                if method != maker:
                    yield Callee(method, line, called=False, is_outside=True), owner

    def made_in(self, maker: SymbolRef) -> Mapping[SymbolRef, int]:
        """Return the types of which a function makes objects, with the first line of each."""
        found: dict[SymbolRef, int] = {}
        symbol = None if maker.is_file else self._repository.symbol(maker)
        if symbol is not None and symbol.kind in FUNCTIONS:
            for owner, line in self._made_in_file(maker.path):
                if symbol.line <= line <= symbol.end_line:
                    found.setdefault(owner, line)
        return found

    def lines_that_make(self, owner: SymbolRef, path: str) -> list[int]:
        """Return the lines of a file that make an object of a type."""
        return [line for made, line in self._made_in_file(path) if made == owner]

    def named_in(self, user: SymbolRef) -> Iterator[SymbolRef]:
        """Yield the types that a function names to call something of theirs."""
        if user.is_file:
            return
        symbol = self._repository.symbol(user)
        for site in self._sites_of_file(user.path):
            is_inside = symbol.line <= site.line <= symbol.end_line and not site.callee.is_file
            if is_inside and self._repository.symbol(site.callee).kind in NOUNS:
                yield site.callee

    def _read_made(self, path: str) -> Sequence[tuple[SymbolRef, int]]:
        """Return the types of which the code of a file makes objects, with the lines."""
        found = []
        for site in self._sites_of_file(path):
            owner = self._made_at(site)
            if owner is not None and self._repository.files[owner.path].role in self._code_roles:
                found.append((owner, site.line))
        return found

    def _made_at(self, site: CallSite) -> SymbolRef | None:
        """Return the type of which a call makes an object; a literal of a struct makes one too."""
        if site.callee.is_file:
            return None
        symbol = self._repository.symbol(site.callee)
        if symbol.kind == Kind.CONSTRUCTOR:
            return self._calls.owner(site.callee)
        is_made = symbol.kind in NOUNS and (site.called or symbol.kind == Kind.STRUCT)
        return site.callee if is_made else None

    def _methods(self, owner: SymbolRef) -> Sequence[SymbolRef]:
        """Return the longest methods of a type that nothing in the repository names."""
        symbol = self._repository.symbol(owner)
        if symbol.public and not self._is_of_others(owner):
            return ()
        folder = self._repository.folders[self._repository.files[owner.path].folder]
        found = []
        for path in folder.files:
            if self._repository.files[path].source.language != self._language(owner):
                continue
            for position, member in enumerate(self._repository.files[path].outline.symbols):
                around, name = split_name(member.name)
                ref = SymbolRef(path, position)
                is_hidden = symbol.public and not member.public
                if around == symbol.name and not is_hidden and self._is_for_others(ref, name):
                    found.append(ref)
        length = self._calls.length
        longest = sorted(found, key=lambda each: (-length(each), each))[:_MOST]
        return [each for each in longest if length(each) >= _LEAST_LINES]

    def _language(self, ref: SymbolRef) -> str:
        return self._repository.files[ref.path].source.language

    def _is_of_others(self, owner: SymbolRef) -> bool:
        """Tell whether a type is made from one that another project defines."""
        known = self._repository.links.bases.get(owner, ())
        names = {split_name(self._repository.symbol(each).name)[1] for each in known}
        return any(
            not self._comes_with(self._language(owner), base)
            and not names.intersection(_NAME.findall(base))
            for base in self._repository.symbol(owner).bases
        )

    def _comes_with(self, language: str, base: str) -> bool:
        """Tell whether a base is one of those of a language, which call no methods of others."""
        match = _BASE.match(base)
        own = language_named(language).own_bases
        return match is not None and (
            match[1].endswith(_OF_ANY_LANGUAGE) or (not isinstance(own, Absent) and match[1] in own)
        )

    def _is_for_others(self, method: SymbolRef, name: str) -> bool:
        """Tell whether nothing here calls a method, though it is there to be called."""
        return (
            self._repository.symbol(method).kind in FUNCTIONS
            and not name.startswith("_")
            and method not in self._overriding
            and not self._repository.links.uses.count(method)
        )

    @cached_property
    def _overriding(self) -> frozenset[SymbolRef]:
        overridden = self._repository.links.overridden_by.values()
        return frozenset(each for overrides in overridden for each in overrides)
