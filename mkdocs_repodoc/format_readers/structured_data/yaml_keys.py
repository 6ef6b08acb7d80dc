"""YAML: keys as symbols, over all documents of a stream; tags are never constructed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.nested_keys import (
    DEPTH,
    MOST_BELOW_TOP,
    Key,
    add_keys,
)

LARGEST = 2_000_000
"""Characters of a file that is read in full."""

DEEPEST = 1_000
"""Levels of nesting; libyaml's time grows with their square."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is 17 times faster
_TOP_KEY = re.compile(r"([A-Za-z_][\w .\-/]*|\"[^\"]+\"|'[^']+')\s*:(?:\s|$)")
_TEMPLATE = re.compile(r"\{%|\{\{|\$\{")
_NO_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Signs that end a line in YAML 1.1, and neither in YAML 1.2 nor in the lines that are shown."""


def parse_yaml(draft: RecordBuilder) -> list[yaml.Node]:
    """Parse a YAML file.

    Args:
        draft: The record; it gets a diagnostic where the file is broken.

    Returns:
        The root node of each document; none where the file is broken or too large.
    """
    if len(draft.source.text) > LARGEST:
        message = "The file is too large to be read as YAML; its top keys are listed."
        draft.problem(0, message, "info")
        return []
    try:
        return compose(draft.source.text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        if not _TEMPLATE.search(draft.source.text):  # a template becomes YAML only later
            draft.problem(line, f"Invalid YAML: {error.problem or error.context}.")
    except yaml.YAMLError as error:  # a character that YAML forbids
        draft.problem(0, f"Invalid YAML: {' '.join(str(error).split())}.")
    return []


def compose(text: str) -> list[yaml.Node]:
    """Return the root node of each document of a stream.

    PyYAML's own composer calls itself for each level, and a file may have any number of them.

    Raises:
        yaml.YAMLError: If the text is no YAML.
        RecursionError: If it is nested more than `DEEPEST` levels.
    """
    tree = _Tree()
    anchors: dict[str, yaml.Node] = {}
    for event in yaml.parse(text.translate(_NO_BREAKS), Loader=_LOADER):
        if isinstance(event, yaml.DocumentStartEvent):
            anchors = {}
        elif isinstance(event, yaml.CollectionEndEvent):
            tree.close(event.end_mark)
        elif isinstance(event, yaml.NodeEvent):
            node = anchors.get(str(event.anchor)) or _node(event)
            if event.anchor and not isinstance(event, yaml.AliasEvent):
                anchors[str(event.anchor)] = node
            tree.add(node)
            if isinstance(event, yaml.CollectionStartEvent):
                tree.open(node)
    return tree.documents


class _Tree:
    """Nodes as they come, hung up where they belong."""

    def __init__(self) -> None:
        self.documents: list[yaml.Node] = []
        self._opened: list[Any] = []
        self._keys: list[yaml.Node | None] = []

    def add(self, node: yaml.Node) -> None:
        """Add a node to the collection that is open."""
        if not self._opened:
            self.documents.append(node)
        elif isinstance(self._opened[-1], yaml.SequenceNode):
            self._opened[-1].value.append(node)
        elif (key := self._keys[-1]) is not None:
            self._opened[-1].value.append((key, node))
            self._keys[-1] = None
        else:
            self._keys[-1] = node

    def open(self, node: yaml.Node) -> None:
        """Make a collection the one that nodes are added to.

        Raises:
            RecursionError: Collections are nested too deeply.
        """
        self._opened.append(node)
        self._keys.append(None)
        if len(self._opened) > DEEPEST:
            raise RecursionError

    def close(self, end_mark: object) -> None:
        """End the collection that is open."""
        self._opened.pop().end_mark = end_mark
        self._keys.pop()


def _node(event: yaml.NodeEvent) -> yaml.Node:
    marks: tuple[Any, Any] = (event.start_mark, event.end_mark)
    if isinstance(event, yaml.MappingStartEvent):
        return yaml.MappingNode("", [], *marks, flow_style=event.flow_style)
    if isinstance(event, yaml.SequenceStartEvent):
        return yaml.SequenceNode("", [], *marks, flow_style=event.flow_style)
    if isinstance(event, yaml.ScalarEvent):
        return yaml.ScalarNode("", event.value, *marks, style=event.style)
    return yaml.ScalarNode("", "", *marks)  # an alias without its anchor


def add_yaml_keys(draft: RecordBuilder, documents: list[yaml.Node]) -> None:
    """Add the keys of all documents as symbols; of a broken file those at the margin."""
    if documents:
        keys = (key for node in documents for key in _keys(node, (), set()))
        add_keys(draft, _first_of_each(keys))
    else:
        add_keys(draft, _top_keys(draft.lines))


def entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, int]]:
    """Yield key, value and line of a mapping; nothing for any other node."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield str(key.value), value, key.start_mark.line + 1


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the items of a sequence; nothing for any other node."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def child(node: yaml.Node | None, *path: str) -> yaml.Node | None:
    """Return the value at a path of keys, or `None`."""
    for part in path:
        node = next((value for key, value, _ in entries(node) if key == part), None)
    return node


def scalar(node: yaml.Node | None) -> str:
    """Return a scalar's text; empty for any other node."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def last_line(node: yaml.Node) -> int:
    """Return the last line of a node.

    The end of a block is marked where the next thing starts, so that its last child decides.
    """
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        last = last[1] if isinstance(last, tuple) else last
        if last.start_mark.index <= node.start_mark.index:  # an alias to what stands before
            return int(node.start_mark.line) + 1
        node = last
    mark = node.end_mark
    return int(mark.line) + (mark.column > 0)


def _keys(node: yaml.Node, path: tuple[str, ...], seen: set[int]) -> Iterator[Key]:
    if not isinstance(node, yaml.MappingNode) or id(node) in seen:
        return
    if path and len(node.value) > MOST_BELOW_TOP:
        return
    seen.add(id(node))  # an alias is its anchor's node again
    for name, value, line in entries(node):
        here = (*path, name)
        end = max(line, last_line(value)) if value.start_mark.line >= line - 1 else line
        yield Key(here, line, end, scalar(value) if _is_short(value) else "")
        if len(here) < DEPTH:
            yield from _keys(value, here, seen)


def _is_short(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line


def _first_of_each(keys: Iterator[Key]) -> Iterator[Key]:
    """The second document of a stream often has the same keys: name each once."""
    seen: set[tuple[str, ...]] = set()
    for key in keys:
        if key.path not in seen:
            seen.add(key.path)
            yield key


def _top_keys(lines: list[str]) -> Iterator[Key]:
    for number, row in enumerate(lines, 1):
        if match := _TOP_KEY.match(row):
            yield Key((match[1].strip("\"'"),), number, number)
