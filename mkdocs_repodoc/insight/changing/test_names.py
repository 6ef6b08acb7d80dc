"""The names of tests: words by which their files, folders and cases are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mkdocs_repodoc.insight.changing.case_names import inner_name
from mkdocs_repodoc.languages.testing.tested_names import tested_name
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import PART
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository
from mkdocs_repodoc.paths import folder_of, name_of

Words = tuple[str, ...]

_LEAST_LETTERS = 4
_LEAST_NAMED = 12
_SHARE = 0.02
"""Share of the words in names of functions that one has which tells little of any of them."""


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
        self._software: dict[Words, list[str]] = {}
        self._calling: set[str] = set()
        """Files of the software that define functions."""
        self._folders: set[str] = set()
        """Names of the folders that files of the software lie in."""
        self._tests_of = repository.links.tests_of
        self._named: Counter[str] = Counter()
        for path, file in repository.files.items():
            if file.role in CODE_ROLES:
                self._software.setdefault(words_of(file.name.partition(".")[0]), []).append(path)
                self._folders.update(file.folder.split("/"))
                functions = [each for each in file.outline.symbols if each.kind in FUNCTIONS]
                self._calling.update([path] if functions else [])
                for symbol in functions:
                    self._named.update(set(words_of(inner_name(symbol.name))))
            if file.role == "test":
                self.files.setdefault(words_of(tested_name(path)), []).append(path)
                self.folders.setdefault(words_of(name_of(file.folder)), []).append(path)
        for ref, name in cases:
            if repository.files[ref.path].role == "test":
                self.cases.setdefault(_without_test(words_of(name)), []).append(ref)

    def file_for(self, name: str) -> str:
        """Return the file of tests that is named by a word of a function's name; empty if none is.

        The word has to be all of the file's name, and tell this function from most others. Tests
        that name what is in a file with functions that has the word for a name are of that file.
        """
        found = {
            paths[0]
            for word in words_of(name)
            if len(word) >= _LEAST_LETTERS
            and len(paths := self.files.get((word,), [])) == 1
            and not any(
                paths[0] in self._tests_of.get(known, ())
                for known in self._software.get((word,), ())
                if known in self._calling
            )
            and 0 < self._named[word] <= max(_LEAST_NAMED, _SHARE * self._named.total())
        }
        return found.pop() if len(found) == 1 else ""

    def is_of_another_folder(self, test: str, path: str) -> bool:
        """Tell whether a test lies in a folder called as one of the software that a file is not in.

        `test/verbose/error.js` is about `lib/verbose/`, and says nothing of `lib/return/error.js`.
        """
        folder = name_of(folder_of(test))
        return folder in self._folders and folder not in path.split("/")[:-1]

    def is_of_one_file(self, words: Words) -> bool:
        """Tell whether one file alone of the software has a name."""
        return len(self._software.get(words, ())) == 1


def words_of(name: str) -> Words:
    """Return the words of a name in small letters, each as one of its kind."""
    return tuple(word.lower().removesuffix("s") for word in PART.findall(name))


def _without_test(words: Words) -> Words:
    return words[1:] if words[:1] == ("test",) else words
