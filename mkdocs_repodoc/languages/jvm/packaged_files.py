"""The files of a language of the JVM, by the packages that they say they are a part of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from importlib.resources import files as resources
from typing import Generic, TypeVar

from mkdocs_repodoc.languages.language import Absent, Language
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.facts import PackageClause
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import decode


class PackagedFile:
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.

    Attributes:
        path: The file.
        outline: Its outline.
        package: The package that it says it is a part of.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        self.path = path
        self.outline = outline
        clause = next(iter(outline.facts_of(PackageClause)), None)
        self.package = clause.name.replace("`", "") if clause is not None else ""

    def symbol(self, position: int) -> Symbol:
        """Return one of its symbols."""
        return self.outline.symbols[position]

    @staticmethod
    def listed(position: int) -> int:
        """Return the position of the symbol that a number stands for."""
        return position


FileT = TypeVar("FileT", bound=PackagedFile)


class PackagedFiles(Generic[FileT]):
    """The files of a repository in one language.

    Args:
        files: All files in sorted order.
        language: The language.
        make: Makes what is known of a file, of its path and outline.
        library: Packages that are there without a file of the repository.

    Attributes:
        of_repository: Path of a file → what is known of it.
    """

    def __init__(
        self,
        files: OutlinedFiles,
        language: str,
        make: Callable[[str, FileOutline], FileT],
        library: Sequence[str],
    ) -> None:
        self.of_repository = {
            path: make(path, outline) for path, outline in own_outlines(files, language).items()
        }
        self._library = library
        self._beside: dict[str, FileT] = {}
        """Path of a file in another language → what files of this one may know of it."""
        self._by_package: dict[str, list[FileT]] = {}
        for file in self.of_repository.values():
            self._by_package.setdefault(file.package, []).append(file)

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [(file.path, file.package, names_of_outline(file.outline)) for file in self.seen]
        return digest_of(content)

    def _see(self, file: FileT) -> None:
        """Let files see one of another language."""
        self._beside[file.path] = file
        self._by_package.setdefault(file.package, []).append(file)

    @property
    def seen(self) -> Iterable[FileT]:
        """The files that may be looked up; of other languages too, where these are seen."""
        return (*self.of_repository.values(), *self._beside.values())

    def listed(self, symbol: SymbolRef) -> SymbolRef:
        """Return what is listed of a declaration; of one that another one makes, the other."""
        file = self._beside.get(symbol.path)
        return symbol._replace(position=file.listed(symbol.position)) if file else symbol

    def is_of_repository(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is listed in a file of the repository, and not one of the library."""
        known = symbol.path in self.of_repository or symbol.path in self._beside
        return known and is_listed(self.listed(symbol).position)

    def sources(self, package: str) -> Sequence[FileT]:
        """Return the files of the repository that are a part of a package."""
        return self._by_package.get(package, ())

    def is_package(self, name: str) -> bool:
        """Whether a package of the repository or library has this name, or is inside of it."""
        return name in self._packages

    @cached_property
    def _packages(self) -> frozenset[str]:
        return frozenset(
            ".".join(parts[:count])
            for package in (*self._by_package, *self._library)
            for parts in [package.split(".")]
            for count in range(1, len(parts) + 1)
        )


def library_outline(language: Language, folder: str, name: str) -> FileOutline | None:
    """Return the outline of a file with declarations of a library, as far as we have written one.

    Args:
        language: Its language, in whose folder it lies.
        folder: Which one inside of it.
        name: Its base name.
    """
    source = resources(f"mkdocs_repodoc.languages.{language.name}") / folder / name
    outline = language.outline
    if isinstance(outline, Absent) or not source.is_file():
        return None
    from mkdocs_repodoc.languages.outlines import read_outline  # noqa: PLC0415 - loads the grammar, for names of the library alone

    text = decode(source.read_bytes())
    return read_outline(language, outline, name, text, AnalysisOptions()).outline
