"""TOML at a bounded cost: the library's grows with the square of the parts of a key."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_MOST_PARTS = 200
"""Of a key such as `tool.repodoc.jobs`."""
_BETWEEN_KEYS = re.compile(r"[^\w\"'. \t-]")


def load_toml(text: str) -> dict[str, Any]:
    """Parse a TOML document.

    Args:
        text: The document.

    Returns:
        Its tables and values.

    Raises:
        tomllib.TOMLDecodeError: It is no TOML.
        ValueError: An integer has more digits than the interpreter reads, a key has more parts
            than anybody writes, or values are nested too deeply.
    """
    if any(piece.count(".") > _MOST_PARTS for piece in _BETWEEN_KEYS.split(text)):
        raise ValueError(f"a key has more than {_MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("values are nested too deeply") from error
