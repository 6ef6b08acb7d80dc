"""Names and snippets of the repository in hand-written pages: an extension of Python-Markdown."""
