"""Test cases that are files of a folder, which a test reads one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.test_matter import is_of_tests
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import GLOBALS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository
from mkdocs_repodoc.paths import folder_of, name_of

_QUOTED = re.compile(r"[\"'`]([\w./*-]{3,120})[\"'`]")
_LEAST_FILES = 5
_LEAST_NAMED = 2
"""Cases that a constant names for it to be about them."""


class DataCases(NamedTuple):
    """A folder whose files are cases of a test."""

    test: str
    """Path of the file that reads the folder."""
    line: int
    folder: str
    endings: tuple[tuple[str, int], ...]
    """Ending of a file's name → how many files have it, the most first."""
    example: tuple[str, ...]
    """Paths of the files of one case."""
    lists: tuple[tuple[SymbolRef, int], ...]
    """Constants of the test that name some cases, with how many."""


def data_cases(repository: Repository, read_text: Callable[[str], str]) -> Iterator[DataCases]:
    """Yield the folders of cases, each with the first test that reads it.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """
    known: set[str] = set()
    for path, file in repository.files.items():
        if file.source.kind != "text" or file.source.origin or not is_of_tests(repository, file):
            continue
        pattern = language_named(file.source.language).folder_reads
        if isinstance(pattern, Absent):
            continue
        text = read_text(path)
        reads = pattern.search(text)
        if reads is None:
            continue
        for folder in _folders(repository, path, text):
            if folder not in known:
                known.add(folder)
                line = text.count("\n", 0, reads.start()) + 1
                yield _cases(repository, path, line, folder, text)


def _folders(repository: Repository, path: str, text: str) -> Iterator[str]:
    """Yield the folders with enough files that a test names, by the end of their paths."""
    own = folder_of(path)
    top = path.partition("/")[0]
    for said in dict.fromkeys(_QUOTED.findall(text)):
        end = said.split("*")[0].strip("./")
        if not end:
            continue
        beside = f"{own}/{end}" if own else end
        found = [beside] if beside in repository.folders else []
        found += [
            each
            for each in repository.folders
            if each != beside
            and (each == end or each.endswith(f"/{end}"))
            and ("/" in end or each.partition("/")[0] == top)
        ]
        for folder in found[:1]:
            files = repository.folders[folder].files
            data = [each for each in files if repository.files[each].role not in TEST_ROLES]
            if len(data) >= _LEAST_FILES:
                yield folder


def _cases(repository: Repository, path: str, line: int, folder: str, text: str) -> DataCases:
    files = repository.folders[folder].files
    endings = Counter(_ending(each) for each in files)
    stems = Counter(name_of(each).removesuffix(_ending(each)) for each in files)
    stem = max(stems, key=lambda each: (stems[each], each))
    example = tuple(each for each in files if name_of(each).removesuffix(_ending(each)) == stem)
    lines = text.split("\n")
    lists = []
    for position, symbol in enumerate(repository.files[path].outline.symbols):
        if symbol.kind in GLOBALS:
            inside = "\n".join(lines[symbol.line - 1 : symbol.end_line])
            named = len(stems.keys() & set(_QUOTED.findall(inside)))
            if named >= _LEAST_NAMED:
                lists.append((SymbolRef(path, position), named))
    return DataCases(path, line, folder, tuple(endings.most_common()), example, tuple(lists))


def _ending(path: str) -> str:
    name = name_of(path)
    return name[name.rfind(".") :] if "." in name.lstrip(".") else ""
