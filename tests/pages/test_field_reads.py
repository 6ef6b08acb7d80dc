"""Lines that read a setting, and those that only set it."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.pages.parts.behaviour.settings_tables import is_set


@pytest.mark.parametrize(
    ("line", "is_write"),
    [
        ("            time: 3,", True),
        ("    options.time = time;", True),
        ("    self->time = 3;", True),
        ("    if options.time == 3 {", False),
        ("    if options.time:", False),
        ("    let a = options.time;", False),
        ("    time::now();", False),
        ("    a.time => 3", False),
        ("    options.time = given ?? options.time;", False),
        ("    options.time = options.timeout;", True),
    ],
)
def test_a_line_that_sets_a_field_reads_nothing(line: str, *, is_write: bool) -> None:
    assert is_set([line], "time") == is_write
