"""A rule that makes findings, as a reader is told of it."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.records import FindingArea


class FurtherReading(msgspec.Struct, frozen=True):
    """Where more can be read about what a rule finds."""

    title: str
    url: str


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known about a rule but how it is checked.

    Its documentation, its explanation on the pages, and tests are made from this.
    """

    id: str
    """Short stable name: `context-manager`. Findings carry it."""
    name: str
    """What its findings are called, in words: `Context manager`."""
    area: FindingArea
    says: str
    """What a finding states; Markdown, in full sentences."""
    why: str
    """Why a reader wants to know; Markdown, in full sentences."""
    language: str
    """Language of the code that it looks at."""
    example: str
    """Code in which it finds something."""
    counterexample: str
    """Code that looks similar, and in which it finds nothing."""
    reference: FurtherReading
    since: str
    """The first version that has it."""
