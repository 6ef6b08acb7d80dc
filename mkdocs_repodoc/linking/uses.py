"""Who uses a symbol: an index over all resolved references that holds no object per reference."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_repodoc.linking.resolved import ResolvedFile, Rows
from mkdocs_repodoc.model.repository import LinkedReference, SymbolRef, Use


class Uses:
    """The uses of every symbol; a `UseIndex`.

    Symbols are numbered through all files. For each, its uses are a stretch of two arrays: the
    file's number and the row in that file. A `Use` is made when somebody asks for it.

    Args:
        sizes: Path of each file → how many symbols it has, in the order of paths.
        resolved: The files with references, in the order of paths.
    """

    def __init__(self, sizes: Mapping[str, int], resolved: Iterable[ResolvedFile]) -> None:
        self._first: dict[str, int] = {}
        self._sizes = sizes
        total = 0
        for path, size in sizes.items():
            self._first[path] = total
            total += size + 1
        self._paths: list[str] = []
        self._rows: list[Rows] = []
        self._targets: list[tuple[tuple[str, int], ...]] = []
        self._numbers: dict[str, int] = {}
        counts = array("I", bytes(4 * (total + 1)))
        pairs: list[array[int]] = []
        for file in resolved:
            rows = Rows(file.rows)
            self._numbers[file.path] = len(self._paths)
            self._paths.append(file.path)
            self._rows.append(rows)
            self._targets.append(file.targets)
            symbols = [self._number(target) for target in file.targets]
            used = array("I")
            indexes = rows.uses()
            for index, target in enumerate(rows.targets()):
                if indexes[index]:
                    symbol = symbols[target]
                    counts[symbol + 1] += 1
                    used.append(symbol)
                    used.append(index)
            pairs.append(used)
        self._starts = counts
        self._files, self._places = self._sort(pairs)

    def _sort(self, pairs: list[array[int]]) -> tuple[array[int], array[int]]:
        starts = self._starts
        for symbol in range(1, len(starts)):
            starts[symbol] += starts[symbol - 1]
        following = array("I", starts)
        files = array("I", bytes(4 * starts[-1]))
        places = array("I", bytes(4 * starts[-1]))
        for number, used in enumerate(pairs):
            for symbol, index in zip(used[::2], used[1::2], strict=True):
                place = following[symbol]
                following[symbol] = place + 1
                files[place] = number
                places[place] = index
        return files, places

    def of(self, symbol: SymbolRef) -> Sequence[Use]:
        """Return the uses of a symbol, ordered by path and line."""
        start, end = self._stretch(symbol)
        return [self._use(place) for place in range(start, end)]

    def count(self, symbol: SymbolRef) -> int:
        """Return how many uses there are."""
        start, end = self._stretch(symbol)
        return end - start

    def file_count(self, symbol: SymbolRef) -> int:
        """Return how many *other* files use the symbol."""
        start, end = self._stretch(symbol)
        files = set(self._files[start:end])
        files.discard(self._numbers.get(symbol.path, -1))
        return len(files)

    def files(self, symbol: SymbolRef) -> list[str]:
        """Return the paths of the files that use a symbol, each once."""
        start, end = self._stretch(symbol)
        return [self._paths[number] for number in sorted(set(self._files[start:end]))]

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        """Return the resolved references of a file, in source order."""
        number = self._numbers.get(path)
        if number is None:
            return ()
        symbols = [SymbolRef(*target) for target in self._targets[number]]
        return tuple(
            LinkedReference(line, column, end_column, kind, symbols[target], grade)
            for line, column, end_column, target, kind, grade in self._rows[number].links()
        )

    def referred(self, path: str) -> dict[SymbolRef, int]:
        """Return the symbols that a file uses, with how often."""
        number = self._numbers.get(path)
        if number is None:
            return {}
        rows = self._rows[number]
        counts = [0] * len(self._targets[number])
        for target, is_use in zip(rows.targets(), rows.uses(), strict=True):
            counts[target] += is_use
        targets = self._targets[number]
        return {SymbolRef(*targets[i]): count for i, count in enumerate(counts) if count}

    def users(self, path: str) -> dict[str, int]:
        """Return the files that refer to a file or its symbols, with how often."""
        first = self._first[path]
        size = self._sizes[path]
        stretch = self._files[self._starts[first] : self._starts[first + size + 1]]
        return {self._paths[number]: count for number, count in Counter(stretch).items()}

    def _use(self, place: int) -> Use:
        number = self._files[place]
        row = self._rows[number].row(self._places[place])
        return Use(
            self._paths[number],
            row.line,
            row.column,
            row.end_column,
            row.kind,
            row.scope,
            row.grade,
            row.arguments,
            row.end_line,
        )

    def _stretch(self, symbol: SymbolRef) -> tuple[int, int]:
        number = self._number(symbol)
        return self._starts[number], self._starts[number + 1]

    def _number(self, symbol: tuple[str, int]) -> int:
        return self._first[symbol[0]] + symbol[1] + 1
