"""Lines of comments that are code which somebody has put aside."""

from __future__ import annotations

import re

from mkdocs_repodoc.text.code_reading.code_words import DECLARING_WORD, RAISE_WORD

_CODE = re.compile(r"[;{}]\s*$|^\w+\s*[=(]|^[-=*#~ ]+$|^\W")
"""A statement that ends like one, a call or an assignment at the beginning, or a rule."""
_CLAUSE = re.compile(r"(?:[\w'’-]+,? ){5,}[\w'’-]+;$")
_STATEMENT = re.compile(
    rf"(?:(?:await|return|yield|new|{RAISE_WORD}|defer|go)\s+)?"
    r"\w+(?:(?:\.|::|->)\w+)+!?(?:\[[^\]]*\])?\s*(?:\(.*\)\S*$|[-+*/|&^%:]?=(?!=))"
    rf"|(?:{DECLARING_WORD}\s+)*\w+(?:,\s*\w+)*\s*"
    r"(?::=|[-+*/|&^%]=)\s*\S"
    rf"|{DECLARING_WORD}\s+\w+\s*(?::\s*[\w<>.]+\s*)?=\s*\S"
    r"|(?:return|yield|await)\s+\w+\(.*\)$"
    r"|(?:if|while|for|switch)\s*\(.*\)\s*\{?$"
    r"|from\s+[\w.]+\s+import\s|[\w.]+\[[^\]]*\]\s*=\s"
)
"""A statement of one of the languages, from its first word to its end."""


def is_put_aside(said: str) -> bool:
    """Tell whether a line of a comment is code; a semicolon ends part of a sentence, too.

    Args:
        said: The line, without the signs of the comment.
    """
    if _STATEMENT.match(said) is not None:
        return True
    return _CODE.search(said) is not None and not _CLAUSE.match(said)
