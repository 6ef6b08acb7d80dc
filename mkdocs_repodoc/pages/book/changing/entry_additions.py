"""Commits that, by their subjects, are on one entry of a list: what they touched goes with each."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.insight.changing.named_alike import distinguishing
from mkdocs_repodoc.insight.changing.past_subjects import name_runs
from mkdocs_repodoc.insight.statistics import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.recent_additions import is_clear_addition, without_verb
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import subject_phrase

_SHORTEST = 3
"""Letters of an entry that a subject names, which no other word has."""
_LEAST_FILES = 2
_RARE = 8
"""Commits whose subjects have a word that is the name of one thing."""


def addition_of_entry(view: BookView, path: str, names: Iterable[str]) -> Phrase:
    """Return the sentence on the youngest commit that adds something and names an entry.

    Args:
        view: The book.
        path: The file of the list, which the commit touched.
        names: The entries.
    """
    subjects = view.past_subjects
    past = view.context.repository.history.past
    cores = frozenset(each for each in distinguishing(names) if len(each) >= _SHORTEST)
    for number in past.touched.get(path, ()):
        change = past.changes[number]
        named = cores.intersection(name_runs(without_verb(change.subject)))
        if not any(subjects.names[each] <= _RARE for each in named):
            continue
        paths = subjects.paths.get(number, ())
        if len(paths) >= _LEAST_FILES and is_clear_addition(view, change, paths):
            files = view.context.repository.files
            order = sorted(
                paths,
                key=lambda each: (
                    files[each].role not in CODE_ROLES,
                    files[each].role not in TEST_ROLES,
                    each,
                ),
            )
            links = [page_links.to_file(view.context, each) for each in order]
            touched = some(links, "file", book_caps.ADDITION_FILES)
            subject = subject_phrase(view.context, change)
            return (" A commit to follow, which names one: ", *subject, ": ", *touched, ".")
    return ()
