"""The words that a file uses, as material for its concepts.

Identifiers are split at underscores and at changes of case, so that `parse_url`, `UrlParser` and
the word "URL" in a comment all count for `url`. Which of these words set a file apart from the
others is decided later, over all files.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable
from functools import lru_cache

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
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STOP_WORDS = _words("""
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
    """)
_C_FAMILY = _words("""
    auto bool break case catch char class const constexpr continue default define delete double
    else endif enum explicit extern final float for friend goto ifdef ifndef include inline int
    long mutable namespace noexcept nullptr operator override pragma private protected public
    register return short signed sizeof size_t static std string struct switch template this throw
    try typedef typename uint undef union unsigned using virtual void volatile wchar while
    """)
_SCRIPTS = _words("""
    abstract arguments async await boolean break case catch class const continue debugger default
    delete else enum export extends finally for function if implements import instanceof
    interface let module new null number object package private protected public readonly require
    return static string super switch this throw try type typeof undefined var void while yield
    """)
_SHELL = _words(
    "bin case echo elif else env esac eval exec exit export fi function local read return set "
    "shift source then unset usr"
)
_KEYWORDS: dict[str, frozenset[str]] = {
    "python": frozenset(
        {word.lower() for word in (*keyword.kwlist, *keyword.softkwlist, *dir(builtins))}
        | {"self", "cls", "args", "kwargs", "init", "typing", "annotations", "future", "optional"}
        | _words("append extend items keys values strip split join startswith endswith isinstance")
        | _words("returns returned raises raised param params")
    ),
    "c": _C_FAMILY,
    "java": _SCRIPTS | _C_FAMILY,
    "javascript": _SCRIPTS,
    "rust": _words(
        "bool box break const continue crate dyn else enum extern false fn for impl let loop "
        "match mod move mut none option pub ref return self some static str string struct super "
        "trait true type unsafe use usize vec where while"
    ),
    "go": _words(
        "bool break case chan const continue default defer else err error fallthrough for func "
        "goto import int interface map nil package range return select string struct switch type "
        "var"
    ),
    "ruby": _words(
        "alias begin break case class def defined do else elsif end ensure for if in module next "
        "nil redo require rescue retry return self super then undef unless until when while "
        "yield"
    ),
    "shell": _SHELL,
    "makefile": _SHELL | {"phony"},
    "dockerfile": _SHELL | _words("arg cmd copy entrypoint expose from run workdir"),
    "sql": _words(
        "add alter and begin char commit constraint create default delete drop exists foreign from "
        "index insert integer into join key null order primary references select set table text "
        "unique update values varchar view where"
    ),
    "css": _words("important webkit moz var"),
    "html": _words("body class div head href img link meta script span src style"),
}
_KEYWORDS |= dict.fromkeys(("c++", "cuda", "c#", "objective-c", "metal", "hlsl"), _C_FAMILY)
_KEYWORDS |= dict.fromkeys(("typescript", "tsx", "jsx"), _SCRIPTS)
_KEYWORDS |= {"cython": _KEYWORDS["python"] | _C_FAMILY, "jinja": _KEYWORDS["html"]}


def count_terms(words: Iterable[tuple[str, int]], language: str = "") -> tuple[Term, ...]:
    r"""Count the terms in stretches of text.

    Args:
        words: Identifiers, comments or paragraphs, each with the line it starts on; a `\n` inside
            a text moves on to the next line.
        language: Language whose keywords don't count.

    Returns:
        At most `MOST_TERMS` terms, the most frequent first. A plural is counted with its singular
        where the text has both.
    """
    tokens = _count_tokens(words)
    keywords = _KEYWORDS.get(language, frozenset())
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
    return tuple(
        Term(term, counts[term], tuple(sorted(set(lines[term]))[:MOST_LINES])) for term in best
    )


def _count_tokens(words: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return for each token how often it occurs, followed by the first lines it stands on."""
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
                    if len(entry) <= MOST_LINES and entry[-1] != line:
                        entry.append(line)
    return tokens


@lru_cache(maxsize=100_000)
def _split(token: str) -> tuple[str, ...]:
    if len(token) > _LONGEST_TOKEN:  # an encoded blob
        return ()
    # Regular expressions know the case of ASCII letters only.
    parts = (part.lower() for part in (_PART if token.isascii() else _LETTERS).findall(token))
    return tuple(part for part in parts if len(part) >= _SHORTEST_TERM and part not in _STOP_WORDS)


def _join_plurals(counts: dict[str, int], lines: dict[str, list[int]]) -> None:
    plurals = [term for term in counts if term.endswith("s") and term[:-1] in counts]
    for plural in sorted(plurals, key=len, reverse=True):  # a singular may itself be a plural
        singular = plural[:-1]
        counts[singular] += counts.pop(plural)
        lines[singular] += lines.pop(plural)
