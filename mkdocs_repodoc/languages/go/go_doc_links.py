"""Links of Go's documentation, as Markdown that can be read without the rest of the comment."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment
from mkdocs_repodoc.languages.treesitter.comments.labelled_links import with_targets

_DIRECTIVE = re.compile(r"^[ \t]*//[a-z0-9]+:[a-z0-9][^\n]*\n?", re.MULTILINE)
"""A line without a blank behind the slashes, and with a tool in front of a colon."""
_NAME = re.compile(r"\*?(?:[a-z]\w*(?:/[a-z]\w*)*\.)?[A-Z]\w*[a-z]\w*(?:\.[A-Z]\w*)?")
"""What is exported, perhaps of a package; in capitals alone it is rather an argument in a usage."""


def go_doc_markdown(comment: str) -> str:
    """Return the text of a comment with links to code in it as code, and others whole.

    Lines for tools, which Go leaves out of documentation, are left out.

    Args:
        comment: As it is written, with its delimiters.
    """
    return with_targets(strip_comment(_DIRECTIVE.sub("", comment)), _is_name)


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None
