"""The seam for resolving names: what a family of languages answers about a whole repository.

Analysis leaves what each identifier means as far as its file can tell: a `Target`. The languages
that share names (a language with its dialects) share one `LanguageNames`, which is made from all
outlines once per build and follows targets to the definitions that they mean. It is in the
language's folder, and named in its record. Nothing in it reads a source file.

Whoever adds a language fills `digest` and `meaning`; each further method that is filled makes more
of the site: bases make hierarchies, `look_up` links signatures, `imported` leads imports.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from mkdocs_repodoc.languages.resolution.name_changes import Changes, pack_names
from mkdocs_repodoc.model.file_links import RelationKind, ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles, RepoFile
from mkdocs_repodoc.model.run_line import RunLine


class Meaning(NamedTuple):
    """What an identifier means.

    Attributes:
        symbol: The definition, re-exports followed; position `FILE_SCOPE` is the file itself.
        exact: Whether the rules of the language decide it, or a type was inferred on the way.
    """

    symbol: SymbolRef
    exact: bool = True


class DocumentedName(NamedTuple):
    """What a name in documentation means.

    Attributes:
        symbol: The definition, re-exports followed; `None` if it means nothing in this repository.
        elsewhere: The full names that it may mean in other projects then, the likeliest first.
    """

    symbol: SymbolRef | None = None
    elsewhere: Iterable[str] = ()


class Tie(NamedTuple):
    """A tie between two files that no import makes, as `Relation` has it from one of its ends."""

    kind: RelationKind
    one: SymbolRef
    other: SymbolRef
    path: str
    line: int


class LanguageNames(ABC):
    """The names of one family of languages over the whole repository.

    What it answers depends on outlines alone, and is the same whatever was asked before.

    Attributes:
        tells_changes: Whether `changes_since` may tell what an edit has changed: what was resolved
            before it is worth looking at then.
    """

    tells_changes: ClassVar[bool] = False

    @property
    @abstractmethod
    def digest(self) -> str:
        """Digest of all that the answers depend on, beside a file's own references.

        A file resolved with equal digests is resolved the same, positions of symbols included.
        Lines and documentation should not enter: most edits then leave it as it was.
        """

    @abstractmethod
    def meaning(self, path: str, target: Target) -> Meaning | None:
        """Return what a target of a file means; `None` for nothing in this repository.

        Args:
            path: The file that the target belongs to.
            target: What analysis has made of an identifier.
        """

    # Builds after an edit

    def finds_the_same_as(self, other: LanguageNames) -> bool:
        """Whether imports of an unchanged file lead where they led before an edit."""
        return self.digest == other.digest

    def mentions(self, path: str, targets: Iterable[Target]) -> bytes:
        """Return the simple names that a file's targets look up, packed for `changes_since`."""
        return pack_names(())

    def changes_since(self, before: LanguageNames, mentions: Mapping[str, bytes]) -> Changes | None:
        """Compare with the names before an edit.

        Args:
            before: The names then.
            mentions: Path → what the file mentioned then, packed.

        Returns:
            `None` if anything may have changed, so that all files are resolved anew.
        """
        return None

    # What a file is and has

    def module(self, path: str) -> str:
        """Return the qualified name of the module that a file is; empty if it has none."""
        return ""

    def positions(self, path: str) -> Mapping[str, int]:
        """Return for the qualified names in a file the position of the symbol that each means."""
        return {}

    def exports(self, path: str) -> Mapping[str, SymbolRef]:
        """Return what a file gives to those that take everything: name → its definition."""
        return {}

    def is_package(self, folder: str) -> bool:
        """Whether the files of a folder are reached as parts of a package."""
        return False

    def is_built(self, path: str) -> bool:
        """Whether a build of the software takes a file in, as far as that can be told."""
        return True

    # Imports and what else leads from file to file

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        """Return where an import leads; `None` if only the language's paths can tell."""
        return None

    def needs_no_import(self, path: str, other: str) -> bool:
        """Whether a file may name what another declares without importing it.

        Args:
            path: A file of the language.
            other: A file that it uses names of.
        """
        return False

    def lead_on(
        self,
        files: OutlinedFiles,
        imports: Mapping[str, tuple[ResolvedImport, ...]],
    ) -> Mapping[str, tuple[ResolvedImport, ...]]:
        """Return resolved imports with those led on that other languages answer.

        Args:
            files: All files with their outlines.
            imports: Path → its imports as each language answers them.
        """
        return imports

    def ties(self, files: Mapping[str, RepoFile]) -> Iterator[Tie]:
        """Yield ties between files that the language has beside imports."""
        return iter(())

    def run_line(self, path: str) -> RunLine | None:
        """Return what starts a file if it is a program, as far as its language tells."""
        return None

    def command_module(self, path: str, module: str) -> str:
        """Return the file of a module that a project's metadata names; empty if there is none."""
        return ""

    def entry_point(self, path: str, module: str, name: str) -> SymbolRef | None:
        """Return what an entry point `module:name` starts that a project's file declares."""
        return None

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        """Return the direct bases of a type that the repository defines, without the type."""
        return ()

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        """Return all that a type inherits from, in the order in which members are looked up."""
        return ()

    def further_cases(self, path: str) -> Iterable[str]:
        """Return the test cases of a file that only others make such: a base, settings."""
        return ()

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return position and name, as `member` takes it, of own members that may override."""
        return ()

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return a type's own member of a name: a simple one, or one that tells overloads apart."""
        return None

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return the definition that a name means as seen from a symbol.

        Args:
            path: File in which the name stands.
            scope: Position of the symbol whose scope it is, or `FILE_SCOPE`.
            dotted: A name that is visible there, or a full path.
        """
        return None

    def elsewhere(self, path: str, scope: int, dotted: str) -> Iterator[str]:
        """Yield the full names that a name may mean in other projects, the likeliest first."""
        return iter(())

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        """Find what a name in documentation means.

        Args:
            path: File in which the documentation stands; it may be of another language.
            scope: Position of the symbol that it documents, or `FILE_SCOPE`.
            name: The name, or a full path.
            marked: Whether the author says that it is a reference. Anything else may be a word.
        """
        is_name = marked or is_no_word(name)
        return (
            DocumentedName(self.look_up(path, scope, name.removesuffix("()")))
            if is_name
            else DocumentedName()
        )


def is_no_word(name: str) -> bool:
    """Whether something looks like a name even without a mark: `make_spline`, `DiGraph`, `a.b`."""
    inner = name.strip("_")
    return "_" in inner or "." in inner or inner.lower() != inner != inner.upper()


NamesMaker: TypeAlias = Callable[[OutlinedFiles, "LanguageNames | None"], LanguageNames]
"""Takes all files of the repository in sorted order, and the names before an edit."""
