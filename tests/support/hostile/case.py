"""A file that means harm, and what is to become of it."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One hostile file.

    Attributes:
        path: Where it is in the repository, as git has it.
        content: Its bytes.
        shown: Texts that a reader of its page finds.
    """

    path: bytes
    content: bytes
    shown: tuple[str, ...] = ()

    @property
    def text_path(self) -> str:
        """The path as Python names it."""
        return os.fsdecode(self.path)


def case(path: str, content: str | bytes, *shown: str) -> Case:
    """Return a case whose content may be text."""
    data = content.encode() if isinstance(content, str) else content
    return Case(os.fsencode(path), data, shown)
