"""Reasons why a file is risky beside its size: users outside, state, tests that wait, its age."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.changing.shared_state import shared_state
from mkdocs_repodoc.insight.flows.entries.public_entries import main_packages
from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.text.english import count

_WAITS = re.compile(r"\b(?:sleep|setTimeout|delay|usleep|waitFor|wait_for)\s*\((?!\s*(?:0\s*)?\))")
"""A call by which a test waits for time to pass, or for something to happen."""
_LEAST_WAITS = 5
_OLDER_DAYS = 366
"""Days by which the commits that are counted begin before those of a file, for a word on it."""
_DAYS = (365, 30, 1)


def risk_reasons(view: BookView, path: str) -> Phrase:
    """Return the sentences on who outside depends on a file, its state, its tests and its age."""
    return (*_offered(view, path), *_state(view, path), *_timed(view, path), *_younger(view, path))


def _offered(view: BookView, path: str) -> Phrase:
    """Return the sentence on what a main package exports of a file."""
    for file in main_packages(view.context.repository):
        exported = view.context.exports(file.path).values() if file.path != path else ()
        refs = [each for each in dict.fromkeys(exported) if each.path == path and not each.is_file]
        if refs:
            shown = some([view.to_symbol(ref) for ref in refs], "name", book_caps.OFFERED_NAMES)
            link = page_links.to_file(view.context, file.path, text=view.file_name(file.path))
            return (" ", link, " exports ", *shown, " from it.")
    return ()


def _state(view: BookView, path: str) -> Phrase:
    """Return the sentence on the variables outside of functions that change."""
    lines = view.context.read_text(path).lines
    found = shared_state(view.context.repository, path, lines)
    parts: list[Phrase] = []
    for ref in found:
        line = view.context.repository.symbol(ref).name_line
        place = page_links.to_line(view.context, path, line, text=f"line {line}")
        parts.append((view.to_symbol(ref), " (", place, ")"))
    if not parts:
        return ()
    listed = some(parts, "variable", book_caps.OFFERED_NAMES)
    return (" It keeps state for the whole process in ", *listed, ".")


def _timed(view: BookView, path: str) -> Phrase:
    """Return the sentence on tests of a file that wait for time to pass."""
    found: list[tuple[int, str, int]] = []
    for test in view.context.repository.links.tests_of.get(path, ()):
        lines = view.context.read_text(test).lines
        waits = [number for number, line in enumerate(lines, 1) if _WAITS.search(line)]
        if len(waits) >= _LEAST_WAITS:
            found.append((len(waits), test, waits[0]))
    if not found:
        return ()
    number, test, first = max(found)
    said: list[Inline] = [" Tests of it wait for time or events: "]
    line = page_links.to_line(view.context, test, first, text=f"{view.file_name(test)}:{first}")
    said += [f"{count(number, 'line')} of ", page_links.to_file(view.context, test)]
    return (*said, ", the first at ", line, ".")


def _younger(view: BookView, path: str) -> Phrase:
    """Return the sentence on the age of a file, where the commits that are known begin long before.

    All known commits are asked, not those of the last months: these say nothing of a file's age.
    """
    past = view.context.repository.history.past
    touched = past.touched.get(path, ())
    if not touched or not past.since or len(past.changes) < past.commits:
        return ()
    first = past.changes[max(touched)].date
    if _days(first) - _days(past.since) < _OLDER_DAYS:
        return ()
    known = count(past.commits, "commit")
    said = f" Of the last {known} (since {past.since}) the first that touched it under this name"
    return (f"{said} is of {first}; an earlier name, if it had one, is not counted.",)


def _days(date: str) -> int:
    """Return about how many days a date is after the year 0."""
    return sum(int(part) * days for part, days in zip(date.split("-"), _DAYS, strict=True))
