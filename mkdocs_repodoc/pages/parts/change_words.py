"""The stretch of history that rankings of files are made of, in words."""

from __future__ import annotations

import re

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.model.files import Change, ChangeWindow
from mkdocs_repodoc.model.inline import Inline, Phrase, WebLink
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.text.english import count, shortened

_FIX = re.compile(
    r"\b(?:fix(?:e[sd])?|fixing|bug(?:s|fix)?|regress\w*|crash\w*|race|deadlock|leaks?|broken)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:feat|docs|style|refactor|test|build|ci|chore)(?:\([^)]*\))?!?: ")
"""Begins a subject that says what else a commit is, by Conventional Commits."""
_SUBJECT = 90
"""Characters of a commit's subject."""


@derived
def _fixes_nothing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:typos?|lint\w*|spelling|grammar|format\w*|docs?|documentation|changelog|comments?"
        r"|warnings?|auto[- ]?fix\w*|install(?:er)? scripts?"
        rf"|builds?|ci|{known_tools.linting(english=False)})\b",
        re.IGNORECASE,
    )


def window_phrase(window: ChangeWindow) -> str:
    """Return which commits are counted, with the date of the first: `the last 90 commits (…)`."""
    commits = count(window.commits, "commit")
    if window.in_year == window.commits:
        return f"the {commits} of the last twelve months (the first on {window.since})"
    recent = f"{window.in_year:,} of them of the last twelve months"
    return f"the last {commits} (since {window.since}; {recent})"


def is_fix(change: Change) -> bool:
    """Tell whether the subject of a commit says that it mends what the software does."""
    subject = change.subject
    if _OTHER.match(subject):
        return False
    return _FIX.search(subject) is not None and _fixes_nothing().search(subject) is None


def subject_phrase(context: PageContext, change: Change) -> Phrase:
    """Return a commit's subject in quotation marks with its date, linked to the forge if known."""
    url = context.commit_url(change.commit)
    said = f"“{shortened(change.subject, _SUBJECT)}”"
    link: Inline = WebLink(said, url, change.commit) if url else said
    return (link, f" ({change.date})")
