"""Modules of Rust, and what each file offers to others."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import Target

_FUNCTIONS = frozenset((Kind.FUNCTION, Kind.METHOD))


class Module(NamedTuple):
    """A module, or the body of a function that declares names of its own.

    Attributes:
        path: The file.
        name: Its qualified name in the file; empty for the file itself.
    """

    path: str
    name: str = ""


class Taken(NamedTuple):
    """A path that a `use` declaration takes."""

    names: tuple[str, ...]
    is_public: bool
    order: int


class ModuleFile(NamedTuple):
    """What is said of a file that is a module, or whose text is a part of one.

    Attributes:
        given: The path that it is given; empty for none.
        conditions: Its `cfg` attributes.
    """

    given: str
    conditions: tuple[str, ...]


class RustFile:
    """What others may know of a file.

    Attributes:
        path: The file.
        outline: Its outline.
        declared: Qualified name → positions of the symbols that have it, in source order.
        told: Position of a symbol → the terms that say what it is.
        modules: Qualified names of the modules inside the file.
        searched: Those, and those of its functions.
        taken: Module → name → the paths that `use` declares under it; `*` for all names.
        files: Module → name of a module in a file of its own → where it is said to be.
        included: Module → the files whose text `include!` puts in it.
        macro_modules: Modules around and names of such modules whose macros others see.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        self.path = path
        self.outline = outline
        self.declared: dict[str, list[int]] = {}
        for position, symbol in enumerate(outline.symbols):
            self.declared.setdefault(symbol.name, []).append(position)
        self.told: dict[int, list[Target]] = {}
        for position, term in outline.types:
            self.told.setdefault(position, []).append(term)
        self.modules = {one.name for one in outline.symbols if one.kind == Kind.MODULE}
        functions = {one.name for one in outline.symbols if one.kind in _FUNCTIONS}
        self.searched = self.modules | functions
        self.taken: dict[str, dict[str, list[Taken]]] = {}
        self.files: dict[str, dict[str, list[ModuleFile]]] = {}
        self.included: dict[str, list[ModuleFile]] = {}
        self.macro_modules: list[tuple[str, str]] = []
        for order, (name, target) in enumerate(outline.offers):
            if target.base == "module":
                inside, path_given, macros, *conditions = target.names
                if macros:
                    self.macro_modules.append((inside, name))
                declared = ModuleFile(path_given, tuple(conditions))
                self.files.setdefault(inside, {}).setdefault(name, []).append(declared)
            elif target.base == "included":
                inside, path_given, *conditions = target.names
                declared = ModuleFile(path_given, tuple(conditions))
                self.included.setdefault(inside, []).append(declared)
            elif target.base == "import":
                inside, visibility, *names = target.names
                taken = Taken(tuple(names), bool(visibility), order)
                self.taken.setdefault(inside, {}).setdefault(name, []).append(taken)

    def symbol(self, position: int) -> Symbol:
        """Return a symbol."""
        return self.outline.symbols[position]

    def variant(self, enum: int, name: str) -> int | None:
        """Return the position of the variant of an enum with a name, if that is an enum."""
        owner = self.symbol(enum)
        found = self.declared.get(f"{owner.name}::{name}", ()) if owner.kind == Kind.ENUM else ()
        return next((one for one in found if self.symbol(one).kind == Kind.VARIANT), None)
