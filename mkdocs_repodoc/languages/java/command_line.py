"""Options that a Java program tells apart by itself: a `switch` over what was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.tools.option_names import FLAG
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    line_of,
    nodes_of,
    string_in,
)
from mkdocs_repodoc.model.records import Import, Option

_LEAST_LONG = 2
"""Labels such as `--port` that make a `switch` one over options."""


def find_options(root: Node, code: bytes, _imports: Sequence[Import]) -> Iterator[Option]:
    """Yield the options whose names are labels of one `switch`, in source order."""
    for switch in nodes_of(root, ("switch_expression", "switch_statement")):
        body = switch.child_by_field_name("body")
        found = [] if body is None else [each for each in _labels(body, code) if each.flags]
        if sum(flag.startswith("--") for each in found for flag in each.flags) >= _LEAST_LONG:
            yield from found


def _labels(body: Node, code: bytes) -> Iterator[Option]:
    """Yield the labels of a `switch`, those of others in it left out; cases run on are one."""
    for group in body.named_children:
        labels = [each for each in group.named_children if each.type == "switch_label"]
        strings = [text for label in labels for text in label.named_children]
        flags = [text for each in strings if FLAG.match(text := string_in(each, code))]
        yield Option(tuple(dict.fromkeys(flags)), "", line_of(group))
