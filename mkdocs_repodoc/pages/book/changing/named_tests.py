"""Tests that are named after a component whose code no test refers to: they run it from outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.changing.case_names import inner_name
from mkdocs_repodoc.insight.changing.test_names import Words, words_of
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count

_LONGEST = 60
"""Characters of the name of a case that is shown."""
_SHORTEST = 4
"""Letters of a file's name that say what a test is about."""
_COMMON = frozenset({"main", "index", "util", "type", "error", "common", "core", "base", "test"})
"""Names of files that say nothing of what is in them."""


def named_tests(view: BookView, component: Component) -> Phrase:
    """Return the sentence on files, folders and cases of tests that have the name of a file.

    Only files that no test refers to are looked for: their tests run the whole program. The whole
    name has to be that of the file; a word in common says nothing, nor does a name that several
    files have.
    """
    tests_of = view.context.repository.links.tests_of
    parts: list[Phrase] = []
    for path in component.files:
        words = words_of(name_of(path).partition(".")[0])
        if tests_of.get(path) or len("".join(words)) < _SHORTEST or _COMMON.issuperset(words):
            continue
        found = _files(view, path, words) or _cases(view, words)
        if found and view.changes.test_names.is_of_one_file(words):
            names = some(found, "test", book_caps.NAMED_TESTS)
            parts.append(("Tests named after ", f"{view.file_name(path)}: ", *names, "."))
        if len(parts) == book_caps.NAMED_TEST_FILES:
            break
    return tuple(each for part in parts for each in (*part, " "))[:-1] if parts else ()


def named_alike(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the file of tests that is named by a word of a function's name, with its cases.

    Where tests elsewhere are known to call other functions of the file, they would be known to call
    this one as well.
    """
    symbols = view.context.repository.files[ref.path].outline.symbols
    beside = (SymbolRef(ref.path, each) for each in range(len(symbols)))
    if any(case.path != ref.path for each in beside for case, _ in view.changes.reaching.of(each)):
        return ()
    name = inner_name(view.context.repository.symbol(ref).name)
    path = view.changes.test_names.file_for(name)
    if not path or view.changes.test_names.is_of_another_folder(path, ref.path):
        return ()
    number = len(view.context.repository.files[path].outline.tests)
    link = page_links.to_file(view.context, path, text=view.file_name(path))
    return ("tests named alike: ", link, f" ({count(number, 'case')})") if number else ()


def loading_tests(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the tests that load the file of a function by its name, and name the function."""
    links = view.context.repository.links
    word = re.compile(rf"\b{re.escape(inner_name(view.context.repository.symbol(ref).name))}\b")
    found = [
        path
        for path in links.tests_of.get(ref.path, ())
        if any(each.path == ref.path for each in links.named.get(path, ()))
        if word.search(view.context.read_text(path).text)
    ]
    if not found:
        return ()
    files = view.context.repository.files
    named: list[Phrase] = [
        (
            page_links.to_file(view.context, path, text=view.file_name(path)),
            f" ({count(len(files[path].outline.tests), 'case')})",
        )
        for path in found
    ]
    return ("tests that load its file and name it: ", *some(named, "file", book_caps.NAMED_TESTS))


def _files(view: BookView, path: str, words: Words) -> list[Phrase]:
    """Return links to the files of tests, and the folders of such, that have the name of a file."""
    files = view.context.repository.files
    named = view.changes.test_names.files.get(words, [])
    folders = Counter(
        files[test].folder
        for test in view.changes.test_names.folders.get(words, ())
        if test not in named and not path.startswith(f"{files[test].folder}/")
    )
    said: list[Phrase] = [
        (page_links.to_folder(view.context, folder), f" ({count(number, 'file')})")
        for folder, number in folders.items()
    ]
    for test in named:
        cases = files[test].outline.tests
        link = page_links.to_file(view.context, test, text=view.file_name(test))
        said.append((link, " (", *_first(cases), ")") if cases else (link,))
    return said


def _first(cases: Sequence[str]) -> Phrase:
    """Return how many cases there are, and the names of the first."""
    names = [inner_name(each) for each in cases[: book_caps.NAMED_CASES]]
    shown: list[Inline] = [Code(each) for each in names if len(each) <= _LONGEST]
    total = count(len(cases), "case")
    return (f"{total}: ", *capped(shown, len(cases) - len(shown))) if shown else (total,)


def _cases(view: BookView, words: Words) -> Sequence[Phrase]:
    """Return links to the cases in files of tests that have just the name of a file."""
    return [(view.to_symbol(ref),) for ref in view.changes.test_names.cases.get(words, ())]
