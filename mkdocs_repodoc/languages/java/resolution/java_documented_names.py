"""Names in Java's documentation and signatures with what they mean."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.java.resolution.java_files import TYPES, JavaFiles
from mkdocs_repodoc.languages.java.resolution.java_resolver import Resolver
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE

_MENTION = re.compile(
    r"(?P<type>[^\W\d][\w.]*)?(?:(?<!\.)#(?P<member>\w+))?(?:\((?P<parameters>[^()]*)\))?$"
)
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*$")


class DocumentedNames:
    """Finds what names in text mean, as seen from the symbol that the text is about.

    Args:
        files: The files of the repository.
        resolver: Finds classes and their members.
    """

    def __init__(self, files: JavaFiles, resolver: Resolver) -> None:
        self._files = files
        self._types = resolver.types
        self._members = resolver.members

    def type(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return the class that a dotted name means; `None` for a type variable."""
        if not _DOTTED.match(dotted) or self._is_variable(path, scope, dotted):
            return None
        found = self._types.find(path, self._class_around(path, scope), dotted.split("."))
        return (
            found.symbol
            if found is not None and self._files.is_of_repository(found.symbol)
            else None
        )

    def any(self, path: str, scope: int, written: str) -> SymbolRef | None:
        """Return the class or member that a name means, as `Class#member(Type)` or bare.

        Args:
            path: The file in which the text stands.
            scope: Position of the symbol that it is about, or `FILE_SCOPE`.
            written: The name.
        """
        match = _MENTION.match(written)
        if match is None:
            return None
        name, member, parameters = match["type"] or "", match["member"], match["parameters"]
        if member is None and parameters is None and _DOTTED.match(name):
            if self._is_variable(path, scope, name):
                return None
            if (found := self.type(path, scope, name)) is not None:
                return found
        if member is None:
            name, _, member = name.rpartition(".")
        for owner in self._owners(path, scope, name):
            if (symbol := self._member(owner, member, parameters)) is not None:
                return symbol if self._files.is_of_repository(symbol) else None
        return None

    def _owners(self, path: str, scope: int, name: str) -> list[SymbolRef]:
        """Return the class of a name, or without one the classes around."""
        around = self._class_around(path, scope)
        if not name:
            return list(self._types.enclosing(SymbolRef(path, around)))
        owner = self._types.find(path, around, name.split("."))
        return [owner.symbol] if owner is not None else []

    def _member(self, owner: SymbolRef, name: str, parameters: str | None) -> SymbolRef | None:
        """Return a member of a class; without parameters a field, or the first overload."""
        kind = ClassType(owner)
        if parameters is None and (field := self._members.field(kind, name)) is not None:
            return field[0]
        is_own = (
            is_listed(owner.position)
            and self._files.file(owner.path).simple_name(owner.position) == name
        )
        methods = self._members.constructors(kind) if is_own else self._members.methods(kind, name)
        if parameters is None:
            return methods[0].symbol if methods else None
        wanted = [_simple(one) for one in parameters.split(",") if one.strip()]
        fitting = [one for one in methods if len(one.parameters) == len(wanted)]
        if len(fitting) > 1:
            fitting = [one for one in fitting if self._members.signature(one).split(",") == wanted]
        if not wanted and not fitting:  # brackets may only say that it is a method
            fitting = list(methods)
        return fitting[0].symbol if len(fitting) == 1 else None

    def _class_around(self, path: str, scope: int) -> int:
        """Return the number of the class that a symbol is, or that is around it."""
        file = self._files.of_repository[path]
        while is_listed(scope) and file.symbol(scope).kind not in TYPES:
            scope = file.owners.get(scope, FILE_SCOPE)
        return scope

    def _is_variable(self, path: str, scope: int, name: str) -> bool:
        """Whether a name is a type variable of a symbol or of what is around it."""
        file = self._files.of_repository[path]
        while is_listed(scope):
            own = file.classes.get(scope) or file.values.get(scope)
            listed = own.of if own is not None and own.base == "types" else None
            if own is not None and own.base == "returning" and own.also:
                listed = own.also[0]
            for one in listed.also if listed is not None else ():
                if one.names[0].rpartition(":")[2] == name:
                    return True
            scope = file.owners.get(scope, FILE_SCOPE)
        return False


def _simple(written: str) -> str:
    """Return the simple name of a parameter's type as documentation writes it."""
    words = re.sub(r"<.*>", "", written).replace("...", "[]").split()
    return words[0].rpartition(".")[2] if words else ""
