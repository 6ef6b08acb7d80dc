"""Late additions as examples to follow: which files the commits that added something touched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.changing.change_themes import is_routine
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.known_tools import any_of
from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase
from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import subject_phrase

_MOST_FILES = 14
"""Files of a commit that adds one thing."""
_LEAST_FILES = 3
_ADDS = re.compile(
    r"(?:feat(?:\([^)]*\))?!?:|(?:[\w/.-]+: )?(?:add(?:s|ed)?|support|implement|introduce|allow|"
    r"enable|new|expose|provide)\b)",
    re.IGNORECASE,
)
"""Subjects of commits that add something."""
_OTHER = re.compile(
    r"(?:[\w/.-]+(?:\([^)]*\))?!?: )?(?:fix|refactor|remove|rename|revert|move|clean|drop|simplify|"
    r"tweak|typo|chore|style|test|docs?|update|upgrade|use|replace|extract|convert|deprecate|"
    r"switch|migrate|do(?:n't| not)|avoid|improve|address|make|correct|moderni[sz]e)\w*\b",
    re.IGNORECASE,
)
"""Subjects of commits that change what is there."""


@derived
def _titles() -> str:
    """Return a pattern of the names of languages, whose versions commits mention."""
    return any_of(frozenset(re.escape(each.title) for each in LANGUAGES.values()))


@derived
def _chores() -> re.Pattern[str]:
    """Return what matches names of what changes nothing in the software."""
    return re.compile(
        rf"\b(?:tests? (?:for|of|that|case)|{known_tools.linting(english=True)}|lint\w*|style"
        r"|typings?|ci|coverage|type[- ]?check\w*|(?:support|allow)(?: for)? [\w.-]+ v?\d[\d.]*"
        rf"|{_titles()} \d|initial|first commit|^begin|dependenc\w+|benchmarks?)\b",
        re.IGNORECASE,
    )


def recent_additions(view: BookView) -> tuple[Block, ...]:
    """Return the latest commits that added something, each with the files that it touched."""
    touched = _touched(view)
    changes = view.context.repository.history.window.changes
    told = {_latest_addition(view, each) for each in view.told}
    found = [
        (_ADDS.match(changes[number].subject) is None, number)
        for number, paths in touched.items()
        if number not in told and _is_addition(view, changes[number], paths)
    ]
    items = tuple(
        Item(_addition(view, changes[number], touched[number]))
        for _, number in sorted(found)[: book_caps.BOOK_ADDITIONS]
    )
    title = "Further examples to follow: what late commits touched, additions first"
    title = title if told - {None} else title.replace("Further examples", "Examples")
    return (Items(items, title=title),) if items else ()


def addition_to(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the latest commit that added something to a component, most of all."""
    number = _latest_addition(view, component)
    if number is None:
        return ()
    change = view.context.repository.history.window.changes[number]
    return ("An example to follow: ", *_addition(view, change, _touched(view)[number]))


def _latest_addition(view: BookView, component: Component) -> int | None:
    """Return the number of the latest commit that added something to a component, most of all."""
    changes = view.context.repository.history.window.changes
    return min(
        (
            number
            for number, paths in _touched(view).items()
            if component == _most_touched(view, paths)
            and _ADDS.match(changes[number].subject)
            and _is_addition(view, changes[number], paths)
        ),
        default=None,
    )


def _most_touched(view: BookView, paths: list[str]) -> Component | None:
    """Return the component that has most of some files; of several the largest."""
    counts = Counter(view.owner[path].path for path in paths if path in view.owner)
    return max(
        (view.parts[path] for path in counts),
        key=lambda part: (counts[part.path], part.lines, part.path),
        default=None,
    )


def _touched(view: BookView) -> dict[int, list[str]]:
    """Return the files of each commit of the window, by its number."""
    found: dict[int, list[str]] = {}
    for path, numbers in view.context.repository.history.window.touched.items():
        for number in numbers:
            found.setdefault(number, []).append(path)
    return found


def is_clear_addition(view: BookView, change: Change, paths: Sequence[str]) -> bool:
    """Tell whether a commit adds one thing to the software, by its subject and its files."""
    return bool(without_verb(change.subject)) and _is_addition(view, change, paths)


def without_verb(subject: str) -> str:
    """Return what a subject says was added: `Add a flag` → ` a flag`; empty if it adds nothing."""
    match = _ADDS.match(subject)
    return subject[match.end() :] if match is not None else ""


def _is_addition(view: BookView, change: Change, paths: Sequence[str]) -> bool:
    """Tell whether a commit adds one thing to the software: code, and tests or documents of it."""
    if not _LEAST_FILES <= len(paths) <= _MOST_FILES or is_routine(change):
        return False
    if _OTHER.match(change.subject) or _chores().search(change.subject):
        return False
    roles = {view.context.repository.files[path].role for path in paths}
    return bool(roles & CODE_ROLES) and bool(roles & (TEST_ROLES | {"documentation"}))


def _addition(view: BookView, change: Change, paths: list[str]) -> Phrase:
    files = view.context.repository.files
    order = sorted(
        paths,
        key=lambda path: (
            files[path].role not in CODE_ROLES,
            files[path].role not in TEST_ROLES,
            path,
        ),
    )
    links = [page_links.to_file(view.context, path) for path in order]
    return (*subject_phrase(view.context, change), ": ", *some(links, "file", _MOST_FILES), ".")
