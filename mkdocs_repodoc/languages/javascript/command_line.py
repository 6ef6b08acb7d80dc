"""Options and commands that a script declares with Commander, yargs, cac or sade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.option_declarations import (
    default_in,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Import, Option

_PACKAGES = frozenset(
    {"commander", "@commander-js/extra-typings", "yargs", "yargs/yargs", "cac", "sade"}
)
_OPTIONS = frozenset({"option", "requiredOption", "positional", "argument"})
_VALUE = re.compile(r"\s*([<\[].*)")
_BETWEEN = re.compile(r"\s*[,|]\s*|\s+(?=-)")
_ABOUT = ("describe", "description", "desc")


def find_options(root: Node, code: bytes, imports: Sequence[Import]) -> Iterator[Option]:
    """Yield the options and commands of a file in source order."""
    if not any(item.module in _PACKAGES for item in imports):
        return
    found = [
        option
        for node in nodes_of(root, ("call_expression",))
        if (option := _call(node, code)) is not None
    ]
    yield from sorted(found, key=lambda option: option.line)


def _call(node: Node, code: bytes) -> Option | None:
    function = node.child_by_field_name("function")
    listed = node.child_by_field_name("arguments")
    named = function.child_by_field_name("property") if function is not None else None
    method = written(named, code)
    if named is None or listed is None or method not in _OPTIONS | {"command"}:
        return None
    arguments = [each for each in listed.named_children if each.type != "comment"]
    first = string_in(arguments[0], code) if arguments else ""
    if not first:
        return None
    rest = arguments[1:]
    about = string_in(rest[0], code) if rest else ""
    if method == "command":
        described = about or _description(node, code)
        return Option((first,), described, line_of(named), is_command=True)
    if rest and rest[0].type == "object":
        return _by_object(first, _pairs(rest[0], code), code, line_of(named), method)
    value = _VALUE.search(first) if first.startswith("-") else None
    flags = tuple(filter(None, _BETWEEN.split(first[: value.start()] if value else first)))
    default = default_in(rest[1], code) if len(rest) > 1 and "function" not in rest[1].type else ""
    return Option(flags, about, line_of(named), default, value[1] if value else "")


def _by_object(name: str, pairs: dict[str, Node], code: bytes, line: int, method: str) -> Option:
    """Read `.option("port", { alias: "p", describe: "…", default: 80 })`."""
    listed = nodes_of(pairs["alias"], ("string",)) if "alias" in pairs else ()
    aliases = (string_in(each, code) for each in listed)
    names = [name, *aliases]
    if method == "option" and not name.startswith("-"):
        names = [f"-{each}" if len(each) == 1 else f"--{each}" for each in names if each]
    about = next((string_in(pairs[key], code) for key in _ABOUT if key in pairs), "")
    return Option(tuple(names), about, line, default_in(pairs.get("default"), code))


def _pairs(node: Node, code: bytes) -> dict[str, Node]:
    return {
        written(pair.child_by_field_name("key"), code).strip("\"'"): value
        for pair in node.named_children
        if pair.type == "pair" and (value := pair.child_by_field_name("value")) is not None
    }


def _description(node: Node, code: bytes) -> str:
    """Return the description that is set on a command further along the chain of calls."""
    while (member := node.parent) is not None and member.type == "member_expression":
        call = member.parent
        if call is None or call.type != "call_expression":
            break
        method = written(member.child_by_field_name("property"), code)
        if method == "command":
            break
        listed = call.child_by_field_name("arguments")
        if method in {"description", "describe"} and listed is not None and listed.named_children:
            return string_in(listed.named_children[0], code)
        node = call
    return ""
