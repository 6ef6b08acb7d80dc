"""The style sheet of e-books, which readers may overrule as they like."""

from __future__ import annotations

from importlib import resources


def book_styles() -> str:
    """Return the style sheet."""
    return (resources.files("mkdocs_repodoc.epub") / "book.css").read_text("utf-8")
