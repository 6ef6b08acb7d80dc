"""Themes of changes: what the subjects of commits, read together, say that they were about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.common_tools import HOOKS_SERVICE
from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.text.terms import is_stop_word

_CONVENTIONAL = re.compile(r"(?P<kind>[a-z]{2,12})(?:\((?P<scope>[^)]+)\))?!?: \S")
"""The head of a subject by the convention of conventional commits."""
_USUAL = frozenset(
    {
        "feat", "fix", "perf", "refactor", "docs", "doc", "test", "tests", "build", "ci",
        "chore", "style", "revert", "deps",
    }
)  # fmt: skip
"""Kinds of that convention; other words before a colon name a part of the software."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]{2,}")
_VERBS = frozenset(
    """
    add added adds allow allows avoid bump change changed changes check clean cleanup code doc docs
    correct create delete disable drop enable ensure exclude expose file files fix fixed fixes
    handle handling ignore implement implemented improve improved include introduce issue method
    migrate minor modify move moved name option options raise refactor release remove removed
    rename replace restore return revert rework rewrite separate set show simplify support
    supported switch test testing tests tweak tweaks type types typo unused update updated
    updates value version warning work
    """.split()  # noqa: SIM905  # a list of words reads better than one of strings
)
"""Words that subjects are made of whatever they are about."""
_LEAST = 3
"""Subjects in which a word stands, for it to be a theme."""
_LEAST_SHARE = 0.04
_LEAST_CONVENTIONAL = 0.4
"""Share of the subjects that keep the convention, for kinds to be told."""
MOST_WORDS = 6
_LEAST_WORDS = 2
"""One word alone that recurs is an accident."""


@derived
def _routine() -> re.Pattern[str]:
    """Return what matches subjects that say nothing of what the software does."""
    return re.compile(
        r"(?:build|chore|ci)(?:\([^)]*\))?: bump\b|bump\b|merge\b|v?\d+(?:\.\d+)+\b"
        rf"|\[{re.escape(HOOKS_SERVICE)}\]"
        r"|prepare(?:d)? (?:for )?release\b|release\b|back to development\b"
        r"|(?:start|begin) (?:(?:development|work) (?:of|on) |the )?(?:version |v)?\d"
        r"|(?:actually )?(?:update|set|change) (?:the )?version\b"
        r"|(?:update|add|edit)s? (?:the )?"
        r"(?:changelog|changes|history|contributors|authors|[\w-]+\.lock|dependenc|deps\b)"
        r"|address (?:\w+ ){0,3}(?:review|feedback|comments)|apply suggestions\b|format code\b"
        rf"|(?:fix|make|run) (?:\w+ )?(?:lint|linter|{known_tools.linting(english=True)})\b",
        re.IGNORECASE,
    )


class Themes(NamedTuple):
    """What a number of commits were about."""

    kinds: tuple[tuple[str, int], ...]
    """Kinds of changes by the convention, with how many commits are of each, the most first."""
    words: tuple[tuple[str, int], ...]
    """Words that recur in the subjects, with how many have each, the most first."""


def is_routine(change: Change) -> bool:
    """Tell whether a commit only keeps things in order: a release, a dependency, a changelog."""
    return _routine().match(change.subject) is not None


def telling(changes: Iterable[Change]) -> list[Change]:
    """Return the commits that change what the software does, each subject once."""
    found: dict[str, Change] = {}
    for change in changes:
        if not is_routine(change):
            found.setdefault(change.subject.lower(), change)
    return list(found.values())


def themes(changes: Sequence[Change]) -> Themes:
    """Return what the subjects of commits have in common."""
    kinds: Counter[str] = Counter()
    words: Counter[str] = Counter()
    told = telling(changes)
    for change in told:
        match = _CONVENTIONAL.match(change.subject)
        if match is not None and match["kind"] in _USUAL:
            kinds[match["kind"]] += 1
        words.update(_words(change.subject))
    is_kept = kinds.total() > _LEAST_CONVENTIONAL * len(told)
    least = max(_LEAST, _LEAST_SHARE * len(told))
    recurring = sorted(
        ((word, number) for word, number in words.items() if number >= least),
        key=lambda each: (-each[1], each[0]),
    )
    shown = recurring[:MOST_WORDS] if len(recurring) >= _LEAST_WORDS else ()
    marked = sorted(kinds.items(), key=lambda each: (-each[1], each[0]))
    return Themes(tuple(marked) if is_kept else (), tuple(shown))


def _words(subject: str) -> set[str]:
    """Return the telling words of a subject, the plural as the singular."""
    match = _CONVENTIONAL.match(subject)
    if match is not None and match["kind"] in _USUAL:
        subject = f"{match['scope'] or ''} {subject.partition(': ')[2]}"
    found = {word.lower() for word in _WORD.findall(subject)}
    kept = {word for word in found if word not in _VERBS and not is_stop_word(word)}
    return {_singular(word) for word in kept}


def _singular(word: str) -> str:
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural and len(word) > len("yes") else word
