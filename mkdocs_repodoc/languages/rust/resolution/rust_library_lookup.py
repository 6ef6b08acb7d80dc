"""Values that Rust's library gives: results of its functions, elements, parts of its enums."""

from __future__ import annotations

import re
from abc import ABC
from collections.abc import Sequence

from mkdocs_repodoc.languages.rust.resolution.containers import container_types as library
from mkdocs_repodoc.languages.rust.resolution.containers.container_methods import method_result
from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.rust_denotation import Denotation
from mkdocs_repodoc.languages.rust.resolution.rust_member_lookup import MemberLookup
from mkdocs_repodoc.languages.rust.resolution.rust_terms import SEQUENCE
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_PARSER = re.compile(r"\bderive\(.*\b(?:Parser|StructOpt)\b")
"""What gives a type the functions that read a command line: of clap, and of structopt before."""
_PARSES = frozenset(("parse", "parse_from", "from_args", "from_clap", "from_iter"))
_TRIES_TO_PARSE = frozenset(
    ("try_parse", "try_parse_from", "from_args_safe", "from_iter_safe", "from_arg_matches")
)
_MADE_OF_ITSELF = frozenset(("default", "clone", "from", "new_unchecked"))
"""Functions of the library's traits that give the type on which they are called."""


class LibraryLookup(MemberLookup, ABC):
    """Looks up what functions and types of the library give."""

    def library_part(self, name: str, key: str, whole: Type | None) -> Type | None:
        """Return what a pattern of the library takes from a value."""
        simple = name.rpartition("::")[2]
        if whole is None or key != "0":
            return None
        for one in self._pointed_to(whole):
            if simple in ("Some", "Ok", "Ready", "Break", "Continue", "Borrowed", "Owned"):
                wanted = ("Option", "Result", "Poll")
                return one.arg(0) if one.head in wanted else None
            if simple == "Err" and one.head == "Result":
                return one.arg(1)
        return None

    def library_result(
        self, name: str, called: Denotation, given: tuple[Type | None, ...]
    ) -> Type | None:
        """Return what a call of a function of the library gives."""
        first = given[0] if given else None
        if called.receiver is None:
            before, _, function = name.rpartition("::")
            return library.made(before.rpartition("::")[2], function, (), first)
        receiver = called.receiver
        if "::" in name:  # an associated function of a type
            function = name.rpartition("::")[2]
            if isinstance(receiver.head, SymbolRef):
                return self._made_of_itself(receiver, receiver.head, function)
            return library.made(receiver.head, function, receiver.args, first)
        return method_result(receiver, name, called.known.get(""), given)

    def _made_of_itself(self, kind: Type, symbol: SymbolRef, function: str) -> Type | None:
        """Return what a function of a trait of others gives that makes a value of a type."""
        if function in _MADE_OF_ITSELF:
            return kind
        if not _PARSER.search(" ".join(self._symbol(symbol).decorators)):
            return None
        if function in _TRIES_TO_PARSE:
            return Type("Result", (kind,))
        return kind if function in _PARSES else None

    def awaited(self, kind: Type) -> Type | None:
        """Return what `await` makes of a value of a type."""
        if kind.head == "Future":
            return kind.arg(0)
        return next((each.arg(0) for each in kind.traits if each.head == "Future"), None)

    def element(self, kind: Type, names: Sequence[str]) -> Type | None:
        """Return what a loop, an index, or a closure takes from a value of a type."""
        if names == (SEQUENCE,):
            return self._indexed(kind)
        if names:
            called, number = names
            for one in self._pointed_to(kind):
                found = library.passed(one, called, int(number))
                if found is not None:
                    return found
            return self._passed(kind, called, int(number))
        for one in self._pointed_to(kind):
            found = library.element_of(one) or self._iterated(one)
            if found is not None:
                return found
        return None

    def _indexed(self, kind: Type) -> Type | None:
        """Return what an index takes: of a container, or by a type's own `Index`."""
        for one in self._pointed_to(kind):
            stated = self.stated_types(one, "Index", "Output")
            if stated:  # several kinds of indexes may give the same
                return stated[0] if all(each == stated[0] for each in stated) else None
            if (found := library.indexed(one)) is not None:
                return found
        return None

    def _passed(self, kind: Type, called: str, number: int) -> Type | None:
        """Return what a method of an iterator of the repository passes to a closure."""
        item = self._iterated(kind)
        return library.passed(Type("Iterator", (item,)), called, number) if item else None
