"""The commits to one file: how many, with which others, and what they were about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nlargest

from mkdocs_repodoc.insight.changing.change_themes import telling
from mkdocs_repodoc.insight.hot_spots import HotSpot
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.files import Change, ChangeWindow
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import is_fix, subject_phrase
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_OLDER_DAYS = 366
"""Days by which the commits that are counted begin before those of a file, for a word on it."""
_TOGETHER = 3
"""Commits at least that change two files together, for that to be said."""


def commits_phrase(view: BookView, spot: HotSpot) -> Phrase:
    """Return the sentence on how many commits touched a file: lately, and of all that are known."""
    window, past = view.context.insight.risk_window, view.context.repository.history.past
    said = count(spot.commits, "commit")
    if window.in_year < window.commits and window.touched:
        recent = sum(1 for each in window.touched.get(spot.path, ()) if each < window.in_year)
        said += f", {recent:,}" if recent else ", none"
        said += " of them in the last twelve months"
    ever = past.counts.get(spot.path, 0)
    if window is not past and past.commits > window.commits and ever:
        known = f"since {past.since}{_first_known(past, spot.path)}"
        said += f", and {ever:,} of the last {past.commits:,} ({known})"
    return (f"{said}.",)


def _first_known(past: ChangeWindow, path: str) -> str:
    """Return when a file was first touched, where the commits that are known begin long before.

    Few of all commits may only mean that a file is young.
    """
    touched = past.touched.get(path, ())
    if not touched or len(past.changes) < past.commits:
        return ""
    first = date.fromisoformat(past.changes[max(touched)].date)
    is_later = (first - date.fromisoformat(past.since)).days >= _OLDER_DAYS
    return f"; its first is of {first}" if is_later else ""


def file_history(view: BookView, path: str, most: int, told: set[str]) -> Sequence[Phrase]:
    """Return the sentences on what has changed with a file, its fixes and its other commits.

    Args:
        view: The book.
        path: The file.
        most: Subjects of commits that are no fixes.
        told: Commits that are told elsewhere; those that are told here are added.
    """
    fixes = _fixes(view, path)
    others = _others(view, path, most, told)
    among = "Among its other commits: " if fixes else "Among its commits: "
    return (_together(view, path), fixes, (among, *others, ".") if others else ())


def _together(view: BookView, path: str) -> Phrase:
    files = view.context.repository.files
    partners = {
        other: number
        for other, number in view.context.insight.risk_window.together.get(path, {}).items()
        if number >= _TOGETHER and other in files and files[other].role in CODE_ROLES
    }
    together = nlargest(
        book_caps.BOOK_CHANGED_TOGETHER, partners, key=lambda other: (partners[other], other)
    )
    links: list[Phrase] = [
        (
            page_links.to_file(view.context, other, text=view.file_name(other)),
            f" in {partners[other]} of its commits" if each == 0 else f" in {partners[other]}",
        )
        for each, other in enumerate(together)
    ]
    return ("It has changed together with ", *some(links), ".") if links else ()


def _changes(view: BookView, path: str) -> list[Change]:
    """Return the commits of the window that touched a file, the youngest first."""
    window = view.context.insight.risk_window
    return [window.changes[each] for each in window.touched.get(path, ())]


def _fixes(view: BookView, path: str) -> Phrase:
    """Return the sentence on how many of a file's commits mend something, by their subjects."""
    changes = _changes(view, path)
    fixes = [change for change in changes if is_fix(change)]
    if not fixes:
        return ()
    said = "1 commit is a fix by its subject: "
    if len(fixes) > 1:
        said = f"{len(fixes):,} commits are fixes by their subjects, the last: "
    return (said, *_subjects(view, telling(fixes)[: book_caps.BOOK_FIXES]), ".")


def _others(view: BookView, path: str, most: int, told: set[str]) -> Phrase:
    """Return the latest commits to a file that mend nothing and are not told yet."""
    changes = [each for each in telling(_changes(view, path)) if not is_fix(each)]
    shown = [each for each in changes if each.commit not in told or not each.commit][:most]
    told.update(each.commit for each in shown)
    return _subjects(view, shown)


def _subjects(view: BookView, changes: Sequence[Change]) -> Phrase:
    return joined([subject_phrase(view.context, each) for each in changes])
