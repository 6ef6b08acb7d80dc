"""Links of Ruby, compared with what Ruby itself says.

Usage: `ANSWERS=answers.json RUN=minitest ruby -Ilib benchmarks/ruby_answers.rb REPOSITORY
TESTS...`, then `python -m benchmarks.ruby_links REPOSITORY answers.json`.

Ruby has run the repository's tests: it says which constant each name means, which method a call
without receiver means in the class around, and which methods were called from a line.
*Agreement* is the share of links with an answer that lead to what Ruby says: to a place that
declares the constant, or to a method that was called from the line under that name. *Recall* is
the share of links among the names for which Ruby has an answer in the repository; names of modules
that several files open, without a link, are counted apart. Exits with 1 if
exact links fall below 0.99 or inferred ones below 0.95.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.link_verdicts import LinkVerdicts
from benchmarks.linked_corpus import Corpus, load
from mkdocs_repodoc.model.linked_symbols import LinkedReference

_SHOWN = 30

Place = tuple[str, int]


class Comparison:
    """Links and answers.

    Args:
        corpus: The linked repository.
        answers: What Ruby says.
    """

    def __init__(self, corpus: Corpus, answers: dict[str, Any]) -> None:
        self._corpus = corpus
        self._at: dict[tuple[str, int, int], set[Place]] = {}
        for path, line, column, name in answers["constants"]:
            if places := answers["defined"].get(name):
                self._at[path, line, column] = {_place(one) for one in places}
        for path, line, column, _, place in answers["own_calls"]:
            self._at[path, line, column] = {_place(place)}
        self._called: dict[tuple[str, int, str], set[Place]] = defaultdict(set)
        for path, line, name, places in answers["calls"]:
            self._called[path, line, name] = {_place(one) for one in places}
        self.verdicts = LinkVerdicts()
        self.open_modules = 0

    def run(self) -> None:
        """Compare all links, and count the answers that none of them gives."""
        seen: set[tuple[str, int, str]] = set()
        for path, links in self._corpus.links.items():
            for (line, column), link in links.items():
                if link.kind == "definition":
                    continue
                name = self._text(path, link)
                expected = self._at.get((path, line, column))
                if expected is None:
                    seen |= {(path, line, name), (path, line, f"{name}=")}
                    both = (self._called.get((path, line, one)) for one in (name, f"{name}="))
                    expected = {each for found in both for each in found or ()} or None
                if expected is not None:
                    self._judge(path, link, expected)
        self._count_missed(seen)

    def _judge(self, path: str, link: LinkedReference, expected: set[Place]) -> None:
        symbol = self._corpus.repository.symbol(link.symbol)
        lines = range(symbol.line, symbol.name_line + 1)
        if "alias" in symbol.labels:  # Ruby says where the method is that has two names
            return
        if any(place == link.symbol.path and line in lines for place, line in expected):
            self.verdicts.right[link.confidence] += 1
            return
        ours = f"{link.symbol.path}:{symbol.name_line} {symbol.name}"
        self.verdicts.wrong[link.confidence].append(
            self._shown(path, link.line, link.column, ours, expected)
        )

    def _count_missed(self, seen: set[tuple[str, int, str]]) -> None:
        listed = {
            (path, symbol.name_line)
            for path, file in self._corpus.repository.files.items()
            for symbol in file.outline.symbols
        }
        for (path, line, column), expected in self._at.items():
            if path not in self._corpus.links or expected.isdisjoint(listed):
                continue
            link = self._corpus.links[path].get((line, column))
            if link is None or link.kind != "definition":
                if link is None and len({place[0] for place in expected}) > 1:
                    self.open_modules += 1
                    continue
                self.verdicts.answered += 1
                if link is None:
                    self.verdicts.missed.append(
                        self._shown(path, line, column, "no link", expected)
                    )
        self._count_missed_calls(seen, listed)

    def _count_missed_calls(self, seen: set[tuple[str, int, str]], listed: set[Place]) -> None:
        for key, expected in self._called.items():
            path, line, name = key
            if path not in self._corpus.links or expected.isdisjoint(listed):
                continue
            text = self._corpus.texts[path][line - 1]
            found = re.search(rf"(?<![\w:@]){re.escape(name)}(?![\w])", text)
            if found is None or name == "initialize":
                continue
            column = len(text[: found.start()].encode())
            if (path, line, column) in self._at:
                continue
            self.verdicts.answered += 1
            if key not in seen:
                self.verdicts.missed.append(self._shown(path, line, column, "no link", expected))

    def _text(self, path: str, link: LinkedReference) -> str:
        line = self._corpus.texts[path][link.line - 1].encode()
        return line[link.column : link.end_column].decode()

    def _shown(self, path: str, line: int, column: int, ours: str, expected: set[Place]) -> str:
        marked = self._corpus.marked(path, line, column)
        return f"  {path}:{line} {ours}; Ruby: {sorted(expected)[:3]}\n    {marked}"


def _place(value: list[Any]) -> Place:
    return str(value[0]), int(value[1])


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("answers", type=Path, help="what ruby_answers.rb has written")
    parser.add_argument("--show", type=int, default=_SHOWN)
    arguments = parser.parse_args()
    answers = json.loads(arguments.answers.read_text("utf-8"))
    comparison = Comparison(load(arguments.repository, (".rb",)), answers)
    comparison.run()
    good = comparison.verdicts.report(arguments.show)
    print(
        f"left out of recall: {comparison.open_modules:,} names of modules that several files open"
    )
    sys.exit(not good)


if __name__ == "__main__":
    main()
