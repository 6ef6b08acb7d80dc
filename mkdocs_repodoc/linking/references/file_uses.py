"""The uses in one file, gathered by what they refer to."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import accumulate
from typing import Self

from mkdocs_repodoc.linking.references.packed_references import PackedReferences, ResolvedFile
from mkdocs_repodoc.model.linked_symbols import Use

_DIGEST_SIZE = 16


@dataclass(frozen=True, slots=True)
class FileUses:
    """The references of one file, its uses gathered by what they refer to.

    Attributes:
        file: The file.
        targets: Symbols that it refers to: path and position.
        rows: Its references, in source order.
        by_path: Path → indexes of the targets there that the file uses.
        order: Indexes of the rows that are uses, by target and position.
        starts: Index of a target → where its stretch of `order` starts; one more for the end.
    """

    file: ResolvedFile
    targets: Sequence[tuple[str, int]]
    rows: PackedReferences
    by_path: Mapping[str, Sequence[int]]
    order: array[int]
    starts: array[int]

    @classmethod
    def gathered(cls, file: ResolvedFile) -> Self:
        """Return the uses in a file, from its packed references."""
        rows, named = PackedReferences(file.rows), file.targets
        targets = rows.targets()
        used = [row for row, is_use in enumerate(rows.uses()) if is_use]
        used.sort(key=targets.__getitem__)
        counts = Counter(map(targets.__getitem__, used))
        starts = accumulate((counts[index] for index in range(len(named))), initial=0)
        by_path: dict[str, list[int]] = {}
        for index, (path, _) in enumerate(named):
            if counts[index]:
                by_path.setdefault(path, []).append(index)
        return cls(file, named, rows, by_path, array("I", used), array("I", starts))

    def moved(self, file: ResolvedFile) -> FileUses:
        """Return the same uses of targets that have moved within their files."""
        return replace(self, file=file, targets=file.targets)

    def count(self, target: int) -> int:
        """Return how often the file uses a target."""
        return self.starts[target + 1] - self.starts[target]

    def uses(self, target: int) -> list[Use]:
        """Return the uses of a target, in source order."""
        path, use = self.file.path, self.rows.use
        return [
            use(index, path) for index in self.order[self.starts[target] : self.starts[target + 1]]
        ]

    def digest(self, path: str) -> bytes:
        """Return a digest of all uses of one file's symbols."""
        digest = blake2b(digest_size=_DIGEST_SIZE)
        for target in self.by_path[path]:
            rows = self.order[self.starts[target] : self.starts[target + 1]]
            digest.update(b"%d %d\n" % (self.targets[target][1], len(rows)))
            digest.update(b"".join(map(self.rows.packed, rows)))
        return digest.digest()

    def first_line(self, path: str) -> int:
        """Return the line of the first use of another file's symbols."""
        order, starts = self.order, self.starts
        rows = (order[starts[target]] for target in self.by_path[path])
        return self.rows.use(min(rows), self.file.path).line
