"""Numbers that code writes as arithmetic."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.operation.defaults.worked_out_numbers import worked_out


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10 * 60", "600"),
        ("DAY * 7 - 1", "604799"),
        ("(2 + 3) * 1_000", "5000"),
        ("1 << 30", "1073741824"),
        ("int64(5 << 30)", "5368709120"),
        ("600", ""),
        ("-600", ""),
        ("OTHER * 2", ""),
        ("1 << 900", ""),
        ("9999999999 * 9999999999", ""),
        ("7 / 2", ""),
        ("a - b", ""),
        ("wait(3) * 2", ""),
    ],
)
def test_whole_numbers_are_worked_out(written: str, value: str) -> None:
    constants = {"DAY": "86400"}
    assert worked_out(written, lambda name: constants.get(name, "")) == value
