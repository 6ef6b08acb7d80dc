"""Values of a parsed document by their types; what is of another type counts as nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def mapping_of(value: object) -> Mapping[str, Any]:
    """Return a value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def text_of(value: object) -> str:
    """Return a value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""
