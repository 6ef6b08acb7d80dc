"""All names that the files of the repository define and import, ready to be looked up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from mkdocs_repodoc.languages.python.resolution.module_paths import Modules
from mkdocs_repodoc.languages.resolution.own_files import takes_part
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.kinds import FUNCTIONS, VARIABLES, Kind
from mkdocs_repodoc.model.records import FileOutline, Import, Symbol
from mkdocs_repodoc.model.references import Target

PYTHON = "python"
_ACCESSORS = {"setter", "deleter"}
_encode = msgspec.msgpack.Encoder().encode


class PythonFileNames:
    """The names of one Python file.

    Attributes:
        path: The file.
        outline: Its outline.
        positions: Dotted path → position of the symbol that the name means.
        bindings: Name → indexes of the module-level imports that bind it.
        stars: Indexes of the module-level star imports, the last first.
        types: Position of a symbol → what it is or returns.
        taken: Position of a function → its parameters by name, of which some may be callbacks.
        stated: Position of a symbol → all that is stated of it, `types` and `taken`.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        self.path = path
        self.outline = outline
        self.positions: dict[str, int] = {}
        symbols = outline.symbols
        for position, symbol in enumerate(symbols):
            held = self.positions.get(symbol.name)
            if held is None or _replaces(symbols[held], symbol):
                self.positions[symbol.name] = position
        self.bindings: dict[str, list[int]] = {}
        stars = []
        for index, item in enumerate(outline.imports):
            if item.scope:
                continue
            if item.name == "*":
                stars.append(index)
            else:
                self.bindings.setdefault(item.binding, []).append(index)
        self.stars = tuple(reversed(stars))
        self.stated: dict[int, Target] = dict(outline.types)
        self.taken: dict[int, Target] = {
            position: target
            for position, target in outline.types
            if target.base == "signature" and symbols[position].kind in FUNCTIONS
        }
        results = {position: target.of for position, target in self.taken.items()}
        self.types: dict[int, Target] = {
            position: value
            for position, target in outline.types
            if (value := results.get(position, target)) is not None and value.base != "unknown"
        }

    @property
    def plugins(self) -> tuple[str, ...]:
        """Return the dotted names of the modules that `pytest_plugins` names."""
        position = self.positions.get("pytest_plugins")
        target = self.types.get(position) if position is not None else None
        return target.names if target is not None and target.base == "plugins" else ()

    @cached_property
    def digest(self) -> bytes:
        """Digest of all that other files may look up here; lines and documentation do not enter."""
        outline = self.outline
        content = (
            self.path,
            [
                (s.name, s.kind, s.bases, s.decorators, s.labels, is_declared(s))
                for s in outline.symbols
            ],
            [(i.module, i.name, i.alias, i.level, i.scope, i.conditional) for i in outline.imports],
            outline.exports,
            outline.types,
            bool(outline.main_line),
        )
        return hashlib.sha256(_encode(content)).digest()

    def exports(self, name: str) -> bool:
        """Whether `from file import *` takes a name."""
        exports = self.outline.exports
        return name in exports if exports is not None else not name.startswith("_")


class SymbolTable:
    """The names of all Python files of a repository.

    Everything in it comes from outlines, so that it is made before any file's references are
    looked at, and is the same in every process.

    Args:
        files: All files of the repository with their outlines.
        previous: The table before an edit; names of files whose outlines are the same objects are
            taken from it.
    """

    def __init__(
        self,
        files: Iterable[tuple[SourceFile, FileOutline]],
        previous: SymbolTable | None = None,
    ) -> None:
        files = list(files)
        python = [(source.path, outline) for source, outline in files if is_python(source)]
        known = previous.names if previous is not None else {}
        self.names: Mapping[str, PythonFileNames] = {
            path: names
            if (names := known.get(path)) is not None and names.outline is outline
            else PythonFileNames(path, outline)
            for path, outline in python
        }
        imported = {
            item.module for _, outline in python for item in outline.imports if not item.level
        }
        programs = [path for path, outline in python if outline.main_line]
        self.modules = Modules(
            [source.path for source, _ in files], [path for path, _ in python], imported, programs
        )

    def symbol(self, path: str, position: int) -> Symbol:
        """Return a symbol."""
        return self.names[path].outline.symbols[position]

    def imported(self, path: str, index: int) -> Import:
        """Return an import."""
        return self.names[path].outline.imports[index]

    @cached_property
    def digest(self) -> str:
        """Digest of all that resolution depends on, beside a file's own references.

        A file resolved with a table is resolved the same with every table of the same digest.
        Lines and documentation do not enter: most edits leave it as it was.
        """
        hashed = hashlib.sha256()
        for names in self.names.values():
            hashed.update(names.digest)
        return hashed.hexdigest()


def is_python(source: SourceFile) -> bool:
    """Whether a file takes part in Python's imports; a path that is no text names no module."""
    return source.language == PYTHON and takes_part(source)


def is_declared(symbol: Symbol) -> bool:
    """Whether a variable is annotated: what it is was said, not only what it was set to."""
    return symbol.kind in VARIABLES and symbol.signature.startswith(":")


def is_assigned(symbol: Symbol) -> bool:
    """Whether an attribute is only assigned to `self`, without being declared."""
    return "instance" in symbol.labels and not is_declared(symbol)


def _replaces(held: Symbol, later: Symbol) -> bool:
    """Whether a later definition of a name is the one that the name means.

    The last one counts, but an overload never replaces the implementation, the parts of a property
    belong to its getter, and a variable does not replace a function or class.
    """
    if "overload" in later.labels:
        return "overload" in held.labels
    if held.kind == Kind.PROPERTY or _ACCESSORS.intersection(later.labels):
        return False
    return held.kind in VARIABLES or later.kind not in VARIABLES
