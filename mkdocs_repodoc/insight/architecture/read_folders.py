"""Folders of texts and data that the code reads by their names: templates, tables, translations.

They are a part of the software, though nothing in them is code and no import leads there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.periphery.customary_folders import DOCUMENTS, EXAMPLES
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role
from mkdocs_repodoc.paths import name_of

_READ: frozenset[Role] = frozenset({"text", "data"})
_TESTS = re.compile(r"(?:^|/)(?:tests?|specs?|fixtures?|testdata|e2e|__\w+__)/")
_LEAST = 2
"""Files of such a folder."""
_NAMED = 0.5
"""Share of its files that a file of code names, which reads them."""
_MOST_SIZE = 400_000
"""Bytes of a file that is searched for names."""


class ReadFolder(NamedTuple):
    """A folder whose files a file of code names."""

    folder: str
    files: tuple[str, ...]
    """Those that are named."""
    reader: str
    line: int
    """The first line of the reader that names one."""


def read_folders(
    repository: Repository, code_roles: frozenset[Role], read_text: Callable[[str], str]
) -> Iterator[ReadFolder]:
    """Yield the folders of texts and data that code reads, each with who names most of its files.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
        read_text: Path → the file's text.
    """
    folders = _candidates(repository, code_roles)
    if not folders:
        return
    texts = {
        path: read_text(path)
        for path, file in repository.files.items()
        if file.role in code_roles
        and not file.source.origin
        and file.source.size <= _MOST_SIZE
        and not _TESTS.search(path)
    }
    for folder, paths in folders.items():
        best: ReadFolder | None = None
        for reader, text in texts.items():
            found = _named(paths, text)
            if len(found) >= max(_LEAST, _NAMED * len(paths)) and (
                best is None or len(found) > len(best.files)
            ):
                line = text.count("\n", 0, min(found.values())) + 1
                best = ReadFolder(folder, tuple(found), reader, line)
        if best is not None:
            yield best


def _candidates(repository: Repository, code_roles: frozenset[Role]) -> dict[str, list[str]]:
    """Return the folders without code that hold several texts, with these."""
    found: dict[str, list[str]] = {}
    for folder, each in repository.folders.items():
        inside = f"{folder}/"
        if not folder or _TESTS.search(inside) or DOCUMENTS.search(inside):
            continue
        if EXAMPLES.search(inside):
            continue
        files = [repository.files[path] for path in each.files]
        texts = [file.path for file in files if _is_text(file)]
        if len(texts) >= _LEAST and not any(file.role in code_roles for file in files):
            found[folder] = texts
    return found


def _is_text(file: RepoFile) -> bool:
    # A template may have the notice of what is generated from it.
    return file.role in _READ and file.source.kind == "text" and file.source.origin != "vendored"


def _named(paths: list[str], text: str) -> dict[str, int]:
    """Return which files a text names in quotation marks, each with where it first does."""
    found: dict[str, int] = {}
    for path in paths:
        name = name_of(path)
        if name in text:
            match = re.search(rf"[\"'`](?:[^\"'`\n]*/)?{re.escape(name)}[\"'`]", text)
            if match is not None:
                found[path] = match.start()
    return found
