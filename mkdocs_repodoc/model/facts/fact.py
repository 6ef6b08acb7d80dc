"""The base of all facts, and the fact of a kind that an extension adds."""

from __future__ import annotations

import msgspec


class FactBase(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=True):
    """A statement; encoded with the name of its class, by which it is told from others."""


class StatedFact(FactBase, frozen=True):
    """Something that a file states in the eyes of an extension, in words for readers."""

    name: str
    """What it is about, as the head of a row: `Scenarios`."""
    value: str
    line: int = 0
    """Line that states it; 0 where none does alone."""
