"""JSON as Python values that every later step can write again."""

from __future__ import annotations

import json
import re

_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def load_json(text: str) -> object:
    """Parse a JSON document.

    Args:
        text: The document.

    Returns:
        Its value. Halves of characters, which escapes can write and no text file can hold, are
        question marks in it.

    Raises:
        json.JSONDecodeError: It is no JSON.
        ValueError: An integer has more digits than the interpreter reads.
    """
    document = json.loads(text)
    if not _ESCAPED_HALF.search(text):
        return document
    return json.loads(json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))
