"""In which markup a summary is written, and what of it is shown."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.pages.parts.summaries import markup_of


@pytest.mark.parametrize(
    ("text", "language", "markup"),
    [
        ("Sets `x`.", "rust", "markdown"),
        ("See [it](a.md).", "rust", "markdown"),
        ("A module (**not a plug**) for debugging.", "elixir", "markdown"),
        ("Takes **kwargs and 2**3**4.", "python", "plain"),
        ("Takes **args and **kwargs.", "python", "plain"),
        ("See :class:`A`.", "python", "rst"),
        ("Plain words.", "markdown", "markdown"),
    ],
)
def test_markup_is_read_off_a_summary(text: str, language: str, markup: str) -> None:
    assert markup_of(text, language) == markup
