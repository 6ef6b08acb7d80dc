"""Links of PHP, compared with what the language server Intelephense says.

Usage: `npm install intelephense`, then
`python -m benchmarks.php_links REPOSITORY node_modules/intelephense/lib/intelephense.js`.

The server is asked about each identifier. *Agreement* is the share of links with an answer of the
server's that lead to the same definition; a class and its constructor count as one, since the
server leads `new` to either. *Recall* is the share of links among the identifiers that the server
leads to a definition which this plugin lists. Exits with 1 if exact links fall below 0.99 or
inferred ones below 0.95.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_php
from tree_sitter import Language, Node, Parser

from benchmarks.language_servers import Intelephense, LanguageServer
from benchmarks.link_verdicts import LinkVerdicts
from benchmarks.linked_corpus import Corpus, load
from benchmarks.oracle_places import Place
from mkdocs_repodoc.model.linked_symbols import LinkedReference, SymbolRef

_SHOWN = 40
_OWN = (b"self", b"static", b"parent")
_PARSER = Parser(Language(tree_sitter_php.language_php()))


def identifiers(text: str) -> Iterator[tuple[int, int]]:
    """Yield line and byte column of each name but those of variables, and `self` and its like."""
    stack = [_PARSER.parse(text.encode()).root_node]
    while stack:
        node = stack.pop()
        if node.type == "name" and (place := _place(node)) is not None:
            yield place
        elif node.type not in ("comment", "namespace_name"):
            stack += node.named_children


def _place(node: Node) -> tuple[int, int] | None:
    parent = node.parent
    if parent is not None and parent.type == "variable_name":
        around = parent.parent
        if around is None or around.type != "scoped_property_access_expression":
            return None
        node = parent
    if node.text in _OWN:
        return None
    row, column = node.start_point
    return row + 1, column


class Comparison:
    """Links and answers, place by place.

    Args:
        corpus: The linked repository.
        server: Whom to ask.
    """

    def __init__(self, corpus: Corpus, server: LanguageServer) -> None:
        self._corpus = corpus
        self._server = server
        self.verdicts = LinkVerdicts()
        self.silent = 0

    def run(self) -> None:
        """Ask about all identifiers."""
        for path, lines in sorted(self._corpus.texts.items()):
            for line, column in identifiers("\n".join(lines)):
                self._compare(path, line, column)

    def _compare(self, path: str, line: int, column: int) -> None:
        link = self._corpus.links[path].get((line, column))
        if link is not None and link.kind == "definition":
            return
        at = self._corpus.characters(path, line, column)
        is_variable = self._corpus.texts[path][line - 1][at : at + 1] == "$"
        places = self._server.ask(path, line, at + is_variable)
        meant = [one for one in map(self._symbol, places) if one is not None]
        if SymbolRef(path, self._here(path, line, column)) in meant:
            return
        if meant:
            self.verdicts.answered += 1
            if link is None:
                self.verdicts.missed.append(self._shown(path, line, column, meant))
        if link is None:
            return
        if not places:
            self.silent += 1
        elif any(self._is_same(link.symbol, one) for one in meant):
            self.verdicts.right[link.confidence] += 1
        else:
            self.verdicts.wrong[link.confidence].append(
                self._shown(path, line, column, meant, link)
            )

    def _here(self, path: str, line: int, column: int) -> int:
        found = self._corpus.symbols.get((path, line, column))
        return found.position if found is not None else -2

    def _symbol(self, place: Place) -> SymbolRef | None:
        """Return the symbol that an answer means; its place may be in front of the name."""
        lines = self._corpus.texts.get(place.path)
        if lines is None or not place.line:
            return None
        column = len(lines[place.line - 1][: place.column].encode())
        exact = self._corpus.symbols.get((place.path, place.line, column))
        if exact is not None:
            return exact
        has_comment = lines[place.line - 1][place.column :].startswith("/**")
        behind = [
            ((symbol.name_line, symbol.column), position)
            for position, symbol in enumerate(
                self._corpus.repository.files[place.path].outline.symbols
            )
            if (symbol.name_line, symbol.column) >= (place.line, column)
            if symbol.line == place.line or has_comment
        ]
        return SymbolRef(place.path, min(behind)[1]) if behind else None

    def _is_same(self, one: SymbolRef, other: SymbolRef) -> bool:
        if one == other:
            return True
        return self._corpus.is_constructor_of(one, other, "::__construct")

    def _shown(
        self,
        path: str,
        line: int,
        column: int,
        meant: list[SymbolRef],
        link: LinkedReference | None = None,
    ) -> str:
        marked = self._corpus.marked(path, line, column)
        ours, theirs = self._corpus.link_named(link), self._corpus.named(meant) or "elsewhere"
        return f"  {path}:{line} {ours}; server: {theirs}\n    {marked}"


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("server", type=Path, help="intelephense.js")
    parser.add_argument("--show", type=int, default=_SHOWN)
    arguments = parser.parse_args()
    server = Intelephense(arguments.repository, arguments.server)
    comparison = Comparison(load(arguments.repository, (".php",)), server)
    comparison.run()
    server.close()
    good = comparison.verdicts.report(arguments.show)
    print(f"links without an answer: {comparison.silent:,}")
    sys.exit(not good)


if __name__ == "__main__":
    main()
