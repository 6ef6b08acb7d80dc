"""Files as discovery finds them, before anybody has looked inside."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.model.clues import Clue

FileKind = Literal["text", "binary", "image", "symlink", "submodule", "lfs"]
UNREAD_KINDS: frozenset[FileKind] = frozenset({"symlink", "submodule", "binary", "lfs"})
"""Kinds of files that hold no text of their own: nobody looks inside."""
Origin = Literal["", "generated", "compiled", "vendored", "lock file"]
"""Where a file comes from that nobody wrote for this repository; empty for all others."""


class SourceFile(msgspec.Struct, frozen=True):
    """One documented file."""

    path: str
    """Path relative to the repository's root, `/`-separated; bytes that are no UTF-8 are
    carried as surrogates, so that the file can still be opened."""
    kind: FileKind
    language: str
    """Lower-case name of the language or format (`python`, `c++`, `toml`, `text`, …)."""
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of the content, hexadecimal."""
    target: str = ""
    """Where a symlink points to, as written in it; the commit of a submodule."""
    origin: Origin = ""
    origin_evidence: tuple[Clue, ...] = ()
    """What shows the origin."""
    executable: bool = False
    """Whether its mode lets it be started by its path."""

    @property
    def is_made(self) -> bool:
        """Whether a program has written it: a generator, or a compiler."""
        return self.origin in {"generated", "compiled"}


class Change(msgspec.Struct, frozen=True):
    """The last commit that touched a file."""

    commit: str
    author: str
    date: str
    """ISO 8601, the committer's date: `2026-11-23`."""
    subject: str


class Release(msgspec.Struct, frozen=True):
    """A version that a tag of git names."""

    name: str
    """As the tag has it: `v1.2.0`."""
    date: str
    """ISO 8601: of the tag, or of its commit where the tag is nothing but a name."""


class ChangeWindow(msgspec.Struct, frozen=True):
    """The commits of the last twelve months before the youngest, at least twenty; no merges."""

    since: str = ""
    """Date of the oldest of them, ISO 8601."""
    commits: int = 0
    counts: dict[str, int] = {}
    """Path → how many of them touched the file."""
    together: dict[str, dict[str, int]] = {}
    """Path → other path → how many of them touched both."""
    in_year: int = 0
    """How many of them are of the twelve months: all, unless these have fewer than twenty."""
    changes: tuple[Change, ...] = ()
    """The youngest of them, at most a thousand, the youngest first."""
    touched: dict[str, tuple[int, ...]] = {}
    """Path → which of `changes` touched the file, the youngest first."""


class GitHistory(msgspec.Struct, frozen=True):
    """What git knows about the repository; all empty outside git."""

    revision: str = ""
    """Full hash of the commit that is checked out."""
    branch: str = ""
    last_changes: dict[str, Change] = {}
    """Path → the last commit that touched it."""
    co_changes: dict[str, dict[str, int]] = {}
    """Path → other path → number of recent commits that touched both."""
    window: ChangeWindow = ChangeWindow()
    """The commits that tell how often each file changes now."""
    past: ChangeWindow = ChangeWindow()
    """The last thousand commits, for software that hardly changes any more."""
    activity: dict[str, int] = {}
    """Month (`2026-11`) → number of commits."""
    releases: tuple[Release, ...] = ()
    """The versions up to the commit, the youngest first."""
