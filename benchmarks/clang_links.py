"""Links of C and C++, compared with what clang says.

Usage: `pip install libclang`, then `python -m benchmarks.clang_links REPOSITORY` with
`--commands build/compile_commands.json`, or with `--flags "-Isrc -DNAME"` for all source files.

Clang parses each translation unit, headers included. *Agreement* is the share of links with an
answer of clang's that lead to a declaration or the definition of the same thing, by its USR. Links
to a definition of the name in a branch of `#if` where clang's build takes another are counted
apart. *Recall* is the share of links among the identifiers that clang leads to something which this
plugin lists. Exits with 1 if exact links fall below 0.99 or inferred ones below 0.95.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from benchmarks.compile_commands import UNITS, commands
from benchmarks.linked_corpus import Corpus, load
from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.model.linked_symbols import LinkedReference

_REFERENCES = frozenset(
    """
    DECL_REF_EXPR MEMBER_REF_EXPR TYPE_REF MEMBER_REF MACRO_INSTANTIATION OVERLOADED_DECL_REF
    TEMPLATE_REF
    """.split()  # noqa: SIM905 - reads better
)
_NO_ANSWERS = frozenset(("USING_DECLARATION", "NAMESPACE", "OVERLOADED_DECL_REF"))
"""What says where a name comes from but not what it is; what many files declare; a choice that
clang leaves open."""
_NAME = re.compile(rb"[A-Za-z_]\w*")
_LEAST = {"exact": 0.99, "inferred": 0.95}
_OPTIONS = 0x1 | 0x200
"""Detailed record of the preprocessor; go on behind an include that is not there."""
_HEADERS = frozenset((".h", ".hh", ".hpp", ".hxx", ".inl"))
_SHOWN = 40

Place = tuple[str, int, int]


class Clang:
    """What clang says about the translation units of a repository.

    Args:
        root: The repository.

    Attributes:
        answers: Place of an identifier → what it means, by USR or place.
        places: The places where each of these is declared.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._cindex: Any = importlib.import_module("clang.cindex")
        self._texts: dict[str, list[bytes]] = {}
        self._paths: dict[str, str] = {}
        self.answers: dict[Place, set[str]] = defaultdict(set)
        self.places: dict[str, set[tuple[str, int]]] = defaultdict(set)

    def read(self, path: Path, flags: list[str]) -> None:
        """Parse a translation unit and note all that it says."""
        try:
            unit = self._cindex.Index.create().parse(str(path), args=flags, options=_OPTIONS)
        except self._cindex.TranslationUnitLoadError:
            print(f"clang gave up on {path}")
            return
        stack = [each for each in unit.cursor.get_children() if self._place(each) is not None]
        while stack:
            cursor = stack.pop()
            self._note(cursor)
            stack += cursor.get_children()

    def _note(self, cursor: Any) -> None:  # noqa: ANN401 - the bindings have no types
        here = self._place(cursor)
        if here is None:
            return
        kind = cursor.kind.name if cursor.kind.value in self._kinds else ""
        if kind in _REFERENCES:
            meant = cursor.referenced
            if meant is None or meant.kind.name in _NO_ANSWERS or not self._is_written(here, meant):
                return
            if key := self._key(meant):
                self.answers[here].add(key)
        elif cursor.kind.is_declaration() or kind == "MACRO_DEFINITION":
            self.places[self._key(cursor)].add(here[:2])

    @property
    def _kinds(self) -> set[int]:
        known = getattr(self, "_known_kinds", None)
        if known is None:
            known = {kind.value for kind in self._cindex.CursorKind.get_all_kinds()}
            self._known_kinds = known
        return known

    def _key(self, cursor: Any) -> str:  # noqa: ANN401 - the bindings have no types
        place = self._place(cursor)
        key = str(cursor.get_usr() or place or "")
        if place is not None and key:
            self.places[key].add(place[:2])
        return key

    def _place(self, cursor: Any) -> Place | None:  # noqa: ANN401 - the bindings have no types
        location = cursor.location
        if location.file is None:
            return None
        inside = self._inside(location.file.name)
        return (inside, location.line, location.column - 1) if inside else None

    def _inside(self, name: str) -> str:
        """Return the path of a file in the repository; empty for one outside."""
        if name not in self._paths:
            path = Path(name).resolve()
            is_inside = path.is_relative_to(self._root)
            self._paths[name] = path.relative_to(self._root).as_posix() if is_inside else ""
        return self._paths[name]

    def _is_written(self, place: Place, meant: Any) -> bool:  # noqa: ANN401 - likewise
        """Whether the name stands at the place: what macros expand to does not."""
        return self.name(place) == str(meant.spelling).split(" ")[-1]

    def name(self, place: Place) -> str:
        """Return the identifier that starts at a place; empty if none does."""
        path, line, column = place
        if path not in self._texts:
            self._texts[path] = (self._root / path).read_bytes().split(b"\n")
        found = _NAME.match(self._texts[path][line - 1], column)
        return found[0].decode() if found is not None else ""


Links = Mapping[tuple[str, int, int], LinkedReference]
"""Path, line and column of an identifier → its link."""
Places = Mapping[str, Collection[tuple[str, int]]]
"""Name of a symbol → the paths and lines at which only some builds see it."""


def compare(corpus: Corpus, clang: Clang) -> bool:
    """Print how links and answers agree; return whether they do well enough."""
    ours = {
        (path, line, column): link
        for path, links in corpus.links.items()
        for (line, column), link in links.items()
        if link.kind != "definition"
    }
    others = conditional_places(corpus)
    good = True
    for confidence, least in _LEAST.items():
        sure = {place: link for place, link in ours.items() if link.confidence == confidence}
        good = agreement(corpus, clang, sure, others, confidence) >= least and good
    show_recall(corpus, clang, ours)
    return good


def conditional_places(corpus: Corpus) -> Places:
    """Return where symbols are defined that only some builds see."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for path, file in corpus.repository.files.items():
        for position, term in file.outline.types:
            if term in (terms.USUAL, terms.UNUSUAL):
                symbol = file.outline.symbols[position]
                found[symbol.name].add((path, symbol.name_line))
    return found


def agreement(corpus: Corpus, clang: Clang, ours: Links, others: Places, confidence: str) -> float:
    """Print the share of links that the compiler agrees with, and some others; return it."""
    right = wrong = branches = 0
    for place, link in sorted(ours.items()):
        if place not in clang.answers:
            continue
        symbol = corpus.repository.symbol(link.symbol)
        expected = {each for key in clang.answers[place] for each in clang.places[key]}
        lines = {line for path, line in expected if path == link.symbol.path}
        if any(symbol.line <= line <= symbol.end_line for line in lines):
            right += 1
        elif any(each in others.get(symbol.name, ()) for each in expected):
            branches += 1
        else:
            wrong += 1
            if wrong <= _SHOWN:
                print(f"  {confidence} {place}: {symbol.name} {link.symbol.path}, {expected}")
    share = right / max(1, right + wrong)
    print(f"{confidence}: {share:.4f} ({right + wrong}), in other branches: {branches}")
    return share


def show_recall(corpus: Corpus, clang: Clang, ours: Links) -> None:
    """Print the share of what the compiler finds that has a link, and some without."""
    listed = {
        (path, symbol.name_line, symbol.name.rpartition(".")[2].rpartition("::")[2])
        for path, file in corpus.repository.files.items()
        for symbol in file.outline.symbols
    }
    wanted = [
        place
        for place, keys in clang.answers.items()
        if any((*each, clang.name(place)) in listed for key in keys for each in clang.places[key])
    ]
    missed = [place for place in wanted if place not in ours]
    for place in sorted(missed)[:: max(1, len(missed) // _SHOWN)]:
        print(f"  missed {place}: {clang.answers[place]}")
    found = len(wanted) - len(missed)
    print(f"recall: {found / max(1, len(wanted)):.4f} ({found} of {len(wanted)})")


def main() -> None:
    """Compare the links of a repository."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repository", type=Path)
    parser.add_argument("--commands", default="", help="a compile_commands.json")
    parser.add_argument("--flags", default="", help="flags for all files")
    options = parser.parse_args()
    clang = Clang(options.repository)
    for path, flags in commands(options.repository, options.commands, options.flags):
        clang.read(path, flags)
    sys.exit(0 if compare(load(options.repository, tuple(UNITS | _HEADERS)), clang) else 1)


if __name__ == "__main__":
    main()
