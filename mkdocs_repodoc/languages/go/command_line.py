"""Options and commands that a Go program declares: flag, pflag, Cobra, urfave/cli, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.go.command_literals import (
    STRINGS,
    command_around,
    fields_of,
    held_flags,
    is_command,
    is_flag,
)
from mkdocs_repodoc.languages.go.tagged_options import (
    dashed,
    has_tags,
    prefixes_of_types,
    tagged_options,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    first_word,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Import, Option
from mkdocs_repodoc.text.english import shortened

_PACKAGES = re.compile(
    r"flag$|github\.com/(?:spf13/(?:pflag|cobra)|urfave/cli|jessevdk/go-flags)(?:/|$)"
)
_COPY = re.compile(r"\S+/cli(?:/v\d+)?$")
"""What may be a fork of urfave/cli, or the repository's own copy: its literals tell."""
_LITERALS = ("composite_literal", "field_declaration")
_DECLARING = ("call_expression", *_LITERALS)
_DECLARES = re.compile(
    r"(?:Bool|Count|Duration|Float|Func|IP|Int|String|Text|Uint|Var)[A-Za-z0-9]*?(Var)?(P)?$"
)
"""Functions of flag and pflag: `Var` sets a variable, `P` has a letter too."""
_VALUELESS = re.compile(r"(?:Count|Func|BoolFunc|Var)(?:Var)?P?$")
"""Those that take no default."""
_LONGEST_DEFAULT = 400
_FLAGS = re.compile(r"^(?P<command>\w+)\.(?:Persistent)?Flags\(\)$")
"""The flags of a command, which a variable may hold."""
_PLACE = re.compile(r"%[-+# 0]*[\d.]*[a-zA-Z]")
_FLAG_NAME = re.compile(r"[\w.-]+$")


def find_options(root: Node, code: bytes, imports: Sequence[Import]) -> Iterator[Option]:
    """Yield the options and commands of a file in source order."""
    declares = any(_PACKAGES.match(item.module) for item in imports)
    has_literals = declares or any(_COPY.match(item.module) for item in imports)
    if not has_literals and not has_tags(code):
        return
    commands = _variables(root, code) if declares else {}
    held = held_flags(root, code) if has_literals else {}
    prefixes = prefixes_of_types(root, code)
    kinds = _DECLARING if declares else _LITERALS if has_literals else _LITERALS[1:]
    for node in nodes_of(root, kinds):
        if node.type == "composite_literal":
            option = _literal(node, code, held)
        elif node.type == "field_declaration":
            yield from tagged_options(node, code, prefixes)
            continue
        else:
            option = _call(node, code, commands)
        if option is not None:
            yield option


def _variables(root: Node, code: bytes) -> dict[str, str]:
    """Return the variables that hold a command of Cobra, with its name."""
    found: dict[str, str] = {}
    for node in nodes_of(root, ("var_spec", "short_var_declaration", "assignment_statement")):
        name = node.child_by_field_name("name") or node.child_by_field_name("left")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        held = _FLAGS.search(written(value, code))
        if held is not None and held["command"] in found:
            found[written(name, code)] = found[held["command"]]
            continue
        literal = next(nodes_of(value, ("composite_literal",)), None) if value is not None else None
        if literal is not None and is_command(literal, code):
            use = string_in(fields_of(literal, code).get("Use"), code)
            found[written(name, code)] = first_word(use)
    return found


def _call(node: Node, code: bytes, commands: Mapping[str, str]) -> Option | None:
    """Read `command.Flags().StringVarP(&name, "name", "n", "default", "usage")` and its kin."""
    function = node.child_by_field_name("function")
    listed = node.child_by_field_name("arguments")
    field = function.child_by_field_name("field") if function is not None else None
    name = written(field, code)
    match = _DECLARES.match(name)
    if listed is None or match is None:
        return None
    arguments = listed.named_children
    if match[1] or name in {"Var", "VarP", "TextVar"}:
        arguments = arguments[1:]
    flags = [string_in(each, code) for each in arguments[: 2 if match[2] else 1]]
    rest = arguments[len(flags) :]
    usage = [each for each in rest if _said(each, code)]
    is_valueless = _VALUELESS.match(name) is not None
    wanted = ["usage"] if is_valueless else ["default", "usage"]
    if not flags or not _FLAG_NAME.match(flags[0]) or not usage or len(rest) < len(wanted):
        return None
    said = rest[0] if name.endswith("Func") else rest[-1]
    default = "" if is_valueless else _default(rest[0], code)
    flag_set = function.child_by_field_name("operand") if function is not None else None
    holder = _receiver(flag_set) if flag_set is not None else None
    command = commands.get(written(holder, code)) or commands.get(written(flag_set, code), "")
    return Option(dashed(flags), _said(said, code), line_of(node), default, command=command)


def _said(node: Node, code: bytes) -> str:
    """Return a text; of `fmt.Sprintf("[auto|%v] format", …)` with dots for what is put in."""
    if node.type == "call_expression":
        function = written(node.child_by_field_name("function"), code)
        listed = node.child_by_field_name("arguments")
        is_formatted = function == "fmt.Sprintf" and listed is not None and listed.named_children
        said = string_in(listed.named_children[0], code) if is_formatted and listed else ""
        return _PLACE.sub("…", said).replace("%%", "%")
    said = string_in(node, code)
    if node.type == "binary_expression":  # what the colon announces may be put in by a call
        said = said.rstrip().removesuffix(":")
    return said


def _receiver(call: Node) -> Node | None:
    """Return what a method is called on: `command` of `command.Flags()`."""
    function = call.child_by_field_name("function")
    return function.child_by_field_name("operand") if function is not None else None


def _literal(node: Node, code: bytes, held: Mapping[int, str | None]) -> Option | None:
    """Read `&cli.StringFlag{Name: …}` and `cobra.Command{Use: …}`."""
    names_command = is_command(node, code)
    if not names_command and not is_flag(node, code):
        return None
    fields = fields_of(node, code)
    name = string_in(fields.get("Use") or fields.get("Name"), code)
    about = string_in(fields.get("Short") or fields.get("Usage"), code)
    if not name or names_command:
        values = tuple(_valid_arguments(fields.get("ValidArgs"), code))
        if not name:
            return None
        return Option((name,), about, line_of(node), is_command=True, values=values)
    command = held.get(node.start_byte, command_around(node, code))
    if command is None:  # no command takes it
        return None
    aliases = _texts(fields.get("Aliases"), code)
    flags = (*dashed([name, *aliases]), *_inverse(node, name, fields, code))
    default = _default(fields["Value"], code) if "Value" in fields else ""
    variables = tuple(_variables_behind(fields, code))
    return Option(flags, about, line_of(node), default, command=command, variables=variables)


def _texts(node: Node | None, code: bytes) -> list[str]:
    """Return the texts that a value lists."""
    return [string_in(each, code) for each in nodes_of(node, STRINGS)] if node is not None else []


def _valid_arguments(node: Node | None, code: bytes) -> Iterator[str]:
    """Yield the arguments that a command takes, without what completion says of each."""
    for each in nodes_of(node, STRINGS) if node is not None else ():
        yield written(each, code).strip('"`').partition("\\t")[0]


def _inverse(node: Node, name: str, fields: Mapping[str, Node], code: bytes) -> Iterator[str]:
    """Yield the flag by which one takes back another, where its type makes one."""
    if "WithInverse" in written(node.child_by_field_name("type"), code):
        prefix = string_in(fields.get("InversePrefix"), code) or "no-"
        yield f"--{prefix}{name}"


def _variables_behind(fields: Mapping[str, Node], code: bytes) -> Iterator[str]:
    """Yield the environment variables that stand in for a flag: v1 has them in one text."""
    for each in _texts(fields.get("EnvVars") or fields.get("EnvVar"), code):
        yield from (name.strip() for name in each.split(","))
    sources = fields.get("Sources")
    for call in nodes_of(sources, ("call_expression",)) if sources is not None else ():
        if written(call.child_by_field_name("function"), code).endswith(("EnvVars", "EnvVar")):
            yield from _texts(call.child_by_field_name("arguments"), code)


def _default(node: Node, code: bytes) -> str:
    """Return a default as written; of a long call the last argument may be what matters."""
    shown = shortened(written(node, code), _LONGEST_DEFAULT)
    return "" if shown in {'""', "nil", "``"} else shown
