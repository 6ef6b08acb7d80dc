"""Notes of what is read of the things that a page is composed from.

A thing is handed out inside of another one that looks like it, and that notes each question it is
asked: an attribute, an item of a mapping, a call. What it answers with is either a value that is
all known with the question, or handed out in the same way. Nothing else can be got out of it, so
that no read goes unnoted. A question that can't be written down is noted as one that makes the
whole of it unrepeatable; a value that can't be packed makes its digest fail, which comes to the
same.

What was read is a tree of `Read`s, which a `AnswerSheet` asks again in a later build.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import is_dataclass
from functools import cached_property
from inspect import isfunction
from types import MethodType

import msgspec

from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.measured_coverage import Coverage
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.repository import Links, RepoFile, Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.pipeline.traces.noted import Noted
from mkdocs_repodoc.pipeline.traces.noted_collections import (
    NotedFunction,
    NotedMapping,
    NotedSequence,
    NotedSet,
)
from mkdocs_repodoc.pipeline.traces.reads import ATTRIBUTE, Read, Thing
from mkdocs_repodoc.settings import Settings

_OPENED: frozenset[type] = frozenset(
    {
        *(Coverage, FileOutline, GitHistory, Links, RepoFile, Repository, Settings, SitePlan),
        SourceFile,
    }
)
"""Data that are too much for one answer; their methods see the noted attributes alone."""
_BY_ITEM = (RepoFile, "anchors")
"""What is noted item by item: each symbol more is one more, and a page leads to a few of them."""


class Notes:
    """What was read so far.

    Args:
        thing: What is read of.

    Attributes:
        is_repeatable: Whether all of it can be asked again.
    """

    def __init__(self, thing: object) -> None:
        self.is_repeatable = True
        self._root = NotedThing(thing, self)

    @property
    def noted(self) -> Thing:
        """The thing whose reads are noted; it looks like the thing itself."""
        return self._root

    @property
    def wraps(self) -> Callable[[object], type[Noted] | None]:
        """What an answer is handed out in; `None` for one that is all known with its question."""
        return _wrap_of

    def reads(self) -> list[Read]:
        """Return what was read, each question once."""
        return self._root.noted_reads()


class NotedThing(Noted):
    """An object: data, whose methods are run on the noted attributes, or one that answers."""

    def __getattr__(self, name: str) -> Thing:
        kind = type(self.noted_thing)
        part = getattr(kind, name, None) if kind in _OPENED else None
        if isinstance(part, property) and part.fget is not None:
            value = part.fget(self)
        elif isinstance(part, cached_property):
            value = part.func(self)
        elif isfunction(part):
            value = MethodType(part, self)
        elif (kind, name) == _BY_ITEM:
            value = NotedSequence(getattr(self.noted_thing, name), self.noted_in)
            self.noted_parts[ATTRIBUTE, name] = value
        else:
            value = self.noted_answer(ATTRIBUTE, name)
        self.__dict__[name] = value  # where it is found from now on
        return value

    def noted_as(self, name: str, stand_in: str) -> None:
        """Hand out an attribute whole; another one stands for it."""
        self.noted_answer(ATTRIBUTE, stand_in)
        self.__dict__[name] = getattr(self.noted_thing, name)


def _wrap_of(value: object) -> type[Noted] | None:
    if isinstance(value, tuple | list):
        return NotedSequence if value and type(value[0]) is Symbol else None
    if type(value) in _OPENED:
        return NotedThing
    if isinstance(value, Mapping):
        return NotedMapping
    if isinstance(value, AbstractSet):
        return NotedSet
    if isinstance(value, Sequence | msgspec.Struct) or is_dataclass(value):
        return None
    return NotedFunction if callable(value) else NotedThing
