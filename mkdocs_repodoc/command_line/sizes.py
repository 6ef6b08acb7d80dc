"""Numbers of bytes, as people write and read them."""

from __future__ import annotations

import re

import click

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)b?", re.IGNORECASE)


def read_size(text: str) -> int:
    """Return the bytes that a number with or without a unit stands for.

    Raises:
        click.BadParameter: It is no such number.
    """
    if (match := _SIZE.fullmatch(text.strip())) is None:
        raise click.BadParameter(f"{text!r} is not a size such as 500MB or 2GB")
    return int(float(match[1]) * _UNITS[match[2].lower()])


def readable_size(size: int) -> str:
    """Return a number of bytes in the largest unit of which there is one."""
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:  # noqa: PLR2004 - of one unit in the next
            return f"{size:,.0f} {unit}"
        size //= 1000
    return f"{size:,} GB"
