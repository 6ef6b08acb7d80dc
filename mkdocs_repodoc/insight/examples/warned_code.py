"""Shown code of which the document says that it fails, or is not to be written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.text.code_blocks import Block

_COMMENT = re.compile(r"//|#|--|/\*")
_FAILS = re.compile(
    r"\b(?:throws?|thrown|raises?|panics?|fails?|rejects?|wrong|incorrect|illegal|deprecated|"
    r"don['’]?t|do not|never|bad|(?:an? |compil\w+ |type ?)error|not (?:allowed|work\w*)|"
    r"[A-Za-z]\w*(?:Error|Exception))\b|❌|✗",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\W*(?:(?:instead of|rather than)\b[^,]*$|"
    r"(?:bad|wrong|incorrect|don['’]?t|do not|avoid|never|deprecated)\b[^,;]{0,80}:\W*$)|[❌✗]",
    re.IGNORECASE,
)
"""The last line before code that is shown as what not to write."""
_OPENING = re.compile(r"\s*(?:`{3,}|~{3,}|\.\. [\w-]+::|:[\w-]+:)")


def warned_lines(block: Block) -> frozenset[int]:
    """Return the lines whose comment says that they fail, or aren't to be written."""
    return frozenset(each.line for each in block if _is_warned_of(each.code))


def is_counterexample(lines: Sequence[str], block: Block) -> bool:
    """Tell whether the line before some code says that it is what not to write.

    Args:
        lines: The document's lines.
        block: Code in it.
    """
    number = block[0].line - 2
    while number >= 0 and (not lines[number].strip() or _OPENING.match(lines[number])):
        number -= 1
    return number >= 0 and _LEAD.match(lines[number]) is not None


def _is_warned_of(code: str) -> bool:
    comment = _COMMENT.search(code)
    return comment is not None and _FAILS.search(code, comment.end()) is not None
