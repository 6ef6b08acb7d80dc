"""Commits that added an entry of a list, or an heir of a type: what they touched goes with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.changing.named_alike import distinguishing
from mkdocs_repodoc.insight.changing.past_subjects import name_runs
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.recent_additions import is_clear_addition
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import subject_phrase

_SHORTEST = 3
"""Letters of an entry that a subject names, which no other word has."""
_ADDS = re.compile(
    r"(?:feat(?:\([^)]*\))?!?: |[\w/.-]+: )?(?:add(?:s|ed)?|implement(?:s|ed)?|introduced?|new)\s+"
    r"(?:(?:an?|the|new|support for)\s+)*(?P<what>\S.*)",
    re.IGNORECASE,
)
"""A subject that says what was added, without a word on how or to what end."""
_BEHIND = re.compile(r"\s+\(#\d+\)$|[\s.!]+$")
_KIND = re.compile(r"\s+(?:option|flag|command|setting|field|member)$", re.IGNORECASE)
_SIGN = re.compile(r"[^a-z0-9]+")


def addition_of_entry(view: BookView, path: str, names: Iterable[str]) -> Phrase:
    """Return the sentence on the youngest commit that adds one entry and nothing beside it.

    Args:
        view: The book.
        path: The file of the list, which the commit touched.
        names: The entries.
    """
    past = view.context.repository.history.past
    wanted = {name for each in names if len(name := _plain(each)) >= _SHORTEST}
    for number in past.touched.get(path, ()):
        is_entry = _plain(_added(past.changes[number].subject)) in wanted
        if is_entry and (said := _followed(view, number)):
            return said
    return ()


def addition_of_heir(view: BookView, heirs: Sequence[SymbolRef]) -> Phrase:
    """Return the sentence on the youngest commit that began the file of one heir, and names it.

    Args:
        view: The book.
        heirs: Types that are made from one; those that share a file are passed over.
    """
    past = view.context.repository.history.past
    in_file = Counter(each.path for each in heirs)
    names = {ref: view.context.repository.symbol(ref).bare_name for ref in heirs}
    cores = [each for each in distinguishing(names.values()) if len(each) >= _SHORTEST]
    began: list[int] = []
    for ref in heirs:
        touched = past.touched.get(ref.path, ())
        if touched and in_file[ref.path] == 1:
            added = _ADDS.match(past.changes[max(touched)].subject)
            said = name_runs(added["what"]) if added is not None else ()
            if any(each in said and each in _plain(names[ref]) for each in cores):
                began.append(max(touched))
    return next((model for number in sorted(began) if (model := _followed(view, number))), ())


def _added(subject: str) -> str:
    """Return the whole of what a subject says was added: `Add a --flag option` → `--flag`."""
    match = _ADDS.match(subject)
    return _KIND.sub("", _BEHIND.sub("", match["what"])) if match is not None else ""


def _plain(name: str) -> str:
    return _SIGN.sub("", name.lower())


def _followed(view: BookView, number: int) -> Phrase:
    """Return the sentence on a commit, if its files are those of an addition."""
    files = view.context.repository.files
    change = view.context.repository.history.past.changes[number]
    paths = view.changes.past_subjects.paths.get(number, ())
    if not is_clear_addition(view, change, paths):
        return ()
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
    return (" A commit to follow, which added one: ", *subject, ": ", *touched, ".")
