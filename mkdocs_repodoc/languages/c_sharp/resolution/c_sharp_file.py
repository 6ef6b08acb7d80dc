"""A C# file as others see it: its symbols, what each stands in, and its directives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

TYPES = frozenset((Kind.CLASS, Kind.STRUCT, Kind.INTERFACE, Kind.ENUM, Kind.RECORD, Kind.DELEGATE))


class CSharpFile:
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.
        project: Folder of the project that compiles it; empty if none is known.
    """

    def __init__(self, path: str, outline: FileOutline, project: str) -> None:
        self.path = path
        self.outline = outline
        self.project = project

    def symbol(self, position: int) -> Symbol:
        """Return one of its symbols."""
        return self.outline.symbols[position]

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        owner = self.owners[position]
        outer = f"{self.symbol(owner).name}." if owner != FILE_SCOPE else ""
        return self.symbol(position).name.removeprefix(outer)

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """The namespaces that it declares something in; the one without a name if it has none."""
        names = {one.name for one in self.outline.symbols if one.kind == Kind.NAMESPACE}
        return frozenset(names or {""})

    @cached_property
    def visible_namespaces(self) -> frozenset[str]:
        """Its namespaces and those around them."""
        return frozenset(each for name in self.namespaces for each in namespaces_around(name))

    @cached_property
    def types(self) -> Mapping[int, Target]:
        """Position of a type → what is known of it."""
        return {at: term for at, term in self.outline.types if term.base == "types"}

    @cached_property
    def values(self) -> Mapping[int, Target]:
        """Position of a member or delegate → what is known of it."""
        return {at: term for at, term in self.outline.types if term.base != "types"}

    @cached_property
    def owners(self) -> Mapping[int, int]:
        """Position of a symbol → the one that it stands right in."""
        found: dict[int, int] = {}
        around: list[int] = []
        for position, symbol in enumerate(self.outline.symbols):
            while around and not self._holds(around[-1], symbol):
                around.pop()
            found[position] = around[-1] if around else FILE_SCOPE
            around.append(position)
        return found

    def _holds(self, position: int, symbol: Symbol) -> bool:
        around = self.symbol(position)
        if not symbol.name.startswith(f"{around.name}."):
            return False
        return around.kind == Kind.NAMESPACE or symbol.line <= around.end_line

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Position of a symbol, or `FILE_SCOPE` → simple name → the symbols right in it."""
        found: dict[int, dict[str, list[int]]] = {}
        for position, owner in self.owners.items():
            names = found.setdefault(owner, {})
            names.setdefault(self.simple_name(position), []).append(position)
        return found

    def arity(self, position: int) -> int:
        """Return how many type parameters a type has."""
        entry = self.types.get(position)
        return len(entry.of.also) if entry is not None and entry.of is not None else 0

    def enclosing(self, position: int) -> Iterator[int]:
        """Yield a symbol and those around it, the innermost first."""
        while position != FILE_SCOPE:
            yield position
            position = self.owners[position]

    def is_conditional(self, position: int) -> bool:
        """Whether only some builds compile a symbol, or what is around it."""
        entries = (
            self.types.get(each) or self.values.get(each) for each in self.enclosing(position)
        )
        flags = (
            flag for entry in entries if entry for name in entry.names for flag in name.split(",")
        )
        return terms.CONDITIONAL in flags

    def full_name(self, position: int) -> str:
        """Return the full name of a type with the number of type parameters of each part."""
        symbol = self.symbol(position)
        if symbol.kind == Kind.NAMESPACE:
            return symbol.name
        own = terms.with_arity(self.simple_name(position), self.arity(position))
        owner = self.owners[position]
        return f"{self.full_name(owner)}.{own}" if owner != FILE_SCOPE else own

    @cached_property
    def usings(self) -> Mapping[int, Sequence[Import]]:
        """Position of a namespace → the directives in it; `FILE_SCOPE` for those of the file."""
        found: dict[int, list[Import]] = {}
        for item in self.outline.imports:
            inside = [at for at, (start, end) in self._spaces.items() if start < item.line <= end]
            found.setdefault(inside[-1] if inside else FILE_SCOPE, []).append(item)
        return found

    @cached_property
    def _spaces(self) -> Mapping[int, tuple[int, int]]:
        """Position of a namespace → its first and last line, with what follows `namespace A;`."""
        found: dict[int, tuple[int, int]] = {}
        for position, symbol in enumerate(self.outline.symbols):
            if symbol.kind == Kind.NAMESPACE:
                found[position] = symbol.line, symbol.end_line
            elif (owner := self.owners[position]) in found:
                start, end = found[owner]
                found[owner] = start, max(end, symbol.end_line)
        return found


def namespaces_around(name: str) -> Iterator[str]:
    """Yield a namespace and those around it, the one without a name last."""
    while name:
        yield name
        name = name.rpartition(".")[0]
    yield ""
