"""Boolean expressions, as conditions of builds are written."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.resolution.boolean_expressions import holds


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a", True),
        ("x", False),
        ("! a", False),
        ("! x && a", True),
        ("x && x || a", True),
        ("x && ( x || a )", False),
        ("a || x && x", True),
        ("! ( a && x )", True),
        ("a ( x || x )", True),  # arguments
        ("( a", True),  # broken
        ("a &&", False),
        ("", False),
    ],
)
def test_and_binds_tighter_than_or(written: str, expected: bool) -> None:
    assert holds(written.split(), lambda name: name == "a") is expected
