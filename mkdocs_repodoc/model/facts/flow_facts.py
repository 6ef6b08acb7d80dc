"""Statements of source code on what it does in turn, or on behalf of others."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.facts.fact import FactBase


class NamedHandler(FactBase, frozen=True):
    """A function that something keeps under a name, for other code to call what is kept there."""

    name: str
    """What it is called by, such as `func` of `args.func()`."""
    function: str
    """As written."""
    line: int
    """Where it is named."""
    command: str = ""
    """The command of a program at which it runs; empty if that is not known."""


class TaskCondition(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A condition of a task."""

    holds: bool
    """Whether the task is done where it holds; otherwise, where it doesn't."""
    text: str
    """As written."""


class ListedTask(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A task of a list."""

    title: str
    """In the author's words."""
    line: int
    end_line: int
    conditions: tuple[TaskCondition, ...]
    action: str
    """What it does, where that is one short expression; empty otherwise."""
    action_line: int
    depth: int = 0
    """How many other tasks of the list it is part of: those before it that are less deep."""


class TaskList(FactBase, frozen=True):
    """Tasks with titles that code lists for something to do one after the other."""

    tasks: tuple[ListedTask, ...]
    line: int
    end_line: int
