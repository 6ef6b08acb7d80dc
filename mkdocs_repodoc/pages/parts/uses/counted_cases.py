"""Numbers of test cases in files: those that they define, and those that their classes inherit."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.text.english import count


def counted_cases(files: Iterable[RepoFile], noun: str = "test case") -> str:
    """Return the numbers, as in `3 test cases and 2 that classes inherit`; empty without any.

    Args:
        files: The files.
        noun: What a case is called.
    """
    listed = list(files)
    cases = sum(len(file.outline.tests) for file in listed)
    inherited = sum(file.inherited_cases for file in listed)
    further = f"{inherited} that {'a class inherits' if inherited == 1 else 'classes inherit'}"
    return " and ".join(
        filter(None, (count(cases, noun) if cases else "", further if inherited else ""))
    )
