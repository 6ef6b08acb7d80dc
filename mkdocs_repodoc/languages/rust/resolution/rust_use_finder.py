"""The paths of Rust's `use` declarations, groups taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

_PATH_PARTS = ("identifier", "self", "super", "crate", "metavariable")


class UsedPath(NamedTuple):
    """One path that a declaration takes.

    Attributes:
        names: Its names, `self` at its end left out; `None` for the start of `::name`.
        binds: The name that it declares; `*` for all, empty for none.
        noted: How many of the names stand in front of a group that they share with another path.
        alias: The name behind `as`.
    """

    names: tuple[Node | None, ...]
    binds: str
    noted: int
    alias: Node | None


def used_paths(node: Node, text: Callable[[Node | None], str]) -> Iterator[UsedPath]:
    """Yield the paths of a `use` declaration in the order of the source.

    Args:
        node: The declaration.
        text: Returns the source of a node.
    """
    argument = node.child_by_field_name("argument")
    if argument is not None:
        yield from _paths(argument, (), 0, text)


def _paths(
    node: Node,
    before: tuple[Node | None, ...],
    noted: int,
    text: Callable[[Node | None], str],
) -> Iterator[UsedPath]:
    match node.type:
        case "use_list":
            for number, child in enumerate(one for one in node.named_children):
                yield from _paths(child, before, noted if not number else len(before), text)
        case "scoped_use_list":
            path, listed = node.child_by_field_name("path"), node.child_by_field_name("list")
            inner = (*before, *_names(path)) if path is not None else (*before, None)
            if listed is not None:
                yield from _paths(listed, inner, noted, text)
        case "use_wildcard":
            inner = (*before, *(name for child in node.named_children for name in _names(child)))
            yield UsedPath(inner, "*", noted, None)
        case "use_as_clause":
            path, alias = node.child_by_field_name("path"), node.child_by_field_name("alias")
            names = _without_self((*before, *_names(path)))
            bound = text(alias)
            yield UsedPath(names, "" if bound == "_" else bound, min(noted, len(names)), alias)
        case "line_comment" | "block_comment":
            pass
        case _:
            names = _without_self((*before, *_names(node)))
            bound = text(names[-1]) if names else ""
            yield UsedPath(names, bound, min(noted, len(names)), None)


def _without_self(names: tuple[Node | None, ...]) -> tuple[Node | None, ...]:
    last = names[-1] if len(names) > 1 else None
    return names[:-1] if last is not None and last.type == "self" else names


def _names(path: Node | None) -> list[Node | None]:
    """Return the names of a path; nothing in front of the first `::`."""
    found: list[Node | None] = []
    node = path
    while node is not None and node.type in ("scoped_identifier", "scoped_type_identifier"):
        found.append(node.child_by_field_name("name"))
        inner = node.child_by_field_name("path")
        if inner is None:
            found.append(None)
        node = inner
    if node is not None and node.type in _PATH_PARTS:
        found.append(node)
    return found[::-1]


def attribute_value(
    attributes: Sequence[Node], name: str, text: Callable[[Node | None], str]
) -> str:
    """Return the text that an attribute gives to a name; empty if none does."""
    for one in attributes:
        match = re.search(rf'\b{name}\s*=\s*"([^"]*)"', text(one))
        if match:
            return match[1]
    return ""
