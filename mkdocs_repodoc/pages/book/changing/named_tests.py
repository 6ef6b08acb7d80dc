"""Tests that are named after a component whose code no test refers to: they run it from outside."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import name_of

_SHORTEST = 4
"""Letters of a file's name that say what a test is about."""
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_COMMON = frozenset({"main", "index", "util", "type", "error", "common", "core", "base", "test"})
"""Names of files that say nothing of what is in them."""


def named_tests(view: BookView, component: Component) -> Phrase:
    """Return the sentence on test cases that have the name of a file of a component in theirs.

    Only files that no test refers to are looked for: their tests run the whole program.
    """
    files = view.context.repository.files
    tests_of = view.context.repository.links.tests_of
    parts: list[Phrase] = []
    for path in component.files:
        stem = name_of(path).partition(".")[0]
        words = _words(stem)
        if tests_of.get(path) or len("".join(words)) < _SHORTEST or _COMMON.issuperset(words):
            continue
        found = [ref for ref, name in view.cases if _contains(_words(name), words)]
        if found:
            found.sort(key=lambda ref: files[ref.path].role != "test")
            shown: list[Inline] = [view.to_symbol(ref) for ref in found[: caps.NAMED_TESTS]]
            names = capped(shown, len(found) - len(shown), "test", last=" and ")
            parts.append(("Tests named after ", f"{view.file_name(path)}: ", *names, "."))
        if len(parts) == caps.NAMED_TEST_FILES:
            break
    return tuple(each for part in parts for each in (*part, " "))[:-1] if parts else ()


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower().removesuffix("s") for word in _WORDS.findall(name))


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Tell whether words stand one behind the other among others."""
    return any(
        words[start : start + len(part)] == part for start in range(len(words) - len(part) + 1)
    )
