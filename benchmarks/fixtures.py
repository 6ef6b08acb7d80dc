"""Links to pytest's fixtures, compared with what pytest itself says.

Usage: in an environment with a repository's requirements for its tests,
`python -m pytest -q -v --fixtures-per-test > fixtures.txt` in the repository; then, here,
`python -m benchmarks.fixtures REPOSITORY fixtures.txt`.

Pytest prints, for each test, the place of each fixture that runs for it. A *request* is a parameter
of such a test, or of a fixture that runs for it, that has the name of one of these fixtures and is
defined in the repository. *Agreement* is the share of links from requests that lead to pytest's
place; *recall* the share of requests that are links. Exits with 1 if a link leads elsewhere.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.linked_corpus import Corpus, load
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_TEST = re.compile(r"^-* \((?P<path>\S+?):(?P<line>\d+)\) -*$")
_FIXTURE = re.compile(r"^(?P<name>\w+)(?: \[.*\])? -- (?P<path>\S+?):(?P<line>\d+)$")


class Request(NamedTuple):
    """A parameter that pytest fills."""

    function: SymbolRef
    name: str


def read(report: str) -> Iterator[tuple[tuple[str, int], dict[str, tuple[str, int]]]]:
    """Yield the place of each test, and the places of its fixtures by their names."""
    fixtures: dict[str, tuple[str, int]] | None = None
    for line in report.split("\n"):
        if test := _TEST.match(line):
            fixtures = {}
            yield (test["path"], int(test["line"])), fixtures
        elif fixtures is not None and (found := _FIXTURE.match(line)):
            fixtures[found["name"]] = found["path"], int(found["line"])


def requests(corpus: Corpus, report: str) -> Mapping[Request, set[SymbolRef]]:
    """Return where pytest leads each request; to several fixtures if tests override one."""
    found: dict[Request, set[SymbolRef]] = {}
    for test, places in list(read(report)):
        given = {name: function_at(corpus, *place) for name, place in places.items()}
        for function in (function_at(corpus, *test), *given.values()):
            if function is None:
                continue
            signature = corpus.repository.symbol(function).signature
            for name, fixture in given.items():
                if fixture and fixture != function and re.search(rf"\b{name}\b", signature):
                    found.setdefault(Request(function, name), set()).add(fixture)
    return found


def function_at(corpus: Corpus, path: str, line: int) -> SymbolRef | None:
    """Return the innermost function around a line."""
    if path not in corpus.texts:
        return None
    symbols = corpus.repository.files[path].outline.symbols
    around = [
        position
        for position, symbol in enumerate(symbols)
        if symbol.kind in FUNCTIONS and symbol.line <= line <= symbol.end_line
    ]
    return SymbolRef(path, around[-1]) if around else None


def linked(corpus: Corpus, request: Request) -> SymbolRef | None:
    """Return where the link on a parameter leads."""
    path, position = request.function
    symbol = corpus.repository.files[path].outline.symbols[position]
    for (line, column), link in sorted(corpus.links[path].items()):
        if symbol.name_line <= line <= symbol.end_line and link.kind == "name":
            text = corpus.texts[path][line - 1].encode()[column : link.end_column].decode()
            if text == request.name:
                return link.symbol
    return None


def main() -> int:
    """Compare the two given on the command line."""
    parser = argparse.ArgumentParser(description="Compare links to fixtures with pytest's answer.")
    parser.add_argument("repository", type=Path)
    parser.add_argument("report", type=Path, help="what pytest --fixtures-per-test -v has printed")
    arguments = parser.parse_args()
    corpus = load(arguments.repository)
    asked = requests(corpus, arguments.report.read_text())
    right = missed = 0
    for request, fixtures in asked.items():
        answer = linked(corpus, request)
        right += answer in fixtures
        missed += answer is None
        if answer not in fixtures:
            name = corpus.repository.qualified_name(request.function)
            theirs = ", ".join(map(corpus.repository.qualified_name, fixtures))
            ours = corpus.repository.qualified_name(answer) if answer else "no link"
            print(f"  {name}({request.name}) we: {ours}; pytest: {theirs}")
    total = len(asked)
    wrong = total - right - missed
    print(
        f"{arguments.repository.name}: agreement {right} of {right + wrong}, "
        f"recall {total - missed} of {total}"
    )
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
