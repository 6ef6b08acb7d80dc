"""Follow every link of a repository there and back, and print what doesn't close.

For each symbol: its defining name in the source leads to its own section, and its section to that
line. For each use: it leads to a definition, and the definition's uses name the place.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mkdocs_repodoc import linking
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.settings import Settings

_SHOWN = 20


def main() -> int:
    """Check one repository; return 1 if a trip doesn't close."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.round_trips", description=__doc__)
    parser.add_argument("root", type=Path, help="the repository")
    root = parser.parse_args().root.resolve()
    with tempfile.TemporaryDirectory() as cache:
        builder = Builder(Settings(root=root, cache_dir=Path(cache)))
        index = builder.build({}, lambda *_: None).queries.index
        trips: Counter[str] = Counter()
        faults = list(_faults(index, trips))
        builder.close()
    for fault in faults[:_SHOWN]:
        print(fault)
    print(", ".join(f"{count:,} {what}" for what, count in trips.items()), end="; ")
    print(f"{len(faults):,} do not close")
    return 1 if faults else 0


def _faults(index: linking.RepositoryIndex, trips: Counter[str]) -> Iterator[str]:
    repository = index.repository
    uses = repository.links.uses
    found: set[tuple[SymbolRef, str, int, int]] = set()
    for path, file in repository.files.items():
        if not (file.module or file.outline.refers):
            continue
        references = linking.file_links(index, path).references
        definitions = {
            reference.symbol: (reference.line, reference.column)
            for reference in references
            if reference.kind == "definition"
        }
        for position, symbol in enumerate(file.outline.symbols if file.module else ()):
            if symbol.column < 0:
                continue
            trips["definitions"] += 1
            ref = SymbolRef(path, position)
            if definitions.get(ref) != (symbol.name_line, symbol.column):
                yield f"{path}:{symbol.name_line}: {symbol.name} does not lead to its section"
        for reference in references:
            if reference.kind != "definition":
                trips["uses"] += 1
                found.add((reference.symbol, path, reference.line, reference.column))
    listed = {
        (ref, use.path, use.line, use.column)
        for ref in _symbols(repository)
        for use in uses.of(ref)
    }
    for ref, path, line, column in sorted(found - listed):
        yield f"{path}:{line}:{column}: not among the uses of {repository.qualified_name(ref)}"
    for ref, path, line, column in sorted(listed - found):
        yield f"{repository.qualified_name(ref)}: {path}:{line}:{column} does not lead to it"


def _symbols(repository: Repository) -> Iterator[SymbolRef]:
    for path, file in repository.files.items():
        yield SymbolRef(path, -1)
        for position in range(len(file.outline.symbols)):
            yield SymbolRef(path, position)


if __name__ == "__main__":
    sys.exit(main())
