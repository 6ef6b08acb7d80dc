"""Defaults that documentation states."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.documented_defaults import documented_default


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "How long.\n\n**Default:** `true` at home, `false` otherwise",
            "`true` at home, `false` otherwise",
        ),
        ("How long. Defaults to `3`.", "3"),
        ("How long (default: 100).", "100"),
        ("The default value is 'abc'.", "'abc'"),
        ('How long (defaults to "1s")', '"1s"'),
        ("Default: None.", "None"),
        ("The default is Colour.RED, always.", "Colour.RED"),
        ("By default, it sleeps.", ""),
        ("The default is to wait.", ""),
        ("Sets the default timeout.", ""),
        ("The default is a list of names.", ""),
        ("Without a time it defaults to 00:00:00.", ""),
    ],
)
def test_values_are_defaults_and_other_words_are_not(text: str, expected: str) -> None:
    assert documented_default(text) == expected
