"""Answers to `changes`: files and symbols that were touched since a commit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mkdocs_repodoc.analysis.secret_rules import masked
from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.paths import is_below
from mkdocs_repodoc.pipeline.checks.found_secrets import is_withheld, masked_commit
from mkdocs_repodoc.pipeline.stores.earlier_outlines import EarlierFile, earlier_outlines
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import ChangesQuestion
from mkdocs_repodoc.query.subjects import normal_path, scope_path
from mkdocs_repodoc.query.symbol_changes import ChangedSymbol, Version, symbol_changes
from mkdocs_repodoc.query.unsettled import UnsettledError
from mkdocs_repodoc.sources.git_changes import ChangedPath, changes_since, contents
from mkdocs_repodoc.sources.git_process import GitError
from mkdocs_repodoc.text.source_text import decode

_NOTHING = Version((), ())


class ChangedFile(AnswerPart, frozen=True, kw_only=True):
    """A file that has changed.

    Attributes:
        path: Its path now, or what it was if it is gone.
        change: What happened to it.
        earlier_path: What its path was before it was renamed.
        symbols: The symbols that were touched, in source order, those that are gone last.
    """

    path: str
    change: Literal["added", "modified", "deleted", "renamed"]
    earlier_path: str = ""
    symbols: tuple[ChangedSymbol, ...] = ()


class CommitEntry(AnswerPart, frozen=True, kw_only=True):
    """A commit."""

    commit: str
    date: str
    author: str
    subject: str


class ChangesAnswer(Answer, frozen=True, kw_only=True):
    """What has changed between a commit and the files as they are.

    Attributes:
        since: The hash of that commit.
        commit_count: How many commits there are since then, of a folder or file if one is asked
            about; uncommitted changes are told as well.
        commits: The youngest of them.
        changed: The files, by path.
    """

    since: str = ""
    commit_count: int = 0
    commits: tuple[CommitEntry, ...] = ()
    changed: tuple[ChangedFile, ...] = ()


def changes(asked: AskedRepository, question: ChangesQuestion) -> ChangesAnswer:
    """Tell what has changed since a tag or commit.

    Raises:
        UnsettledError: Git does not know, or neither there nor here is such a folder or file.
    """
    scope = normal_path(asked, question.path)
    try:
        found = changes_since(asked.root, question.since, scope)
        wanted = [each for each in found.paths if _is_wanted(asked, each, scope)]
        some = portion(wanted, question, asked.state)
        earlier = _earlier(asked, some.entries)
    except GitError as error:
        raise UnsettledError(f"Git does not tell: {error}.") from error
    if not wanted and not found.commit_count:
        scope_path(asked, scope)
    return ChangesAnswer(
        question="changes",
        since=found.commit,
        commit_count=found.commit_count,
        commits=tuple(_commit(asked, each) for each in found.commits),
        changed=tuple(
            _changed(asked, each, before)
            for each, before in zip(some.entries, earlier, strict=True)
        ),
        total=some.total,
        next_cursor=some.next_cursor,
        note="" if wanted else "No documented file has changed.",
    )


def _commit(asked: AskedRepository, change: Change) -> CommitEntry:
    told = change if asked.settings.secrets == "publish" else masked_commit(change)
    return CommitEntry(commit=told.commit, date=told.date, author=told.author, subject=told.subject)


def _changed(asked: AskedRepository, each: ChangedPath, before: Version | None) -> ChangedFile:
    """Return what is told of a file; nothing of its symbols if what it held is left out."""
    is_open = asked.settings.secrets != "leave out"
    return ChangedFile(
        path=each.path if is_open else masked(each.path),
        change=each.change,
        earlier_path=each.earlier_path if is_open else masked(each.earlier_path),
        symbols=() if before is None else symbol_changes(before, _now(asked, each)),
    )


def _is_wanted(asked: AskedRepository, changed: ChangedPath, below: str) -> bool:
    """Tell whether a file is told of: what has gone elsewhere has changed where it was as well."""
    is_documented = changed.path in asked.repository.files or changed.change == "deleted"
    is_here = is_below(changed.path, below)
    return is_documented and (is_here or is_below(changed.earlier_path, below))


def _earlier(asked: AskedRepository, changed: Sequence[ChangedPath]) -> list[Version | None]:
    """Return what each file held at the commit; `None` if that is left out for its secrets."""
    had = [each for each in changed if each.earlier_blob]
    files = [
        EarlierFile(each.earlier_path or each.path, data)
        for each, data in zip(
            had, contents(asked.root, [each.earlier_blob for each in had]), strict=True
        )
    ]
    outlines = earlier_outlines(files, asked.settings, asked.cache)
    known = {
        each.path: None
        if is_withheld(file.path, outline, asked.settings)
        else Version(outline.symbols, decode(file.data).lines)
        for each, file, outline in zip(had, files, outlines, strict=True)
    }
    return [known.get(each.path, _NOTHING) for each in changed]


def _now(asked: AskedRepository, changed: ChangedPath) -> Version:
    file = asked.repository.files.get(changed.path)
    lines = asked.lines(changed.path) if file is not None else None
    if file is None or lines is None or changed.change == "deleted":
        return _NOTHING
    return Version(file.outline.symbols, lines)
