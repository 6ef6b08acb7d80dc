"""The words that a file uses, as material for its concepts.

Identifiers are split at underscores and at changes of case, so that `parse_url`, `UrlParser` and
the word "URL" in a comment all count for `url`. Which of these words set a file apart from the
others is decided later, over all files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mkdocs_repodoc.model.name_parts import PART
from mkdocs_repodoc.model.records import Term

MOST_TERMS = 40
"""How many terms of a file are kept."""
MOST_LINES = 5
"""How many lines of each term are kept."""
LONGEST_LINE = 5_000
"""Longer lines are data or minified code; their words say nothing."""

_LONGEST_TOKEN = 50
_SHORTEST_TERM = 3
_TOKEN = re.compile(r"[^\W\d]\w*")
_LETTERS = re.compile(r"[^\W\d_]+")


_STOP_WORDS = frozenset(
    """
    about above after again against all also although always among and another any anything are
    around away back because been before being below between both but came can cannot case come
    could did does doing don done down due during each either else even ever every everything few
    first for found from further gets getting give given goes going got had has have having her
    here hers him his how however http https into its itself just keep kept last later least less
    let like made make makes making many may maybe might more most much must need needed needs
    never new next non none nor not nothing now off old once one ones only onto other others our
    out over own per perhaps please possible rather same see seen several shall she should since
    some something soon still such sure take taken than that the their them then there these they
    thing things this those though three through thus too true false two under unless until upon
    use used uses using very via want wants was way ways well were what whatever when where
    whether which while who whole whose why will with within without would www yes yet you your
    com org net html todo fixme xxx noqa isn doesn didn won aren wasn couldn shouldn etc
    null nil undefined eol
    """.split()  # noqa: SIM905  # a list of words reads better than one of strings
)


def is_stop_word(word: str) -> bool:
    """Tell whether a word, in lower case, is one that says nothing of a text's subject."""
    return word in _STOP_WORDS


def count_terms(
    words: Iterable[tuple[str, int]], keywords: frozenset[str] = frozenset()
) -> tuple[Term, ...]:
    r"""Count the terms in stretches of text.

    Args:
        words: Identifiers, comments or paragraphs, each with the line it starts on; a `\n` inside
            a text moves on to the next line.
        keywords: Words of the language itself, lower case; they don't count.

    Returns:
        At most `MOST_TERMS` terms, the most frequent first. A plural is counted with its singular
        where the text has both.
    """
    tokens = _count_tokens(words)
    counts: dict[str, int] = {}
    lines: dict[str, list[int]] = {}
    for token, (count, *found) in tokens.items():
        for part in _split(token):
            if part in keywords:
                continue
            counts[part] = counts.get(part, 0) + count
            lines.setdefault(part, []).extend(found)
    _join_plurals(counts, lines)
    first = {term: min(found) for term, found in lines.items()}
    best = sorted(counts, key=lambda term: (-counts[term], first[term], term))[:MOST_TERMS]
    return tuple(_term(term, counts[term], lines[term]) for term in best)


def _term(text: str, count: int, lines: Iterable[int]) -> Term:
    distinct = sorted(set(lines))
    return Term(text, count, len(distinct), tuple(distinct[:MOST_LINES]))


def _count_tokens(words: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return for each token how often it occurs, followed by the lines it stands on."""
    tokens: dict[str, list[int]] = {}
    find = _TOKEN.findall
    for text, first_line in words:
        for line, row in enumerate(text.split("\n"), first_line):
            if len(row) > LONGEST_LINE:
                continue
            for token in find(row):
                entry = tokens.get(token)
                if entry is None:
                    tokens[token] = [1, line]
                else:
                    entry[0] += 1
                    if entry[-1] != line:
                        entry.append(line)
    return tokens


@lru_cache(maxsize=100_000)
def _split(token: str) -> tuple[str, ...]:
    if len(token) > _LONGEST_TOKEN:  # an encoded blob
        return ()
    # Regular expressions know the case of ASCII letters only.
    parts = (part.lower() for part in (PART if token.isascii() else _LETTERS).findall(token))
    return tuple(part for part in parts if len(part) >= _SHORTEST_TERM and part not in _STOP_WORDS)


def _join_plurals(counts: dict[str, int], lines: dict[str, list[int]]) -> None:
    plurals = [term for term in counts if term.endswith("s") and term[:-1] in counts]
    for plural in sorted(plurals, key=len, reverse=True):  # a singular may itself be a plural
        singular = plural[:-1]
        counts[singular] += counts.pop(plural)
        lines[singular] += lines.pop(plural)
