"""Names of symbols, whatever stands between their parts."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.model.name_parts import name_around, name_inside


@pytest.mark.parametrize(
    ("name", "outer", "inside"),
    [
        ("Class.name", "Class", "name"),
        ("space::Class", "space", "Class"),
        ("Class#method", "Class", "method"),
        ("name", "", "name"),
        ("name", "name", "name"),
    ],
)
def test_a_name_without_what_is_around_it(name: str, outer: str, inside: str) -> None:
    assert name_inside(name, outer) == inside


@pytest.mark.parametrize(
    ("name", "last", "around"),
    [("a.B.c", "c", "a.B"), ("a::B", "B", "a"), ("A#b", "b", "A"), ("a", "a", "")],
)
def test_what_is_around_a_name(name: str, last: str, around: str) -> None:
    assert name_around(name, last) == around
