"""Prose of the documented repository as HTML: Markdown, reStructuredText and the names in them."""
