"""Secrets in what is about to be published, and what the user wants done about them.

They are in files, in the names of files, tags and branches, and in what commits say, which pages
show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from mkdocs_repodoc.analysis.secret_rules import masked, tokens_in
from mkdocs_repodoc.errors import SecretsError
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory, Release, SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.path_patterns import fitting
from mkdocs_repodoc.text.english import with_rest
from mkdocs_repodoc.text.printable_text import terminal_line

REMEDY = "Revoke them and take them out of the repository and its history"
"""What messages recommend."""
_DIGITS = 12
"""Of a commit, as many as people compare by eye."""
_NAMED = 5
"""How many files a message names."""

Analysed = tuple[SourceFile, FileOutline, str]
"""A file, its outline and the key of its record."""


def found_secrets(
    files: Iterable[Analysed], settings: Settings
) -> Mapping[str, tuple[Secret, ...]]:
    """Return the files that seem to hold secrets, by path, but for those where that is allowed.

    Args:
        files: All files.
        settings: What is allowed, and what is to be done.

    Raises:
        SecretsError: There are some, and nothing is to be published then.
    """
    if settings.secrets == "publish":
        return {}
    is_allowed = fitting(settings.allowed_secrets)
    found = {
        source.path: secrets
        for source, outline, _ in files
        if (secrets := secrets_of(source.path, outline))
        if not is_allowed(source.path)
    }
    if found and settings.secrets == "fail":
        raise SecretsError(
            f"files seem to hold secrets: {named(found)}. {REMEDY}, or name the files in the "
            "option 'allowed_secrets'"
        )
    return found


def secrets_of(path: str, outline: FileOutline) -> tuple[Secret, ...]:
    """Return what looks like secrets in the name of a file, which is line 0, and in the file."""
    return (*(Secret(kind, 0) for kind in tokens_in(path)), *outline.secrets)


def is_withheld(path: str, outline: FileOutline, settings: Settings) -> bool:
    """Tell whether a file with some content is left out for the secrets in it."""
    return (
        settings.secrets == "leave out"
        and bool(secrets_of(path, outline))
        and not fitting(settings.allowed_secrets)(path)
    )


def masked_commit(change: Change) -> Change:
    """Return a commit whose words hold no tokens; the same one if there are none in them."""
    if not tokens_in(f"{change.subject}\n{change.author}"):
        return change
    subject, author = masked(change.subject), masked(change.author)
    return msgspec.structs.replace(change, subject=subject, author=author)


def without_secrets(
    history: GitHistory, settings: Settings
) -> tuple[GitHistory, tuple[Diagnostic, ...]]:
    """Return a history whose commits and names hold no tokens, and what there is to say of that.

    Args:
        history: What git knows.
        settings: What is allowed.
    """
    if settings.secrets == "publish":
        return history, ()
    found: set[str] = set()

    @cache  # many files have the same last commit
    def clean(change: Change) -> Change:
        without = masked_commit(change)
        if without is not change:
            found.add(change.commit[:_DIGITS])
        return without

    def clean_all(window: ChangeWindow) -> ChangeWindow:
        return msgspec.structs.replace(window, changes=tuple(map(clean, window.changes)))

    names = [history.branch, *(each.name for each in history.releases)]
    told = [terminal_line(masked(name)) for name in names if tokens_in(name)]
    known = msgspec.structs.replace(
        history,
        branch=masked(history.branch),
        last_changes={path: clean(change) for path, change in history.last_changes.items()},
        window=clean_all(history.window),
        past=clean_all(history.past),
        releases=tuple(Release(masked(each.name), each.date) for each in history.releases),
    )
    commits = sorted(found)
    problems = (
        *_masked_problem("Messages of commits", commits),
        *_masked_problem("Names of tags or of the branch", told),
    )
    return (known, problems) if problems else (history, ())


def _masked_problem(what: str, found: Sequence[str]) -> Iterator[Diagnostic]:
    if found:
        said = with_rest(", ".join(found[:_NAMED]), len(found) - _NAMED)
        message = f"{what} seem to hold secrets, which pages mask: {said}. {REMEDY}"
        yield Diagnostic("warning", "", 0, message)


def named(found: Mapping[str, Sequence[Secret]]) -> str:
    """Return a list of files with the kinds and lines of their secrets, not the values.

    Args:
        found: At least one file.
    """
    listed = [
        f"{_where(path, secrets[0].line)} ({secrets[0].kind})"
        for path, secrets in list(found.items())[:_NAMED]
    ]
    total = sum(map(len, found.values()))
    return with_rest(", ".join(listed), total - len(listed))


def _where(path: str, line: int) -> str:
    """Return where a secret is; line 0 is the name of the file itself."""
    shown = terminal_line(masked(path))
    return f"{shown}:{line}" if line else f"the name of {shown}"
