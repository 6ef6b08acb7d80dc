"""The use index: all resolved references by symbol, without an object for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.references.file_uses import FileUses
from mkdocs_repodoc.linking.references.packed_references import PackedReferences, ResolvedFile
from mkdocs_repodoc.model.linked_symbols import (
    CallSite,
    LinkedReference,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.references import FILE_SCOPE

# As `LinkedReference._make` does, which checks the length of each of a million tuples.
_linked_reference = partial(tuple.__new__, LinkedReference)


_NOTHING = FileUses.gathered(ResolvedFile.of("", (), b"", b""))


class Uses:
    """The uses of every symbol; a `UseIndex`.

    Args:
        resolved: The files with references, in the order of paths.
        previous: The index before an edit, from which unchanged files are taken.
        losses: Takes the uses in a file that can't be gathered.

    Attributes:
        unchanged: Paths of the files that mean exactly what they meant before the edit.
    """

    def __init__(
        self,
        resolved: Iterable[ResolvedFile],
        previous: Uses | None = None,
        losses: LinkingLosses | None = None,
    ) -> None:
        self._losses = losses or LinkingLosses()
        self._files = {file.path: file for file in resolved}
        self._gathered = previous.gathered_of(self._files) if previous is not None else {}
        self._naming: dict[str, list[str]] = {}
        """Path of a file → the files that name a symbol of it, if only where they define it."""
        self._found: dict[str, dict[int, list[tuple[FileUses, int]]]] = {}
        """Path of a file → position of a symbol → the files that use it, with their targets."""
        self._file_counts: dict[SymbolRef, int] = {}
        """Asked for on the page of each of its callers."""
        for path, file in self._files.items():
            for named in file.paths:
                self._naming.setdefault(named, []).append(path)
        self.unchanged = frozenset(
            path for path, file in self._files.items() if previous and previous.has(file)
        )

    def has(self, file: ResolvedFile) -> bool:
        """Whether a file means here exactly what it means there."""
        return self._files.get(file.path) is file

    def gathered_of(self, files: Mapping[str, ResolvedFile]) -> dict[str, FileUses]:
        """Return what is gathered of files whose references are the same after an edit."""
        known = {}
        for path, uses in self._gathered.items():
            file = files.get(path)
            if file is not None and file.rows is uses.file.rows:
                # Its targets may have moved within their files.
                known[path] = uses if file is uses.file else uses.moved(file)
        return known

    def of_file(self, path: str) -> FileUses | None:
        """Return the uses in a file, gathered when first asked for; `None` without references."""
        uses = self._gathered.get(path)
        if uses is None and (file := self._files.get(path)) is not None:
            uses = self._gathered[path] = self._losses.of_file_late(
                f"what {path} uses", partial(FileUses.gathered, file), _NOTHING
            )
        return uses

    def of(self, symbol: SymbolRef) -> Sequence[Use]:
        """Return the uses of a symbol, ordered by path and line."""
        return [use for file, target in self._of(symbol) for use in file.uses(target)]

    def count(self, symbol: SymbolRef) -> int:
        """Return how many uses there are."""
        return sum(file.count(target) for file, target in self._of(symbol))

    def file_count(self, symbol: SymbolRef) -> int:
        """Return how many *other* files use the symbol."""
        if symbol not in self._file_counts:
            users = self._of(symbol)
            self._file_counts[symbol] = sum(file.file.path != symbol.path for file, _ in users)
        return self._file_counts[symbol]

    def file_counts(self, path: str) -> Counter[int]:
        """Return how many other files use each symbol of a file, by its position."""
        counts: Counter[int] = Counter()
        for file in self._users(path):
            if file.file.path != path:
                counts.update(file.targets[target][1] for target in file.by_path[path])
        return counts

    def calls(self, path: str, of: Callable[[SymbolRef], bool] | None = None) -> list[CallSite]:
        """Return what a file calls in the repository, or hands on as a value, in source order.

        Args:
            path: The file.
            of: Tells whether a symbol is asked for; all are without it.
        """
        file = self._files.get(path)
        if file is None:
            return []
        symbols = [SymbolRef(*target) for target in file.targets]
        wanted = [each if of is None or of(each) else None for each in symbols]
        return PackedReferences(file.rows).calls(wanted) if any(wanted) else []

    def files(self, symbol: SymbolRef) -> list[str]:
        """Return the paths of the files that use a symbol, each once."""
        return [file.file.path for file, _ in self._of(symbol)]

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        """Return the resolved references of a file, in source order."""
        file = self.of_file(path)
        if file is None:
            return ()
        symbols = [SymbolRef(*target) for target in file.targets]
        return tuple(map(_linked_reference, file.rows.links(symbols)))

    def referred(self, path: str) -> dict[SymbolRef, int]:
        """Return the symbols that a file uses, with how often."""
        file = self.of_file(path)
        if file is None:
            return {}
        counts = ((target, file.count(index)) for index, target in enumerate(file.targets))
        return {SymbolRef(*target): count for target, count in counts if count}

    def depends(self, path: str) -> list[str]:
        """Return the paths of the files whose symbols a file uses, itself perhaps among them."""
        file = self.of_file(path)
        if file is None:
            return []
        targets = file.targets
        return [
            used
            for used, indexes in file.by_path.items()
            if len(indexes) > 1 or targets[indexes[0]][1] != FILE_SCOPE
        ]

    def first_lines(self, path: str) -> dict[str, int]:
        """Return the files whose symbols a file uses, each with the line of the first use."""
        file = self.of_file(path)
        return {used: file.first_line(used) for used in self.depends(path)} if file else {}

    def users(self, path: str) -> dict[str, int]:
        """Return the files that refer to a file or its symbols, with how often."""
        return {
            file.file.path: sum(map(file.count, file.by_path[path])) for file in self._users(path)
        }

    def digests(self, path: str) -> list[tuple[str, bytes]]:
        """Return the same files, each with a digest of its references to that one."""
        return [(file.file.path, file.digest(path)) for file in self._users(path)]

    def _users(self, path: str) -> Iterator[FileUses]:
        """Yield the uses in each file that uses a file or its symbols, in the order of paths."""
        for user in self._naming.get(path, ()):
            uses = self.of_file(user)
            if uses is not None and path in uses.by_path:
                yield uses

    def _of(self, symbol: SymbolRef) -> Sequence[tuple[FileUses, int]]:
        """Return the files that use a symbol, each with the index of its target."""
        found = self._found.get(symbol.path)
        if found is None:
            found = self._found[symbol.path] = {}
            for file in self._users(symbol.path):
                for target in file.by_path[symbol.path]:
                    position = file.targets[target][1]
                    found.setdefault(position, []).append((file, target))
        return found.get(symbol.position, ())
