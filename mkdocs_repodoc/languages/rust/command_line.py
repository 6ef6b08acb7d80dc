"""Options and commands that a Rust program declares with clap: derived, or built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.clap_attributes import ClapAttributes
from mkdocs_repodoc.languages.rust.clap_builders import BUILDERS, built
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    line_of,
    nodes_of,
    written,
)
from mkdocs_repodoc.model.name_parts import WORD_START
from mkdocs_repodoc.model.records import Import, Option
from mkdocs_repodoc.text.document_parts.documented_values import with_meanings
from mkdocs_repodoc.text.documented_defaults import on_defaults
from mkdocs_repodoc.text.english import one_line

_MENTIONED = (b"clap", b"structopt")
_PARSED = re.compile(r"#\[derive\(.*\b(?:Parser|Args|StructOpt)\b.*\)\]", re.DOTALL)
_COMMANDS = re.compile(r"#\[derive\(.*\bSubcommand\b.*\)\]", re.DOTALL)
_STATED_HELP = re.compile(r"(?<!\w)(?:help|about)\s*=\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
_LISTED = re.compile(r"^[ \t]|^\W ?|\w {2}", re.MULTILINE)
"""Values that are listed, each with its meaning, in a longer help."""
_LINE_BREAK = "{n}"
_ABOVE = frozenset({"attribute_item", "line_comment", "block_comment"})
"""What may stand between the documentation of an item and the item."""


def find_options(root: Node, code: bytes, imports: Sequence[Import]) -> Iterator[Option]:
    """Yield the options and commands of a file in source order."""
    del imports  # a derive may name clap by its path alone
    if not any(name in code for name in _MENTIONED):
        return
    takers = _takers(root, code)
    for node in nodes_of(root, ("struct_item", "enum_item", *BUILDERS)):
        if node.type in BUILDERS:
            yield from built(node, code)
        elif (body := node.child_by_field_name("body")) is not None:
            yield from _derived(node, body, code, takers)


def _takers(root: Node, code: bytes) -> dict[str, str]:
    """Return the types that hold the arguments of a command: `BuildArgs` of `Build(BuildArgs)`."""
    found = {}
    for node in nodes_of(root, ("enum_item",)):
        if _has_commands(node, code):
            for variant in nodes_of(node, ("enum_variant",)):
                for held in nodes_of(variant, ("ordered_field_declaration_list",)):
                    taken = written(held, code).strip("()").rpartition("::")[2]
                    found[taken] = _command(variant, code).flags[0]
    return found


def _has_commands(node: Node, code: bytes) -> bool:
    """Tell whether the variants of an enumeration are commands: also where it is the program."""
    derives = (_COMMANDS, _PARSED) if node.type == "enum_item" else ()
    return any(each.match(line) for each in derives for line in _before(node, code)[0])


def _derived(node: Node, body: Node, code: bytes, takers: Mapping[str, str]) -> Iterator[Option]:
    attributes, _ = _before(node, code)
    if node.type == "struct_item" and any(map(_PARSED.match, attributes)):
        command = takers.get(written(node.child_by_field_name("name"), code), "")
        for field in nodes_of(body, ("field_declaration",)):
            yield from _field(field, code, command)
    elif _has_commands(node, code):
        for variant in nodes_of(body, ("enum_variant",)):
            described = _command(variant, code)
            yield described
            for field in nodes_of(variant, ("field_declaration",)):
                yield from _field(field, code, described.flags[0])


def _before(node: Node, code: bytes) -> tuple[list[str], str]:
    """Return the attributes above an item, and its documentation."""
    attributes: list[str] = []
    documented: list[str] = []
    above = node.prev_named_sibling
    while above is not None and above.type in _ABOVE:
        text = code[above.start_byte : above.end_byte].decode("utf-8", "replace")
        if above.type == "attribute_item":
            attributes.insert(0, text)
        elif text.startswith("///"):
            documented.insert(0, text.removeprefix("///").strip())
        elif text.startswith("/**"):
            documented.insert(0, _block_text(text))
        above = above.prev_named_sibling
    return attributes, "\n".join(documented)


def _block_text(comment: str) -> str:
    """Return what a comment of several lines documents, without stars that begin its lines."""
    lines = comment.removeprefix("/**").removesuffix("*/").strip().split("\n")
    return "\n".join(line.strip().removeprefix("* ").removeprefix("*") for line in lines)


def _first_paragraph(documented: str) -> str:
    return one_line(documented.partition("\n\n")[0].replace(_LINE_BREAK, " "))


def _help(told: ClapAttributes, documented: str) -> str:
    """Return what an option is for, and what its longer help says of its default."""
    said = told.help or _first_paragraph(documented)
    _, *paragraphs = (told.long_help or documented).split("\n\n")
    prose = (one_line(part) for part in paragraphs if not _LISTED.search(part))
    on_default = (each for part in prose for each in on_defaults(part))
    bare = f"Defaults to {told.bare_value} when given without a value." if told.bare_value else ""
    whole = f"{said}." if bare and said and not said.endswith((".", "!", "?")) else said
    parts = (whole, *(each for each in on_default if each not in said), bare)
    return " ".join(filter(None, parts))


def _field(node: Node, code: bytes, command: str) -> Iterator[Option]:
    attributes, documented = _before(node, code)
    told = ClapAttributes(attributes, code)
    if told.is_elsewhere or any("command(" in each for each in attributes):
        return
    name = written(node.child_by_field_name("name"), code).removeprefix("r#")
    kind = written(node.child_by_field_name("type"), code)
    values, meanings = with_meanings(told.values(kind), told.long_help or documented)
    yield Option(
        told.flags(name) or (f"<{told.value_name or name.upper()}>",),
        _help(told, documented),
        line_of(node),
        told.default(kind),
        told.value_name if told.flags(name) else "",
        command=command,
        variables=told.variables(name),
        values=values,
        meanings=meanings,
        value_type="" if values else told.value_type(kind),
    )


def _command(node: Node, code: bytes) -> Option:
    attributes, documented = _before(node, code)
    given = " ".join(attributes)
    named = re.search(r"(?<!\w)name\s*=\s*\"([^\"]+)\"", given)
    said = _STATED_HELP.search(given)
    name = WORD_START.sub("-", written(node.child_by_field_name("name"), code)).lower()
    flags = (named[1] if named else name,)
    about = said[1] if said else _first_paragraph(documented)
    return Option(flags, about, line_of(node), is_command=True)
