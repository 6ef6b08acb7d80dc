"""Precision and recall of links, by another tool's answers on real packages.

Usage: `python -m benchmarks.precision FOLDER... [--oracle pyright] [--sample 300] [--seed 1]
[--show 20] [--below PATH]`

For each folder a sample of exact links and one of inferred links are drawn, and the oracle, jedi or
pyright's language server, is asked where the same identifier leads. *Precision* is the share of
links that the oracle agrees with, among those that it has an answer for. For *recall* identifiers
are drawn from the source; it is the share of those that the oracle follows to a definition in the
folder (no parameter, no local variable, not the definition itself) which are links. Disagreements
are printed with the line of source, since oracles are wrong now and then, too. Exits with 1 if a
precision is below its target.

An oracle may answer for something else: the parameter that an argument is for, the decorator above
a function. So, of an answer that disagrees, places at which another name stands are left out: one
that is neither the identifier nor what the file imports under that name. A link for which no place
remains counts neither as right nor as wrong; how many those are is printed, too.
"""

from __future__ import annotations

import argparse
import io
import keyword
import random
import sys
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.linked_corpus import Corpus, load
from benchmarks.oracle_places import Oracle, Place
from benchmarks.oracles import ORACLES
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE
from mkdocs_repodoc.model.linked_symbols import LinkedReference

_TARGETS = {"exact": 0.99, "inferred": 0.95}
_OF_MODULES = {"__doc__", "__file__", "__name__", "__package__", "__path__", "__spec__"}
"""Names that pyright follows to the module that they stand in."""


class Measurement:
    """Samples of one corpus, put to one oracle.

    Args:
        corpus: The linked folder.
        oracle: Whom to ask.
        sample: How much to draw.
        show: How many disagreements to print.
        seed: Makes the draw repeatable.
        below: Beginning of the paths from which to draw.
    """

    def __init__(
        self,
        corpus: Corpus,
        oracle: Oracle,
        *,
        sample: int,
        show: int,
        seed: int,
        below: str,
    ) -> None:
        self._corpus = corpus
        self._title = f"{corpus.root.name} {below}".strip()
        self._paths = [path for path in sorted(corpus.texts) if path.startswith(below)]
        self._oracle = oracle
        self._sample = sample
        self._show = show
        self._dice = random.Random(seed)  # noqa: S311  # a sample, not a secret

    def precision(self, confidence: str) -> float:
        """Draw exact or inferred links, compare them, and return the share that is right."""
        corpus = self._corpus
        population = [
            (path, link)
            for path in self._paths
            for link in corpus.links[path].values()
            if link.confidence == confidence and link.kind != "definition"
            if not self._is_fixture(link)
        ]
        drawn = self._dice.sample(population, min(self._sample, len(population)))
        right, silent, beside = 0, 0, 0
        wrong = []
        for path, link in drawn:
            places = self._ask(path, link.line, link.column)
            if not places:
                silent += 1
            elif corpus.target(link) in [corpus.name(place) for place in places]:
                right += 1
            elif about := [each for each in places if corpus.stands_for(each, path, link)]:
                wrong.append((path, link, about))
            else:
                beside += 1
        total = right + len(wrong)
        share = right / total if total else 1.0
        print(
            f"{self._title}: precision of {confidence} links {share:.4f} "
            f"({right} of {total}; no answer for {silent}, answers about other names for {beside}; "
            f"{len(population)} links in all)"
        )
        for path, link, places in wrong[: self._show]:
            name = corpus.repository.qualified_name(link.symbol)
            self._print(path, link.line, link.column, f"we: {name}", places)
        return share

    def recall(self) -> None:
        """Draw identifiers and see how many of those that the oracle follows are links."""
        corpus = self._corpus
        weights = [len(corpus.texts[path]) for path in self._paths]
        names: dict[str, list[tuple[int, int]]] = {}
        linked = 0
        missed = []
        for path in self._dice.choices(self._paths, weights, k=self._sample):
            if path not in names:
                names[path] = list(_names(corpus.texts[path]))
            if not names[path]:
                continue
            line, column = self._dice.choice(names[path])
            places = self._ask(path, line, column)
            itself = Place(path, line, corpus.characters(path, line, column))
            if itself in places or not any(corpus.name(place) for place in places):
                continue
            if (line, column) in corpus.links[path]:
                linked += 1
            else:
                missed.append((path, line, column, places))
        total = linked + len(missed)
        share = linked / total if total else 1.0
        print(f"{self._title}: recall {share:.4f} ({linked} of {total})")
        for path, line, column, places in missed[: self._show]:
            self._print(path, line, column, "no link", places)

    def _is_fixture(self, link: LinkedReference) -> bool:
        """Whether a link leads to a fixture of pytest, which oracles take for a parameter."""
        symbol = link.symbol
        if symbol.position < 0:
            return False
        return link.kind == "name" and FIXTURE in self._corpus.repository.symbol(symbol).labels

    def _ask(self, path: str, line: int, column: int) -> list[Place]:
        return self._oracle.ask(path, line, self._corpus.characters(path, line, column))

    def _print(self, path: str, line: int, column: int, ours: str, places: list[Place]) -> None:
        theirs = ", ".join(
            f"{place.path or '(elsewhere)'}:{place.line} {(self._corpus.name(place) or '?')[-1]}"
            for place in places[:3]
        )
        marked = self._corpus.marked(path, line, column)
        print(f"  {path}:{line}:{column} {ours}; oracle: {theirs}\n    {marked}")


def _names(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield line and byte column of each identifier, names of keyword arguments excepted."""
    readline = io.StringIO("\n".join(lines)).readline
    try:
        tokens = [token for token in tokenize.generate_tokens(readline) if token.string.strip()]
    except (tokenize.TokenError, SyntaxError):
        return
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        is_name = token.type == tokenize.NAME and not keyword.iskeyword(token.string)
        is_name = is_name and token.string not in _OF_MODULES
        is_argument = after.string == "=" and before.string in ("(", ",")
        if is_name and not is_argument:
            line, column = token.start
            yield line, len(lines[line - 1][:column].encode())


def main() -> None:
    """Measure each folder given on the command line."""
    parser = argparse.ArgumentParser(description="Compare links with another tool's answers.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--oracle", choices=ORACLES, default="pyright")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--below", default="", metavar="PATH", help="draw from these files only")
    arguments = parser.parse_args()
    missed = False
    for folder in arguments.folders:
        oracle = ORACLES[arguments.oracle](folder)
        measurement = Measurement(
            load(folder),
            oracle,
            sample=arguments.sample,
            show=arguments.show,
            seed=arguments.seed,
            below=arguments.below,
        )
        for confidence, target in _TARGETS.items():
            missed = measurement.precision(confidence) < target or missed
        measurement.recall()
        oracle.close()
    sys.exit(missed)


if __name__ == "__main__":
    main()
