"""Options that a function or class takes in one object, with their defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    written,
)
from mkdocs_repodoc.model.facts import ListedSetting, SettingsList

_OBJECT = rb"_?(?:user_?)?(?:options|opts|config|settings)"
_FLAGS = re.IGNORECASE
_READ = re.compile(
    rb"(?<![\w.$])" + _OBJECT + rb"\??\.([A-Za-z_]\w*)\s*(?:\|\||\?\?)\s*(?=[^\s=])", _FLAGS
)
_OPTION = re.compile(rb"(?:this\.)?" + _OBJECT + rb"\??\.[\w.]+", _FLAGS)
_BRACKETS = "parenthesized_expression"
_SET = re.compile(
    rb"(?<![\w.$])(?:this\.)?" + _OBJECT + rb"\.([A-Za-z_]\w*)\s*(?:\?\?|\|\|)=\s*", _FLAGS
)
_COMPLETED = re.compile(
    rb"\bif\s*\(\s*((?:this\.)?" + _OBJECT + rb"\.)([A-Za-z_]\w*)\s*={2,3}\s*"
    rb"(?:undefined|null)\s*\)\s*\{?\s*\1\2\s*=(?!=)\s*",
    _FLAGS,
)
_OTHER = re.compile(r"!*(?!(?:true|false|null|undefined|process)\b)[a-z]\w*(?:\??\.[a-z]\w*)*")
"""A variable, or what it holds: the setting has another name there, which is no default."""
_SPREAD = re.compile(rb"\.\.\.\s*(?:\w+\.)?" + _OBJECT + rb"\s*[,}\s]", _FLAGS)
_TAKEN = re.compile(rb"\}\s*=\s*(" + _OBJECT + rb")\b(?!\s*[.\[(?])", _FLAGS)
_FUNCTIONS = frozenset({"function_declaration", "function_expression", "arrow_function"})
_ASSIGNMENTS = frozenset({"assignment_expression", "augmented_assignment_expression"})
_WITH_DEFAULT = frozenset({"object_assignment_pattern", "assignment_pattern"})
_WORD = re.compile(r"[\w$]+")
_LEAST = 3


def option_reads(root: Node, code: bytes) -> Iterator[SettingsList]:
    """Yield the options of each function or class that has defaults for some of them.

    What a name with an underscore takes is set by the software itself.
    """
    found: dict[str, dict[str, ListedSetting]] = {}
    readers = (_laid_under, _read, _taken, _set)
    for owner, setting in chain.from_iterable(each(root, code) for each in readers):
        if owner and not owner.startswith("_") and not setting.name.startswith("_"):
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
        if _asks(root, node, match.start(), code):
            continue
        value = node.child_by_field_name("right")
        setting = ListedSetting(match[1].decode(), "", default_in(value, code), line_of(node))
        yield _owner(root, node, code), setting


def _asks(root: Node, node: Node, start: int, code: bytes) -> bool:
    """Tell whether an alternative only asks whether one of several options is set.

    Args:
        root: The file's tree.
        node: The alternative.
        start: Where the option begins.
        code: The file.
    """
    left = node.child_by_field_name("left")
    before = left.child_by_field_name("right") if left and left.type == node.type else left
    if before is None or start not in {before.start_byte, left.start_byte if left else -1}:
        return True  # `!options.quiet || …`
    whole = node
    for around in _way_to(root, node):
        if around.type not in {node.type, _BRACKETS}:
            break
        whole = around if around.type == node.type else whole
    last = written(whole.child_by_field_name("right"), code).lstrip("!").encode()
    return _OPTION.fullmatch(last) is not None


def _taken(root: Node, code: bytes) -> Iterator[tuple[str, ListedSetting]]:
    """Read `const { port = 80, host } = options`."""
    for match in _TAKEN.finditer(code):
        node = root.descendant_for_byte_range(match.start(), match.start() + 1)
        pattern = node.parent if node is not None and not node.is_named else node
        if pattern is None or pattern.type != "object_pattern":
            continue
        owner, parts = _owner(root, pattern, code), pattern.named_children
        has_default = any(each.type in _WITH_DEFAULT for each in parts)
        if not has_default and not _is_handed(root, pattern, match[1], code):
            continue
        for each in parts:
            name, value = each, None
            if each.type in _WITH_DEFAULT:
                name = each.child_by_field_name("left") or each
                value = each.child_by_field_name("right")
            if name.type == "shorthand_property_identifier_pattern":
                setting = ListedSetting(
                    written(name, code), "", default_in(value, code), line_of(each)
                )
                yield owner, setting


def _is_handed(root: Node, node: Node, name: bytes, code: bytes) -> bool:
    """Tell whether an object is handed to the function around a node by who uses the module."""
    nodes = _way_to(root, node)
    taker = next((each for each in nodes if each.type in {*_FUNCTIONS, "method_definition"}), None)
    if taker is None:
        return False
    given = taker.child_by_field_name("parameters") or taker.child_by_field_name("parameter")
    is_taken = name.decode() in _WORD.findall(written(given, code))
    is_exported = any(each.type == "export_statement" for each in nodes)
    return is_taken and (is_exported or b"module.exports" in code)


def _laid_under(root: Node, code: bytes) -> Iterator[tuple[str, ListedSetting]]:
    """Read `{ port: 80, ...options, host: named(options.host) }`.

    What stands in front is the default, what stands behind is worked out of what is given.
    """
    known: set[int] = set()  # beginnings of what is spread in literals that have been read
    for match in _SPREAD.finditer(code):
        literal = None if match.start() in known else _literal_around(root, match.start())
        if literal is None:
            continue
        children = literal.named_children
        spread = [each.start_byte for each in children if each.type == "spread_element"]
        known.update(spread)
        pairs = [each for each in children if each.type == "pair"]
        if len(pairs) < _LEAST:
            continue
        least = pairs[_LEAST - 1].end_byte
        given = (each for each in spread if each >= least and _SPREAD.match(code, each))
        if (start := next(given, None)) is not None:
            owner = _owner(root, literal, code)
            for each in pairs:
                yield owner, _laid(each, code, start)


def _literal_around(root: Node, start: int) -> Node | None:
    """Return the object into which something is spread."""
    node = root.descendant_for_byte_range(start, start + 3)
    spread = node.parent if node is not None and not node.is_named else node
    literal = spread.parent if spread is not None and spread.type == "spread_element" else None
    return literal if literal is not None and literal.type == "object" else None


def _laid(pair: Node, code: bytes, spread: int) -> ListedSetting:
    """Return a setting of an object, with its default where it stands before what is given."""
    value = pair.child_by_field_name("value") if pair.end_byte <= spread else None
    name = written(pair.child_by_field_name("key"), code).strip("\"'")
    return ListedSetting(name, "", default_in(value, code), line_of(pair))


def _set(root: Node, code: bytes) -> Iterator[tuple[str, ListedSetting]]:
    """Read `options.port ??= 80` and `if (options.port === undefined) options.port = 80`."""
    for pattern in (_SET, _COMPLETED):
        for match in pattern.finditer(code):
            node = root.descendant_for_byte_range(match.end() - 1, match.end())
            while node is not None and node.type not in _ASSIGNMENTS:
                node = node.parent
            if node is not None and match.start() <= node.start_byte < match.end():
                value = node.child_by_field_name("right")
                name = match.groups()[-1].decode()
                is_other = _OTHER.fullmatch(written(value, code)) is not None
                default = "" if is_other else default_in(value, code)
                yield _owner(root, node, code), ListedSetting(name, "", default, line_of(node))


def _owner(root: Node, node: Node, code: bytes) -> str:
    """Return the name of the function around a node; of a constructor, that of its class."""
    nodes = _way_to(root, node)
    for index, around in enumerate(nodes):
        name = written(around.child_by_field_name("name"), code)
        if around.type == "method_definition" and name != "constructor":
            return name
        if around.type in {"class_declaration", "class", "function_declaration"} and name:
            return name
        if around.type in _FUNCTIONS and index + 1 < len(nodes):
            return written(nodes[index + 1].child_by_field_name("name"), code)
    return ""


def _way_to(root: Node, node: Node) -> list[Node]:
    """Return the nodes around a node, the innermost first.

    To ask each for its parent would start at the root each time.
    """
    nodes: list[Node] = []
    around: Node | None = root
    while around is not None and around != node:
        nodes.append(around)
        around = around.child_with_descendant(node)
    return nodes[::-1]
