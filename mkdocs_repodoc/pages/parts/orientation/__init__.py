"""Parts of a page for newcomers: where to start, key files and abstractions, hot spots."""
