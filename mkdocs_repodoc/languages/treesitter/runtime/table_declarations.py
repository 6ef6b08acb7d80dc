"""Declarations of dispatch tables in syntax trees: what the languages' readers share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.enclosing_nodes import EnclosingNodes
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import line_of, written
from mkdocs_repodoc.model.facts import DispatchTable, TableEntry, TaskList
from mkdocs_repodoc.text.english import shortened

TableFinder = Callable[[Node, bytes], Iterable[DispatchTable]]
"""Reads the tables of a file from its tree and its code."""
TaskFinder = Callable[[Node, bytes], Iterable[TaskList]]
"""Reads the lists of tasks of a file from its tree and its code."""

_LEAST = 2
"""Entries of a table."""
_LEAST_CASES = 3
"""Branches of a choice; with two, it is a plain decision."""
_LONGEST = 80


class Sign(NamedTuple):
    """Something in the text of a file that may stand in a table.

    Few files have tables, and walking through a tree takes far longer than a search of its text.
    """

    pattern: re.Pattern[bytes]
    types: tuple[str, ...]
    """Types of the nodes around it that are worth a look."""
    branch: re.Pattern[bytes] | None = None
    """A branch of a choice; a file without enough of them has none."""


def signed_nodes(root: Node, code: bytes, signs: Iterable[Sign]) -> dict[str, list[Node]]:
    """Return the nodes that may be tables by the types of the signs, in source order."""
    found: dict[str, dict[int, Node]] = {}
    for sign in signs:
        for each in sign.types:
            found.setdefault(each, {})
        branches = sign.branch.finditer(code) if sign.branch is not None else repeat(None)
        if sum(1 for _ in islice(branches, _LEAST_CASES)) < _LEAST_CASES:
            continue
        way = EnclosingNodes(root, sign.types)
        for match in sign.pattern.finditer(code):
            node = way.innermost(match.start())
            if node is not None:
                found[node.type][node.id] = node
    return {
        kind: sorted(nodes.values(), key=lambda node: (node.start_byte, -node.end_byte))
        for kind, nodes in found.items()
    }


def entry(key: str, value: Node, code: bytes) -> TableEntry:
    """Return the entry that registers what a node names."""
    return TableEntry(shortened(key, _LONGEST), written(value, code), line_of(value))


def literal_table(
    name: Node | None, entries: Sequence[TableEntry | None], code: bytes
) -> Iterator[DispatchTable]:
    """Yield a table that is written out; nothing if one of its values is no name.

    Args:
        name: The variable that holds it.
        entries: What was read of each element; `None` where its value is no name.
        code: The code.
    """
    named = [each for each in entries if each is not None]
    if name is not None and len(named) == len(entries) >= _LEAST:
        yield DispatchTable(written(name, code), tuple(named), line_of(name))


def called_tables(found: Iterable[tuple[str, TableEntry]]) -> Iterator[DispatchTable]:
    """Yield a table for whatever takes registrations, of its name and each entry."""
    by_name: dict[str, list[TableEntry]] = {}
    for name, each in found:
        by_name.setdefault(name, []).append(each)
    for name, entries in by_name.items():
        if len(entries) >= _LEAST:
            yield DispatchTable(name, tuple(entries), entries[0].line, "calls")


def chosen_table(
    choice: Node, branches: Sequence[tuple[str, Node | None]], code: bytes
) -> Iterator[DispatchTable]:
    """Yield a choice as a table if most of its branches only call a function each, mostly others.

    Args:
        choice: The statement or expression.
        branches: What each branch is taken for, and the name of the function that it calls;
            `None` where it does anything else.
        code: The code.
    """
    found = (entry(key, called, code) for key, called in branches if called is not None)
    entries = tuple(each for each in found if "(" not in each.value)
    distinct = {each.value for each in entries}
    is_varied = len(distinct) >= _LEAST_CASES and 2 * len(distinct) > len(entries)
    if is_varied and 2 * len(entries) > len(branches):
        yield DispatchTable("", entries, line_of(choice), "choice")


def receiver(function: Node | None, code: bytes, inner: Iterable[str]) -> str:
    """Return the name at the start of a chain of calls.

    Args:
        function: What is called last.
        code: The code.
        inner: Fields that lead from a call or a member to what it belongs to.
    """
    node = function
    while node is not None:
        following = next(
            (child for name in inner if (child := node.child_by_field_name(name)) is not None),
            None,
        )
        if following is None:
            break
        node = following
    return written(node, code)
