"""Values as scripts that hand them over: a `<script>` fetches them, even from a disk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

encode = msgspec.json.Encoder().encode
"""Returns a value as JSON."""


def script(name: str, value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    """Return the content of a data file.

    Args:
        name: The file's name, without its extension.
        value: What the file holds.
    """
    return versioned_script(name, "", encode(value))


def versioned_script(name: str, version: str, value: bytes) -> bytes:
    """Return the content of a data file that belongs to others.

    Args:
        name: The file's name, without its extension.
        version: What all that belong together have in common.
        value: What the file holds, as JSON.
    """
    return b"repodocData(%b,%b,%b)\n" % (encode(name), value, encode(version))


def front_coded(texts: Iterable[str]) -> list[str]:
    """Return texts, each as what it shares with the one before, and the rest.

    What is shared is one character: `0` stands for nothing, `1` for one character, and so on
    through the code points.
    """
    result = []
    before = ""
    for text in texts:
        shared = 0
        for mine, theirs in zip(before[:_MOST], text, strict=False):
            if mine != theirs:
                break
            shared += 1
        result.append(chr(_NOTHING + shared) + text[shared:])
        before = text
    return result


_NOTHING = ord("0")
_MOST = ord("\\") - _NOTHING - 1
"""Beyond would come a character that JSON writes as two."""
