"""Command-line options that yargs and its like are told of as objects, one by one or together."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.options.choices import choices_in, object_of
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Option

_ABOUT = ("describe", "description", "desc")


def pairs_of(node: Node, code: bytes) -> dict[str, Node]:
    """Return the values of an object by their keys."""
    return {
        written(pair.child_by_field_name("key"), code).strip("\"'"): value
        for pair in node.named_children
        if pair.type == "pair" and (value := pair.child_by_field_name("value")) is not None
    }


def option_by_object(
    name: str, pairs: dict[str, Node], code: bytes, line: int, method: str
) -> Option:
    """Read `.option("port", { alias: "p", describe: "…", default: 80 })`.

    Args:
        name: The option's name.
        pairs: What the object says of it.
        code: The file.
        line: Where the option is declared.
        method: What is called; only the names that `option` is given become flags.
    """
    listed = nodes_of(pairs["alias"], ("string",)) if "alias" in pairs else ()
    aliases = (string_in(each, code) for each in listed)
    names = [name, *aliases]
    if method in {"option", "options"} and not name.startswith("-"):
        names = [f"-{each}" if len(each) == 1 else f"--{each}" for each in names if each]
    about = next((string_in(pairs[key], code) for key in _ABOUT if key in pairs), "")
    default = string_in(pairs.get("defaultDescription"), code)
    choices = choices_in(pairs.get("choices"), code)
    return Option(
        tuple(names),
        about,
        line,
        default or default_in(pairs.get("default"), code),
        values=choices.values,
        value_type=choices.held_by,
    )


def mapped_options(call: Node, code: bytes) -> Iterator[Option]:
    """Yield the options of `.options({ port: { alias: "p", describe: "…" } })`.

    Args:
        call: The call; the object may be a variable of its file.
        code: The file.
    """
    listed = call.child_by_field_name("arguments")
    given = listed.named_children if listed is not None else []
    held = object_of(given[0], code, "object") if len(given) == 1 else None
    for pair in held.named_children if held is not None else ():
        value = pair.child_by_field_name("value") if pair.type == "pair" else None
        if value is not None and value.type == "object":
            name = written(pair.child_by_field_name("key"), code).strip("\"'")
            yield option_by_object(name, pairs_of(value, code), code, line_of(pair), "option")
