"""The names of tests: words by which their files, folders and cases are found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.languages.testing.tested_names import tested_name
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import name_of

Words = tuple[str, ...]

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


class TestNames:
    """The names of all tests of a repository, and of the files that they may be of.

    Args:
        repository: The linked repository.
        cases: The test cases, each with its name inside the file.

    Attributes:
        files: Words of a name → files of tests that have it, in the order of the repository.
        folders: Likewise, files of tests whose folder has it.
        cases: Likewise, test cases.
    """

    def __init__(self, repository: Repository, cases: Iterable[tuple[SymbolRef, str]]) -> None:
        self.files: dict[Words, list[str]] = {}
        self.folders: dict[Words, list[str]] = {}
        self.cases: dict[Words, list[SymbolRef]] = {}
        self._software: Counter[Words] = Counter()
        for path, file in repository.files.items():
            if file.role in CODE_ROLES:
                self._software[words_of(file.name.partition(".")[0])] += 1
            if file.role == "test":
                self.files.setdefault(words_of(tested_name(path)), []).append(path)
                self.folders.setdefault(words_of(name_of(file.folder)), []).append(path)
        for ref, name in cases:
            if repository.files[ref.path].role == "test":
                self.cases.setdefault(_without_test(words_of(name)), []).append(ref)

    def is_of_one_file(self, words: Words) -> bool:
        """Tell whether one file alone of the software has a name."""
        return self._software[words] == 1


def words_of(name: str) -> Words:
    """Return the words of a name in small letters, each as one of its kind."""
    return tuple(word.lower().removesuffix("s") for word in _WORDS.findall(name))


def _without_test(words: Words) -> Words:
    return words[1:] if words[:1] == ("test",) else words
