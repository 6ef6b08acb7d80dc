"""Options that a function or class takes in one object, with their defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    written,
)
from mkdocs_repodoc.model.facts import ListedSetting, SettingsList

_OBJECT = rb"(?:options|opts|config|settings)"
_READ = re.compile(rb"(?<![\w.$])" + _OBJECT + rb"\??\.([A-Za-z_]\w*)\s*(?:\|\||\?\?)\s*(?=[^\s=])")
_TAKEN = re.compile(rb"\}\s*=\s*" + _OBJECT + rb"\b")
_FUNCTIONS = frozenset({"function_declaration", "function_expression", "arrow_function"})
_LEAST = 3


def option_reads(root: Node, code: bytes) -> Iterator[SettingsList]:
    """Yield the options of each function or class that has defaults for some of them."""
    found: dict[str, dict[str, ListedSetting]] = {}
    for owner, setting in (*_read(root, code), *_taken(root, code)):
        if owner:
            found.setdefault(owner, {}).setdefault(setting.name, setting)
    for owner, settings in found.items():
        listed = tuple(sorted(settings.values(), key=lambda each: each.line))
        if len(listed) >= _LEAST:
            yield SettingsList(owner, listed, listed[0].line)


def _read(root: Node, code: bytes) -> Iterator[tuple[str, ListedSetting]]:
    """Read `options.port || 80`."""
    for match in _READ.finditer(code):
        node = root.descendant_for_byte_range(match.start(), match.end() - 1)
        if node is None or node.type != "binary_expression":
            continue  # text, or a comment
        value = node.child_by_field_name("right")
        setting = ListedSetting(match[1].decode(), "", default_in(value, code), line_of(node))
        yield _owner(node, code), setting


def _taken(root: Node, code: bytes) -> Iterator[tuple[str, ListedSetting]]:
    """Read `const { port = 80, host } = options`."""
    for match in _TAKEN.finditer(code):
        node = root.descendant_for_byte_range(match.start(), match.start() + 1)
        pattern = node.parent if node is not None and not node.is_named else node
        if pattern is None or pattern.type != "object_pattern":
            continue
        for each in pattern.named_children:
            name, value = each, None
            if each.type in {"object_assignment_pattern", "assignment_pattern"}:
                name = each.child_by_field_name("left") or each
                value = each.child_by_field_name("right")
            if name.type == "shorthand_property_identifier_pattern":
                setting = ListedSetting(
                    written(name, code), "", default_in(value, code), line_of(each)
                )
                yield _owner(pattern, code), setting


def _owner(node: Node, code: bytes) -> str:
    """Return the name of the function around a node; of a constructor, that of its class."""
    around = node.parent
    while around is not None:
        name = written(around.child_by_field_name("name"), code)
        if around.type == "method_definition" and name != "constructor":
            return name
        if around.type in {"class_declaration", "class", "function_declaration"} and name:
            return name
        if around.type in _FUNCTIONS and around.parent is not None:
            return written(around.parent.child_by_field_name("name"), code)
        around = around.parent
    return ""
