"""The extension for hand-written pages, as the plugin gives it to MkDocs."""

from __future__ import annotations

import logging

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_repodoc.hosts.mkdocs.hand_written import HandWritten


def early(text: str) -> str:
    """Render text as a plugin does that comes before the repository is read."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Shop"})
    config.validate()
    HandWritten(config)
    return Markdown(extensions=config.markdown_extensions).convert(text)


def test_a_name_is_left_alone_while_the_repository_is_not_read() -> None:
    assert early("See [shop.Till][].") == "<p>See [shop.Till][].</p>"


def test_a_snippet_is_told_while_the_repository_is_not_read(
    caplog: pytest.LogCaptureFixture, expected_warnings: list[str]
) -> None:
    expected_warnings.append("A page: ")
    with caplog.at_level(logging.WARNING):
        made = early("Before.\n\n::: repodoc shop.Till\n")
    assert "Before." in made
    said = "The repository is read later than a plugin renders this page."
    assert caplog.messages == [f"A page: '::: repodoc shop.Till': {said}"]
