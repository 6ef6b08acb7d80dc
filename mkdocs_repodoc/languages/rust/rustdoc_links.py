"""Links of rustdoc, as Markdown that can be read without the rest of the comment."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.resolution.language_names import is_no_word
from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment
from mkdocs_repodoc.languages.treesitter.comments.labelled_links import with_targets

_PATH = re.compile(
    r"(?:[a-z]+@)?(?:::)?[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*(?:(?:::)?<[\w, :&']{1,80}>)?(?:\(\)|!)?"
)


def rustdoc_markdown(comment: str) -> str:
    """Return the text of a comment with links to code in it as code, and others whole.

    Args:
        comment: As it is written, with its delimiters.
    """
    return with_targets(strip_comment(comment), _is_path)


def _is_path(text: str) -> bool:
    """Whether a text names code; a single word in small letters that is not in code may be one."""
    bare = text.strip("`")
    if not _PATH.fullmatch(bare):
        return False
    return text != bare or "::" in bare or bare.endswith((")", "!", ">")) or is_no_word(bare)
