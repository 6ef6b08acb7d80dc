"""Discovery of the files to document.

In a git work tree those that git tracks; elsewhere all that the `.gitignore` files do not exclude.
Nothing else ever reaches the site: where git should know but cannot say, that is an error, since
a guess might publish a file that nobody meant to. Files are read one at a time; links are never
followed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.paths import ancestors, folder_of, name_of
from mkdocs_repodoc.processes.isolation import repository
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git
from mkdocs_repodoc.sources.compiler_outputs import LONGEST, output_folders
from mkdocs_repodoc.sources.deep_paths import is_too_deep, too_deep
from mkdocs_repodoc.sources.file_origin import ATTRIBUTES
from mkdocs_repodoc.sources.path_patterns import fitting
from mkdocs_repodoc.sources.read_files import EXECUTABLE, Candidate, read_file
from mkdocs_repodoc.sources.seen_files import SeenFiles
from mkdocs_repodoc.sources.untracked_files import untracked_files

_NAMED = 3
"""How many missing files a diagnostic names."""
_CONTENT = frozenset({"", "100644", EXECUTABLE})
"""Modes of files with content of their own."""


class Discovery(NamedTuple):
    """The documented files, and what was odd about the others."""

    files: tuple[SourceFile, ...]
    """Sorted by path."""
    diagnostics: tuple[Diagnostic, ...]
    looked_at: tuple[str, ...]
    """Paths of all that was to be documented, also of what is not there now, or no file."""


def discover(settings: Settings, seen: SeenFiles | None = None) -> Discovery:
    """Find the files to document.

    Args:
        settings: Where to look, and what to leave out.
        seen: The files as an earlier look has found them; takes what this one finds.

    Returns:
        The files with their kind, language and digest.

    Raises:
        SettingsError: If the root is no folder, git does not say what it tracks, a pattern is
            wrong, or nothing is left to document.
    """
    root = settings.root
    if not root.is_dir():
        problem = "is not a folder" if root.exists() else "does not exist"
        raise SettingsError("root", f"'{root}' {problem}")
    files: list[SourceFile] = []
    diagnostics: list[Diagnostic] = []
    missing: list[str] = []
    chosen = tuple(_chosen(settings))
    deep = [each.path for each in chosen if is_too_deep(each.path)]
    candidates = [each for each in chosen if not is_too_deep(each.path)]
    contents = (each.path for each in candidates if each.mode in _CONTENT)
    outputs = output_folders(contents, partial(_beginning, root))
    seen = seen or SeenFiles()
    seen.look()
    for candidate in candidates:
        try:
            file = read_file(root, candidate, outputs, seen)
        except FileNotFoundError:
            missing.append(candidate.path)
            continue
        except OSError as error:
            file = _unreadable(root, candidate.path)
            message = f"The file cannot be read ({error.strerror}); only its metadata is shown."
            diagnostics.append(Diagnostic("warning", candidate.path, 0, message))
        if file is not None:
            files.append(file)
    if missing:
        diagnostics.append(_missing(missing))
    if deep:
        diagnostics.append(too_deep(deep))
    if withheld := _withheld_commits(root):
        diagnostics.append(withheld)
    if not files:
        raise SettingsError("root", f"'{root}' contains no files to document; {_advice(settings)}")
    return Discovery(tuple(files), tuple(diagnostics), tuple(each.path for each in candidates))


def _chosen(settings: Settings) -> Iterator[Candidate]:
    """Yield the files that neither the user nor the site itself leaves out."""
    is_included = _fitting("include", settings.include)
    is_excluded = _fitting("exclude", settings.exclude)
    own = _own_paths(settings.root, settings.site_paths)
    for candidate in _candidates(settings.root):
        path = candidate.path
        if _is_own(path, own) or is_excluded(path):
            continue
        if not settings.include or is_included(path):
            yield candidate


def _advice(settings: Settings) -> str:
    if settings.include or settings.exclude:
        return "check the options 'include' and 'exclude'"
    if git.top_level(settings.root):
        return "only files that git tracks are documented (`git add` them)"
    return "all files there are ignored or belong to the site itself"


def _missing(paths: list[str]) -> Diagnostic:
    names = ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    files = "1 tracked file is" if len(paths) == 1 else f"{len(paths)} tracked files are"
    message = f"{files} not in the working tree and not documented: {names}"
    return Diagnostic("info", paths[0] if len(paths) == 1 else "", 0, message)


def _withheld_commits(root: Path) -> Diagnostic | None:
    try:
        found = git.withheld_commits(root)
    except git.GitError:
        return None
    message = (
        f"Commits are not told: by {found} in git's folder, they may be another repository's. "
        "If they are yours, name the work tree as safe.directory in the configuration of git of "
        "your account."
    )
    return Diagnostic("info", "", 0, message) if found else None


def _fitting(option: str, patterns: Iterable[str]) -> Callable[[str], bool]:
    try:
        return fitting(patterns)
    except (ValueError, re.error) as error:
        raise SettingsError(option, f"is not a gitignore pattern: {error}") from error


def _own_paths(root: Path, site_paths: Iterable[Path]) -> frozenset[str]:
    """Return the site's own input and output as paths relative to the root."""
    tops = {root.absolute(), root.resolve()}
    spelled = [each for path in site_paths for each in (path.absolute(), path.resolve())]
    own = {
        path.relative_to(top).as_posix()
        for path in spelled
        for top in tops
        if path.is_relative_to(top)
    }
    return frozenset(own - {"."})


def _is_own(path: str, own: frozenset[str]) -> bool:
    return bool(own) and any(each in own for each in (path, *ancestors(path)))


def _candidates(root: Path) -> Iterator[Candidate]:
    try:
        entries = git.tracked(root)
    except git.GitError as error:
        if repository(root) is not None:
            problem = f"git can't list the tracked files of '{root}': {error}"
            raise SettingsError("root", problem) from error
        yield from map(Candidate, untracked_files(root))
        return
    has_attributes = any(name_of(entry.path) == ".gitattributes" for entry in entries)
    marks = git.attributes(root, tuple(ATTRIBUTES)) if has_attributes else {}
    linked: dict[str, bool] = {"": False}
    for entry in entries:
        if is_too_deep(entry.path):
            yield Candidate(entry.path)
        elif not _below_link(root, folder_of(entry.path), linked):
            yield Candidate(entry.path, entry.mode, entry.blob, marks.get(entry.path, {}))


def _below_link(root: Path, folder: str, known: dict[str, bool]) -> bool:
    """Whether a link has taken a tracked folder's place: git sees its files as deleted."""
    if folder not in known:
        above = _below_link(root, folder_of(folder), known)
        known[folder] = above or (root / folder).is_symlink()
    return known[folder]


def _beginning(root: Path, path: str) -> str:
    """Return the text at the beginning of a file, or nothing of what is no file of its own."""
    file = root / path
    try:
        if file.is_symlink() or not file.is_file():
            return ""
        with file.open("rb") as stream:
            return stream.read(LONGEST).decode("utf-8", "replace")
    except OSError:
        return ""  # reported as a file that cannot be read


def _unreadable(root: Path, path: str) -> SourceFile | None:
    """Return what is known of a file without its content; it is shown like binary data."""
    try:
        size = (root / path).lstat().st_size
    except OSError:
        return None
    return SourceFile(path, "binary", "binary", size, hashlib.sha256(b"").hexdigest())
