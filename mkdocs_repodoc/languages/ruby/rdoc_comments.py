"""Comments in RDoc, as far as they are not Markdown.

https://ruby.github.io/rdoc/RDoc/MarkupReference.html
"""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment

_DIRECTIVE = re.compile(
    r"^[ \t]*:(?:nodoc|doc|startdoc|stopdoc|enddoc|not_?new)(?::[ \t]*all[ \t]*$|:?[ \t]*$)",
    re.MULTILINE,
)
"""A line that tells RDoc what to show."""
_CODE = re.compile(r"(?<![\w+`])\+([\w.:!?]+)\+(?![\w+`])")
"""A word in the typewriter's font."""


def comment_markdown(comment: str) -> str:
    """Return the text of a comment as Markdown, without directives to RDoc.

    Args:
        comment: As it is written, with its delimiters.
    """
    return _CODE.sub(r"`\1`", _DIRECTIVE.sub("", strip_comment(comment)))
