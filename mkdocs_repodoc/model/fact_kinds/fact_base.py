"""The base of all statements of files."""

from __future__ import annotations

import msgspec


class FactBase(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=True):
    """A statement; encoded with the name of its class, by which it is told from others."""
