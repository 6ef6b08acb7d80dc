"""The terms that set a file apart from the rest of the repository."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.model.file_links import Concept
from mkdocs_repodoc.model.kinds import CALLABLES, NOUNS
from mkdocs_repodoc.model.name_parts import PART
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.paths import name_of

_MOST = 12
_LARGEST_SHARE = 0.5
"""A term that more of the files use than this sets none of them apart."""
_FEW_FILES = 8
"""In repositories smaller than this, shares say nothing."""

_OF_ANY_PROGRAM = frozenset(
    """
    add added append apply attr attribute base build call called calls change changed check class
    clear close compare contain contains convert copy count create created current data default
    delete end enter equal exist exists extra fetch field fields find flag func function get hand
    handle helper ignore impl index info init input insert item items key keys kind left length
    level line lines list load loop main map match max method min mode module move name names
    nested node num number obj object open order output pair param parameter parent passed path
    pop pos position prefix print process put raise read related remove replace result results
    return returned right run save second self set size skip sort start state stop str string sub
    suffix temp text tmp type types update val value values wrap write
    """.split()  # noqa: SIM905  # a list of words reads better than one of strings
)
"""Words that programs of all kinds have in their names, so that they tell nothing of one."""


def document_frequencies(outlines: Iterable[FileOutline]) -> dict[str, int]:
    """Return for each term how many files use it."""
    found: dict[str, int] = {}
    for outline in outlines:
        for row in filter(None, outline.packed_terms.split("\n")):
            text = row.partition(" ")[0]
            found[text] = found.get(text, 0) + 1
    return found


def _words_of_names(outline: FileOutline) -> set[str]:
    """Return the words of what a file defines, signatures included; none of a document."""
    if not any(symbol.kind in CALLABLES or symbol.kind in NOUNS for symbol in outline.symbols):
        return set()
    names = [text for symbol in outline.symbols for text in (symbol.name, symbol.signature)]
    return {_stem(word.lower()) for name in names for word in PART.findall(name)}


def _tells(stem: str, named: AbstractSet[str], own: AbstractSet[str]) -> bool:
    """Whether a word of code tells anything of it."""
    return stem in named and (stem in own or stem not in _STEMS)


def _stem(word: str) -> str:
    return word.removesuffix("s")


_STEMS = frozenset(map(_stem, _OF_ANY_PROGRAM))


def concepts(
    path: str, outline: FileOutline, frequencies: Mapping[str, int], file_count: int
) -> tuple[Concept, ...]:
    """Rank a file's terms by how often it uses them and how few other files do (tf-idf).

    Of code those count that its names have, too: what only its prose says (“called”, “passed”,
    half of “hard-coded”) says nothing of its own. Words of any program's names count where the
    file is called by them.

    Args:
        path: The file.
        outline: What it defines, and its terms.
        frequencies: Term → how many files use it.
        file_count: How many files there are.
    """
    named = _words_of_names(outline)
    own = {_stem(word.lower()) for word in PART.findall(name_of(path))}
    terms = [each for each in outline.terms if not named or _tells(_stem(each.text), named, own)]
    total = sum(term.count for term in terms)
    found = []
    for term in terms:
        files = frequencies.get(term.text, 1)
        if file_count > _FEW_FILES and files > file_count * _LARGEST_SHARE:
            continue
        score = (1 + math.log(term.count)) * math.log((1 + file_count) / files)
        if term.count > 1 or total < _MOST:
            concept = Concept(term.text, term.line_count, term.lines, files)
            found.append((-round(score, 4), term.text, concept))
    return tuple(concept for _, _, concept in sorted(found)[:_MOST])
