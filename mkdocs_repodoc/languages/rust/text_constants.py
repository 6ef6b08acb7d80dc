"""Constants of a file of Rust that hold texts, for where an attribute or a call names one."""

from __future__ import annotations

import re

CONSTANT = re.compile(r"[A-Z][A-Z0-9_]*$")
"""The name of one."""


def text_constant(name: str, code: bytes) -> str:
    """Return the text of a constant as it is written between its quotation marks; empty for none.

    Args:
        name: The constant.
        code: The file.
    """
    declared = re.search(
        rf'\b(?:const|static)\s+{name}\s*:\s*&[^=;]*=\s*"((?:[^"\\]|\\.)*)"'.encode(),
        code,
        re.DOTALL,
    )
    return declared[1].decode("utf-8", "replace") if declared is not None else ""
