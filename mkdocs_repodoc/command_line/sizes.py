"""Numbers of bytes, as people write and read them."""

from __future__ import annotations

import re

import click

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)b?", re.IGNORECASE)


class Size(click.ParamType[int]):
    """A number of bytes, with or without a unit."""

    name = "size"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the bytes; fail if they are none."""
        if isinstance(value, int):
            return value
        if (match := _SIZE.fullmatch(value.strip())) is None:
            self.fail(f"{value!r} is not a size such as 500MB or 2GB", param, ctx)
        return int(float(match[1]) * _UNITS[match[2].lower()])


def readable_size(size: int) -> str:
    """Return a number of bytes in the largest unit of which there is one."""
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:  # noqa: PLR2004 - of one unit in the next
            return f"{size:,.0f} {unit}"
        size //= 1000
    return f"{size:,} GB"
