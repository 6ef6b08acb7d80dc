"""Texts that draw on a terminal instead of telling something."""

from __future__ import annotations

import re

_ESCAPE = r"(?:\x1b|\\(?:x1[bB]|0?33|e|u\{?0*1[bB]\}?))"
_DRAWS = re.compile(rf"{_ESCAPE}\[\??\d*[A-HJKSTfhl]")
"""What erases, and what moves the cursor; colours draw nothing."""
_RETURNS = re.compile(r"(?:\r|\\r)(?!\n|\\n)|.*(?:\r|(?<!\\)\\r)$", re.DOTALL)
"""A return to the start of the line without a new one, at the beginning or the end."""


def is_drawn(text: str) -> bool:
    """Tell whether a text is written over what stands there: a frame of a spinner, a bar.

    Args:
        text: What stands between the quotes: the characters, or as code has them.
    """
    return _DRAWS.search(text) is not None or _RETURNS.match(text) is not None
