"""Readers of documents: Markdown, reStructuredText, HTML, notebooks, plain text."""
