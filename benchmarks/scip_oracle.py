"""Compare the links of a repository with what a SCIP index says, and print where they differ.

The index is read as the option `scip` reads it, but the site is built without it. Names of files
and modules are left out, as an indexer may take another file of a package for them.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.linking import IndexedMeanings
from mkdocs_repodoc.linking.references.indexed_meanings import Extent, IndexedMeaning
from mkdocs_repodoc.model.linked_symbols import Confidence, LinkedReference
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.stores.scip_indexes import read_indexes
from mkdocs_repodoc.settings import Settings

_SHOWN = 20
_CONFIDENCES: tuple[Confidence, Confidence] = ("exact", "inferred")


class _Identifier(NamedTuple):
    path: str
    extent: Extent
    link: LinkedReference | None
    meaning: IndexedMeaning

    @property
    def agrees(self) -> bool:
        """Whether the link leads to what the index says."""
        return self.link is not None and self.link.symbol in self.meaning.symbols


def main() -> None:
    """Compare one repository with one index."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scip_oracle", description=__doc__)
    parser.add_argument("root", type=Path, help="the repository")
    parser.add_argument("index", type=Path, help="an index of the same commit")
    parser.add_argument("--show", type=int, default=_SHOWN)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        builder = Builder(Settings(root=arguments.root.resolve(), cache_dir=Path(cache)))
        site = builder.build({}, lambda *_: None)
        sources = [file.source for file in site.repository.files.values()]
        indexed = read_indexes((arguments.index,), builder.settings.root, sources, builder.cache)
        outlines = [(file.source, file.outline) for file in site.repository.files.values()]
        identifiers = list(_identifiers(site, IndexedMeanings(indexed.files, outlines)))
        builder.close()
    for diagnostic in indexed.diagnostics:
        print(diagnostic.message)
    _print(site, identifiers, arguments.show)


def _identifiers(site: Site, meanings: IndexedMeanings) -> Iterator[_Identifier]:
    for path, references in meanings.items():
        links = {
            (link.line, link.column, link.end_column): link
            for link in site.queries.references(path)
            if link.kind != "definition"
        }
        for extent, meaning in references.meanings.items():
            link = links.get(extent)
            of_file = any(symbol.is_file for symbol in meaning.symbols)
            if not of_file and not (link is not None and link.symbol.is_file):
                yield _Identifier(path, extent, link, meaning)


def _print(site: Site, identifiers: list[_Identifier], show: int) -> None:
    counts: Counter[tuple[Confidence, bool]] = Counter()
    wrong = []
    for each in identifiers:
        if each.link is not None:
            counts[each.link.confidence, each.agrees] += 1
            if not each.agrees:
                wrong.append(each)
    name = site.repository.qualified_name
    for each in wrong[:show]:
        said = ", ".join(map(name, each.meaning.symbols)) or "nothing that is listed"
        meant = name(each.link.symbol) if each.link is not None else ""
        print(f"{each.path}:{each.extent[0]}: to {meant}, in the index to {said}")
    for confidence in _CONFIDENCES:
        right = counts[confidence, True]
        print(f"{confidence}: {right:,} of {right + counts[confidence, False]:,} agree")
    listed = [each for each in identifiers if each.meaning.symbols]
    missed = [each for each in listed if each.link is None]
    dice = random.Random(1)  # noqa: S311 - a sample, not a secret
    for each in dice.sample(missed, min(show, len(missed))):
        said = ", ".join(map(name, each.meaning.symbols))
        print(f"{each.path}:{each.extent[0]}:{each.extent[1]}: no link, in the index to {said}")
    found = sum(each.agrees for each in listed)
    print(f"recall: {found / max(len(listed), 1):.3f} ({found:,} of {len(listed):,})")


if __name__ == "__main__":
    main()
