"""Secrets that a file seems to hold; never their values."""

from __future__ import annotations

import msgspec


class Secret(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What looks like a secret, at one line of a file."""

    kind: str
    """What it is, in words for the user: `GitHub token`."""
    line: int
    """1-based."""
