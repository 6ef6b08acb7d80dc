"""The names of all languages of a repository, each file's in the hands of its own language."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from mkdocs_repodoc.languages.language import Absent, Lazy
from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.languages.resolution.language_names import (
    DocumentedName,
    LanguageNames,
    NamesMaker,
)
from mkdocs_repodoc.languages.resolution.name_changes import Changes
from mkdocs_repodoc.languages.resolution.own_files import takes_part
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import OutlinedFiles

_Family = Lazy[NamesMaker]


def family_of(source: SourceFile, outline: FileOutline) -> _Family | None:
    """Return what resolves the names that a file uses; `None` for one without such names."""
    names = language_named(outline.refers or source.language).names
    return names if not isinstance(names, Absent) and takes_part(source) else None


class RepositoryNames:
    """The names that files define and import, before any reference is looked at.

    Everything in it comes from outlines, so that it is the same in every process.

    Args:
        files: All files of the repository in sorted order.
        previous: The names before an edit, for what has not changed since.
        only: The families that are wanted, for whoever asks about these alone; `None` for all.
        losses: Takes the files whose names can't be gathered; nothing leads to them.

    Attributes:
        families: The names of each family of languages that the repository has files of.
    """

    def __init__(
        self,
        files: OutlinedFiles,
        previous: RepositoryNames | None = None,
        only: Container[_Family] | None = None,
        losses: LinkingLosses | None = None,
    ) -> None:
        losses = losses or LinkingLosses()
        of_file = {source.path: family_of(source, outline) for source, outline in files}
        known = previous.families if previous is not None else {}
        self.families: dict[_Family, LanguageNames] = {
            family: names
            for family in dict.fromkeys(of_file.values())
            if family is not None and (only is None or family in only)
            if (names := _gathered(family, files, known.get(family), losses)) is not None
        }
        self._of_file: dict[str, _Family] = {
            path: family
            for path, family in of_file.items()
            if family is not None and family in self.families and path not in losses.files
        }
        self._unfollowed = frozenset(
            source.path
            for source, _ in files
            if source.language in LANGUAGES and of_file[source.path] is None
        )
        """Files of code whose names nobody follows."""

    def __iter__(self) -> Iterator[str]:
        """Yield the paths of the files that have a language with names."""
        return iter(self._of_file)

    def __len__(self) -> int:
        return len(self._of_file)

    def of(self, path: str) -> LanguageNames | None:
        """Return the names of a file's language; `None` if it has none."""
        family = self._of_file.get(path)
        return self.families[family] if family is not None else None

    def telling_changes(self) -> dict[_Family, LanguageNames]:
        """Return the families that can tell what an edit has changed, with their names."""
        return {family: own for family, own in self.families.items() if own.tells_changes}

    def each(self) -> Iterable[LanguageNames]:
        """Return the names of all languages, in a stable order."""
        return self.families.values()

    def unchanged(self, previous: RepositoryNames, paths: Iterable[str]) -> frozenset[str]:
        """Return which of some files import from where they did before an edit."""
        same = {
            family: family in previous.families
            and names.finds_the_same_as(previous.families[family])
            for family, names in self.families.items()
        }
        families = ((path, self._of_file.get(path)) for path in paths)
        return frozenset(path for path, family in families if family and same[family])

    def changes_since(
        self, previous: RepositoryNames, mentions: Mapping[str, bytes]
    ) -> Iterator[tuple[LanguageNames, Changes]]:
        """Compare with the names before an edit.

        Args:
            previous: The names then.
            mentions: Path → what the file mentioned then, packed.

        Yields:
            The names of a language with what has changed for its unchanged files; languages whose
            files are all to be resolved anew are left out.
        """
        for family, names in self.families.items():
            before = previous.families.get(family)
            if before is not None:
                own = {path: packed for path, packed in mentions.items() if self.of(path) is names}
                if (changes := names.changes_since(before, own)) is not None:
                    yield names, changes

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        """Find what a name in documentation means.

        A document or a configuration may mention names of any language. Code means its own: what
        looks like the path of a module elsewhere may be a method of an object there.
        """
        if path in self._unfollowed:
            return DocumentedName()
        own = self.of(path)
        for names in [own] if own is not None else self.each():
            mention = names.mentioned(path, scope, name, marked=marked)
            if own is not None or mention.symbol is not None:
                return mention
        return DocumentedName()

    def entry_point(self, path: str, module: str, name: str) -> SymbolRef | None:
        """Return what an entry point `module:name` starts, in the first language that knows."""
        found = (names.entry_point(path, module, name) for names in self.each())
        return next((symbol for symbol in found if symbol is not None), None)


def _gathered(
    family: _Family, files: OutlinedFiles, known: LanguageNames | None, losses: LinkingLosses
) -> LanguageNames | None:
    """Return the names of a family of languages; `None` if they can't be gathered."""

    def gather(some: OutlinedFiles) -> LanguageNames:
        names = family.load()(some, known)
        _ = names.digest  # worked out here, where it may fail
        return names

    titles = sorted(each.title for each in LANGUAGES.values() if each.names == family)
    return losses.of_sound(
        files,
        gather,
        f"what names mean in {', '.join(titles)}",
        "The names in the file could not be gathered, and nothing leads to them",
    )
