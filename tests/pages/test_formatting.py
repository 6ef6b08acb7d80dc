"""Numbers, sizes and enumerations in words."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.pages.parts.formatting import capped, joined, size


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1,023 bytes"),
        (8894, "8,894 bytes (8.69 KB)"),
        (3 * 1024**2, "3,145,728 bytes (3.00 MB)"),
        (2 * 1024**4, "2,199,023,255,552 bytes (2,048.00 GB)"),
    ],
)
def test_sizes_are_exact_and_readable(number: int, said: str) -> None:
    assert size(number) == said


def test_an_enumeration_may_end_in_and() -> None:
    assert joined(["a"], last=" and ") == ("a",)
    assert joined(["a", "b", "c"], last=" and ") == ("a", ", ", "b", " and ", "c")
    assert joined([("a", "(1)"), "b"], "; ") == ("a", "(1)", "; ", "b")


def test_what_is_left_out_is_counted() -> None:
    assert "".join(map(str, capped(["a", "b"], 3))) == "a, b and 3 more"
    assert "".join(map(str, capped(["a"], 1, "file"))) == "a and 1 more file"
    assert "".join(map(str, capped(["a", "b"], 1_200, "file"))) == "a, b and 1,200 more files"
    assert capped(["a", "b"], 0, "file", last=" and ") == ("a", " and ", "b")
    assert capped(["a", "b"], -2) == ("a", ", ", "b")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("c++", "C++"),
        ("typescript", "TypeScript"),
        ("restructuredtext", "reStructuredText"),
        ("python", "Python"),
        ("java-properties", "Java properties"),
        ("png", "PNG"),
        ("common-lisp", "Common lisp"),
    ],
)
def test_language_name_is_how_people_write_it(language: str, name: str) -> None:
    assert language_named(language).title == name
