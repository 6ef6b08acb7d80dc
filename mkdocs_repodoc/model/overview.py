"""The blocks of a file's first screen: facts in one line, and its names at a glance."""

from __future__ import annotations

from mkdocs_repodoc.model.inline import PageLink, Part, Phrase


class Strip(Part, frozen=True):
    """Short facts side by side in one line."""

    items: tuple[Phrase, ...]


class OutlineEntry(Part, frozen=True):
    """A class or function of an outline, or a member of one."""

    name: PageLink
    kind: str
    signature: str
    """As far as it fits beside the name; plain text."""
    summary: Phrase
    members: tuple[OutlineEntry, ...] = ()
    lists: tuple[tuple[Phrase, Phrase], ...] = ()
    """Members that are told by name alone: what they are, and the names."""


class Outline(Part, frozen=True):
    """The names of a file at a glance."""

    entries: tuple[OutlineEntry, ...]
    lists: tuple[tuple[Phrase, Phrase], ...] = ()
    """Names of the file that have no entry of their own."""
    is_open: bool = True
    """Whether the members of classes are seen before the reader asks for them."""
    in_contents: bool = False
    """Whether the table of contents lists the entries: nothing else on the page has headings for
    them."""
