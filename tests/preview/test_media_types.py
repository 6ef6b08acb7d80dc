"""What a preview says its files are."""

from __future__ import annotations

import mimetypes

import pytest

from mkdocs_repodoc.preview.media_types import media_type


def test_no_table_of_the_machine_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = mimetypes.MimeTypes()
    for ending in (".js", ".css", ".html", ".svg", ".odd"):
        tables.add_type("text/x-odd", ending)
    monkeypatch.setattr(mimetypes, "guess_type", tables.guess_type)
    names = ("find.js", "a.css", "a/index.HTML", "a.svg", "objects.inv", "a.odd", "html", "a.js.gz")
    assert [media_type(name) for name in names] == [
        *("text/javascript", "text/css", "text/html", "image/svg+xml"),
        *("application/octet-stream", "application/octet-stream", "application/octet-stream"),
        "application/gzip",
    ]
