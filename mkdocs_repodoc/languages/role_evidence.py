"""Evidence for the role of a file: what the linker and the rules of a language both look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs_repodoc.model.clues import Clue, FolderClue
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.kinds import MAIN, Kind
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.repository import Role
from mkdocs_repodoc.paths import folder_of, name_of

Judgement: TypeAlias = tuple[Role, tuple[Clue, ...]]
"""A role, and what it rests on."""

TEST_FOLDERS = frozenset(
    {
        *("test", "tests", "testing", "__tests__", "spec", "specs"),
        *("test-helpers", "test_helpers", "testhelpers"),
    }
)
DATA_FOLDERS = frozenset({"data", "dataset", "datasets", "fixtures", "testdata"})
DOCUMENTATION_FOLDERS = frozenset({"doc", "docs", "documentation"})
_EXAMPLE_FOLDERS = frozenset(
    ("example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials")
)

_INNER = re.compile(r"::|\.")


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """A file whose role is judged.

    Attributes:
        source: The file.
        outline: Its outline.
        importers: How many other files import it.
        is_command: Whether an installed command starts it.
        is_package: Tells whether the files of a folder are reached as parts of a package.
    """

    source: SourceFile
    outline: FileOutline
    importers: int
    is_command: bool
    is_package: Callable[[str], bool]

    @property
    def name(self) -> str:
        """Its base name."""
        return name_of(self.source.path)

    @property
    def folder(self) -> str:
        """Path of the folder that it lies in."""
        return folder_of(self.source.path)

    @property
    def folders(self) -> Sequence[str]:
        """Names of the folders around it, the outermost first."""
        return self.source.path.split("/")[:-1]

    def folder_among(self, known: AbstractSet[str]) -> str:
        """Return the outermost folder around it with one of some names; empty if there is none."""
        return next((folder for folder in self.folders if folder.lower() in known), "")

    def defines_only_tests(self, *, hidden: bool = False) -> bool:
        """Whether it has test cases and defines nothing else, be it `hidden` or public."""
        tests = set(self.outline.tests)
        others = [s.name for s in self.outline.symbols if s.kind in MAIN and (s.public or hidden)]
        if not tests or not all(name in tests or _holds(name, tests) for name in others):
            return False
        if self._has_tests_apart():
            return False
        return not any(map(self._completes_elsewhere, self.outline.symbols))

    def _has_tests_apart(self) -> bool:
        """Tell whether all its cases stand in modules within it, and something else beside them."""
        modules = {symbol.name for symbol in self.outline.symbols if symbol.kind == Kind.MODULE}
        apart = {_INNER.split(test, maxsplit=1)[0] for test in self.outline.tests}
        names = (_INNER.split(symbol.name, maxsplit=1)[0] for symbol in self.outline.symbols)
        return apart <= modules and not apart.issuperset(names)

    def _completes_elsewhere(self, symbol: Symbol) -> bool:
        """Tell whether a symbol is a method of a type that another file defines."""
        if symbol.kind != Kind.METHOD or symbol.name in self.outline.tests:
            return False
        ends = [match.start() for match in _INNER.finditer(symbol.name)]
        around = {symbol.name[:end] for end in ends}
        return bool(around) and not any(each.name in around for each in self.outline.symbols)


def as_example(file: JudgedFile) -> Judgement | None:
    """Judge a file by a folder for examples."""
    folder = file.folder_among(_EXAMPLE_FOLDERS)
    return ("example", (FolderClue(folder),)) if folder else None


def _holds(name: str, tests: AbstractSet[str]) -> bool:
    is_inner = "." in name or "::" in name
    return is_inner or any(test.startswith(f"{name}.") for test in tests)
