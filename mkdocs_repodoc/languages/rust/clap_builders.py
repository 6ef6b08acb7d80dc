"""Options and commands that a Rust program builds with clap: by methods, or by its macro."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.clap_macros import ArgumentMacro, argument_macro
from mkdocs_repodoc.languages.rust.clap_values import STANDARD
from mkdocs_repodoc.languages.rust.text_constants import CONSTANT, text_constant
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.english import one_line

BUILDERS = ("call_expression", "macro_invocation")
"""Types of the nodes that begin to build an option or command."""
_MADE = re.compile(r"(?:clap::)?(?:Arg|Command|App|SubCommand)::(?:new|with_name)$")
_ARGUMENT_MADE = re.compile(r"(?:clap::)?Arg::")
_MACRO = re.compile(r"(?:clap::)?arg$")
_PARSED = re.compile(
    r"(?:[\w:]*value_parser!\(|[\w:]*EnumValueParser::<)(?:[a-z_]\w*::)*(?P<type>[A-Z]\w*)[)>]"
    r"|&?(?:[a-z_]\w*::)*(?P<holder>[A-Z]\w*)::(?:VARIANTS|variants\(\)|possible_\w+\(\))$"
)
_PLACE = re.compile(r"\{([A-Z][A-Z0-9_]*)\}")
_ALIASES = (("-", "visible_short_alias"), ("-", "short_alias"))
_LONG_ALIASES = (("--", "visible_alias"), ("--", "alias"))


class _Chain(NamedTuple):
    """The methods that are called on what an expression makes."""

    said: Mapping[str, Node | None]
    """Name of a method → its first argument."""
    end: Node
    """The last of these calls; the expression itself where there is none."""


def built(node: Node, code: bytes) -> Iterator[Option]:
    """Yield what an expression builds: `Arg::new("port").short('p').help("…")`, `arg!(-p --port)`.

    Args:
        node: A node of one of the types that begin to build.
        code: The whole file, where constants are looked up.
    """
    if node.type == "macro_invocation":
        if _MACRO.match(written(node.child_by_field_name("macro"), code)):
            yield from _argument(node, code, argument_macro(written(node, code)))
        return
    function = written(node.child_by_field_name("function"), code)
    if not _MADE.match(function):
        return
    name = string_in(_given(node), code)
    if _ARGUMENT_MADE.match(function):
        yield from _argument(node, code, ArgumentMacro(name))
        return
    said, end = _chain(node, code)
    if name and _taken_by(end, code) == "subcommand":
        about = string_in(said.get("about"), code)
        yield Option((name,), about, line_of(node), is_command=True)


def _argument(node: Node, code: bytes, found: ArgumentMacro) -> Iterator[Option]:
    """Yield an option, as its macro and the methods that are called on it describe it."""
    said, end = _chain(node, code)
    short = written(said.get("short"), code).strip("'\"") or found.short
    long = string_in(said.get("long"), code) or found.long
    flags = [f"-{short}"] if short else []
    flags += [f"--{long}"] if long else []
    if flags:
        for sign, method in (*_ALIASES, *_LONG_ALIASES):
            alias = written(said.get(method), code).strip("'\"")
            flags += [f"{sign}{alias}"] if alias and alias.isprintable() else []
    default = default_in(said.get("default_value"), code)
    about = _text(said.get("help") or said.get("long_help") or said.get("about"), code)
    value = string_in(said.get("value_name"), code) or _names(said.get("value_names"), code)
    value = value or found.value
    shown = tuple(dict.fromkeys(flags)) or ((f"<{value or found.name}>",) if found.name else ())
    if shown:
        yield Option(
            shown,
            about or found.help,
            line_of(node),
            default,
            value if flags else "",
            command=_command_around(end, code),
            variables=tuple(filter(None, (string_in(said.get("env"), code),))),
            values=_written_out(said.get("value_parser") or said.get("possible_values"), code),
            value_type=_parsed(said.get("value_parser") or said.get("possible_values"), code),
        )


def _written_out(node: Node | None, code: bytes) -> tuple[str, ...]:
    """Return the values of a list of texts; nothing for any other parser of values."""
    if node is None or node.type not in {"array_expression", "reference_expression"}:
        return ()
    return tuple(string_in(each, code) for each in nodes_of(node, ("string_literal",)))


def _parsed(node: Node | None, code: bytes) -> str:
    """Return the type that a parser of values is for: `Colour` of `value_parser!(Colour)`."""
    match = _PARSED.match(written(node, code))
    named = match["type"] or match["holder"] if match is not None else ""
    return "" if named in STANDARD else named


def _names(node: Node | None, code: bytes) -> str:
    """Return the names of several values: `["MIN", "MAX"]`."""
    literals = nodes_of(node, ("string_literal",)) if node is not None else ()
    return " ".join(string_in(each, code) for each in literals)


def _text(node: Node | None, code: bytes) -> str:
    """Return a text that is written out, or put together from one and constants of the file."""
    if node is not None and node.type == "macro_invocation":
        inner = next((each for each in node.named_children if each.type == "token_tree"), None)
        parts = inner.named_children if inner is not None else []
        if len(parts) != 1:
            return ""
        found = string_in(parts[0], code)
        return one_line(_PLACE.sub(lambda place: _constant(place[1], code), found))
    name = written(node, code)
    return _constant(name, code) if CONSTANT.match(name) else string_in(node, code)


def _constant(name: str, code: bytes) -> str:
    said = text_constant(name, code)
    return one_line(re.sub(r"\\(?:\s*\n\s*|(.))", r"\1", said))


def _chain(node: Node, code: bytes) -> _Chain:
    said: dict[str, Node | None] = {}
    end = node
    while (member := end.parent) is not None and member.type == "field_expression":
        call = member.parent
        if call is None or call.type != "call_expression":
            break
        said[written(member.child_by_field_name("field"), code)] = _given(call)
        end = call
    return _Chain(said, end)


def _taken_by(end: Node, code: bytes) -> str:
    """Return the method that takes a value as its argument; empty if none does."""
    call = end.parent.parent if end.parent is not None else None
    if call is None or call.type != "call_expression":
        return ""
    function = call.child_by_field_name("function")
    return written(function.child_by_field_name("field"), code) if function is not None else ""


def _command_around(end: Node, code: bytes) -> str:
    """Return the command that takes an argument; empty for the program's own."""
    call = end.parent.parent if end.parent is not None else None
    start = call
    while start is not None and start.type == "call_expression":
        function = start.child_by_field_name("function")
        if function is None or function.type != "field_expression":
            break
        start = function.child_by_field_name("value")
    if call is None or start is None or start.type != "call_expression":
        return ""
    is_command = _MADE.match(written(start.child_by_field_name("function"), code))
    if not is_command or _taken_by(_chain(start, code).end, code) != "subcommand":
        return ""
    return string_in(_given(start), code)


def _given(call: Node) -> Node | None:
    """Return the first argument of a call."""
    listed = call.child_by_field_name("arguments")
    return listed.named_children[0] if listed is not None and listed.named_children else None
