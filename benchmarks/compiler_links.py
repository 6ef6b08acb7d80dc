"""Links of a language, compared with what its own compiler says.

Usage: `python -m benchmarks.compiler_links LANGUAGE REPOSITORY ANSWERS`, where the answers are
what `KotlinOracle.kt`, `JavaOracle.java`, `go_answers.go` or `rust_answers.py` of this folder
prints: for each name in the source the places of what it means.

*Agreement* is the share of links with an answer of the compiler's that lead to the same
definition. A class and its constructors count as one, and so do a member and the one that it
overrides in Kotlin and Rust: these compilers name the latter where a condition tells the type, or
a trait is implemented. *Recall* is the share of links among the names that the compiler leads to a
definition which this plugin lists. Links for which the compiler has no answer, mostly since
dependencies are missing, are counted and left out. Exits with 1 if exact links fall below 0.99 or
inferred ones below 0.95.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.link_verdicts import LinkVerdicts
from benchmarks.linked_corpus import Corpus, load
from mkdocs_repodoc.model.linked_symbols import LinkedReference, SymbolRef

_SHOWN, _COLUMNS = 40, 7
_WORDS = frozenset(("this", "super"))
_SUFFIXES = {
    "go": (".go", "go.mod", "go.work"),
    "java": (".java",),
    "kotlin": (".kt",),
    "rust": (".rs", "Cargo.toml"),
}
"""Language → ends of the names of files that its links depend on."""


class Answer(NamedTuple):
    """What the compiler says of a name.

    Attributes:
        path: The file in which the name stands.
        line: Its line.
        column: Its column in bytes.
        kinds: What the compiler knows it as.
        places: Where that begins: path, line and column of its name.
    """

    path: str
    line: int
    column: int
    kinds: str
    places: tuple[tuple[str, int, int], ...]


def read_answers(file: Path, root: Path) -> list[Answer]:
    """Read what the compiler was asked for; paths come out relative to the repository."""
    prefix = f"{root.resolve().as_posix()}/"
    found: list[Answer] = []
    for row in file.read_text(encoding="utf-8").splitlines():
        if len(parts := row.split("\t")) != _COLUMNS:  # a name with a line break in it
            continue
        path, line, column, written, certainty, kinds, places = parts
        meant: list[tuple[str, int, int]] = []
        for place in places.split():
            where, at_line, at_column = place.rsplit(":", 2)
            meant.append((where.removeprefix(prefix), int(at_line), int(at_column)))
        if certainty == "ok" and written not in _WORDS:
            name = path.removeprefix(prefix)
            found.append(Answer(name, int(line), int(column), kinds, tuple(meant)))
    return found


class Comparison:
    """Links and answers, place by place.

    Args:
        corpus: The linked repository.
        overrides_count: Whether a member and the one that it overrides count as one.
    """

    def __init__(self, corpus: Corpus, *, overrides_count: bool) -> None:
        self._corpus = corpus
        self._overrides_count = overrides_count
        self.verdicts = LinkVerdicts()
        self.silent = 0

    def run(self, answers: list[Answer]) -> None:
        """Compare all that the compiler was asked for."""
        asked: set[tuple[str, int, int]] = set()
        for one in answers:
            asked.add((one.path, one.line, one.column))
            self._compare(one)
        covered = {path for path, _, _ in asked}
        for path in covered:
            for (line, column), link in self._corpus.links[path].items():
                if link.kind != "definition" and (path, line, column) not in asked:
                    self.silent += 1

    def _compare(self, one: Answer) -> None:
        link = self._corpus.links[one.path].get((one.line, one.column))
        if link is not None and link.kind == "definition":
            return
        known = self._corpus.symbols
        meant = [known[place] for place in one.places if place in known]
        if meant:
            self.verdicts.answered += 1
            if link is None:
                self.verdicts.missed.append(self._shown(one, meant))
        if link is None:
            return
        if not one.places and not one.kinds:
            self.silent += 1
        elif any(self._is_same(link.symbol, each) for each in meant):
            self.verdicts.right[link.confidence] += 1
        else:
            self.verdicts.wrong[link.confidence].append(self._shown(one, meant, link))

    def _is_same(self, one: SymbolRef, other: SymbolRef) -> bool:
        if one == other:
            return True
        overrides = self._corpus.repository.links.overrides
        if self._overrides_count and (overrides.get(one) == other or overrides.get(other) == one):
            return True
        return self._corpus.is_constructor_of(one, other, ".constructor")

    def _shown(
        self, one: Answer, meant: list[SymbolRef], link: LinkedReference | None = None
    ) -> str:
        marked = self._corpus.marked(one.path, one.line, one.column)
        ours, theirs = self._corpus.link_named(link), self._corpus.named(meant) or one.kinds
        return f"  {one.path}:{one.line} {ours}; compiler: {theirs}\n    {marked}"


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("language", choices=sorted(_SUFFIXES))
    parser.add_argument("repository", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--show", type=int, default=_SHOWN)
    arguments = parser.parse_args()
    corpus = load(arguments.repository, _SUFFIXES[arguments.language])
    comparison = Comparison(corpus, overrides_count=arguments.language in ("kotlin", "rust"))
    comparison.run(read_answers(arguments.answers, arguments.repository))
    is_good = comparison.verdicts.report(arguments.show)
    print(f"silent: {comparison.silent:,}")
    sys.exit(not is_good)


if __name__ == "__main__":
    main()
