"""Options and commands that a script declares with Commander, yargs, cac or sade, or as objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.options.declared_flags import find_declared_flags
from mkdocs_repodoc.languages.javascript.options.listed_options import find_listed_options
from mkdocs_repodoc.languages.javascript.options.made_options import by_strings, made_option
from mkdocs_repodoc.languages.javascript.options.option_objects import (
    mapped_options,
    option_by_object,
    pairs_of,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    first_word,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Import, Option

_PACKAGES = frozenset(
    {"commander", "@commander-js/extra-typings", "yargs", "yargs/yargs", "cac", "sade"}
)
_HANDED = re.compile(rb"\bimport\(['\"](?:commander|yargs|cac)['\"]\)\.\w+")
"""The type of a program that a function of the file is handed, as a comment says."""
_COMMAND_MODULE = re.compile(
    rb"^(?:module\.)?(?:exports\.|export const )command\s*=\s*"
    rb"(?P<quote>['\"])(?P<name>[^'\"]+)(?P=quote)",
    re.MULTILINE,
)
"""What a module says that yargs is given as a command."""
_COMMAND_TEXT = re.compile(
    rb"^(?:module\.)?(?:exports\.|export const )desc(?:ribe|ription)?\s*=\s*"
    rb"(?P<quote>['\"])(?P<said>[^'\"\n]+)(?P=quote)",
    re.MULTILINE,
)
_CURRENT = frozenset({"cac", "sade"})
"""Those in which a command is what options are added to next, also if it is described at once."""
_OPTIONS = frozenset({"option", "options", "requiredOption", "positional", "argument"})
_KNOWN = _OPTIONS | {"command"}


def find_options(root: Node, code: bytes, imports: Sequence[Import]) -> Iterator[Option]:
    """Yield the options and commands of a file in source order."""
    yield from find_listed_options(root, code)
    yield from find_declared_flags(root, code, imports)
    yield from _command_module(code)
    if not any(item.module in _PACKAGES for item in imports) and not _HANDED.search(code):
        return
    reader = _Reader(code, follows_on=any(item.module in _CURRENT for item in imports))
    found = reader.read(root)
    yield from sorted(found, key=lambda option: option.line)


def _command_module(code: bytes) -> Iterator[Option]:
    """Yield the command that a module is, if it says its name and what it is for."""
    named, said = _COMMAND_MODULE.search(code), _COMMAND_TEXT.search(code)
    if named is not None and said is not None:
        name, about = (each.decode("utf-8", "replace") for each in (named["name"], said["said"]))
        yield Option((name,), about, code.count(b"\n", 0, named.start()) + 1, is_command=True)


class _Reader:
    """Reads the calls of one file.

    Args:
        code: The file.
        follows_on: Whether a command with a description or a builder is what its chain is about;
            with Commander and yargs the chain then goes on with the program.
    """

    def __init__(self, code: bytes, *, follows_on: bool) -> None:
        self._code = code
        self._most = 2 if follows_on else 1
        self._variables: dict[str, str] = {}
        """The variables that hold a command, with its name."""

    def read(self, root: Node) -> list[Option]:
        """Return the options and commands in the order of their calls."""
        for node in nodes_of(root, ("variable_declarator",)):
            if command := self._of_chain(node.child_by_field_name("value")):
                self._variables[self._written(node, "name")] = command
        found: list[Option] = []
        for node in nodes_of(root, ("call_expression", "new_expression")):
            if made := made_option(node, self._code):
                found.append(msgspec.structs.replace(made[0], command=self._taking(made[1])))
            elif node.type == "call_expression":
                found += self._of_call(node)
        return found

    def _taking(self, node: Node) -> str:
        """Return the command that is given an object: `serve` of `serve.addOption(…)`."""
        call = node.parent.parent if node.parent is not None else None
        if call is None or call.type != "call_expression":
            return ""
        function = call.child_by_field_name("function")
        if not self._written(function, "property").startswith("add") or function is None:
            return ""
        return self._of_chain(function.child_by_field_name("object"))

    def _written(self, node: Node | None, field: str) -> str:
        return written(node.child_by_field_name(field) if node is not None else None, self._code)

    def _of_chain(self, node: Node | None) -> str:
        """Return the last command of a chain such as `program.command("build").option(…)`."""
        while node is not None and node.type == "call_expression":
            function = node.child_by_field_name("function")
            if function is None or function.type != "member_expression":
                return ""
            if self._written(function, "property") == "command":
                given = _arguments(node)
                if len(given) <= self._most:
                    return self._first_word(given)
            node = function.child_by_field_name("object")
        return self._variables.get(written(node, self._code), "")

    def _around(self, node: Node) -> str:
        """Return the command whose builder, a function among its arguments, a call stands in."""
        above = node.parent
        while above is not None:
            if above.type == "call_expression":
                function = above.child_by_field_name("function")
                inside = any(
                    each.start_byte <= node.start_byte < each.end_byte for each in _arguments(above)
                )
                if inside and self._written(function, "property") == "command":
                    return self._first_word(_arguments(above))
            above = above.parent
        return ""

    def _first_word(self, arguments: Sequence[Node]) -> str:
        return first_word(string_in(arguments[0], self._code)) if arguments else ""

    def _of_call(self, node: Node) -> Iterator[Option]:
        """Yield what a call declares: one option or command, or all options of an object."""
        function = node.child_by_field_name("function")
        given = _arguments(node)
        is_one = bool(given) and bool(string_in(given[0], self._code))
        if self._written(function, "property") != "options" or is_one:
            if (option := self._call(node)) is not None:
                yield option
            return
        around = function.child_by_field_name("object") if function is not None else None
        command = self._of_chain(around) or self._around(node)
        for option in mapped_options(node, self._code):
            yield msgspec.structs.replace(option, command=command)

    def _call(self, node: Node) -> Option | None:
        code = self._code
        function = node.child_by_field_name("function")
        named = function.child_by_field_name("property") if function is not None else None
        method = written(named, code)
        if function is None or named is None or method not in _KNOWN:
            return None
        arguments = _arguments(node)
        first = string_in(arguments[0], code) if arguments else ""
        if not first:
            return None
        rest = arguments[1:]
        about = string_in(rest[0], code) if rest else ""
        if method == "command":
            described = about or _description(node, code)
            return Option((first,), described, line_of(named), is_command=True)
        command = self._of_chain(function.child_by_field_name("object")) or self._around(node)
        if rest and rest[0].type == "object":
            option = option_by_object(first, pairs_of(rest[0], code), code, line_of(named), method)
        else:
            option = _by_strings(first, about, rest[1:], code, line_of(named))
        return msgspec.structs.replace(option, command=command)


def _arguments(call: Node) -> list[Node]:
    listed = call.child_by_field_name("arguments")
    return [each for each in listed.named_children if each.type != "comment"] if listed else []


def _by_strings(first: str, about: str, rest: Sequence[Node], code: bytes, line: int) -> Option:
    """Read `.option("-p, --port <number>", "where to listen", 80)`."""
    default = ""
    if rest and rest[0].type == "object":  # cac, sade
        given = pairs_of(rest[0], code).get("default")
        default = string_in(given, code) or default_in(given, code)
    elif len(rest) > 1:  # what makes a value of what is given stands before the default
        default = default_in(rest[1], code)
    elif rest and "function" not in rest[0].type and not _is_reader(rest[0], code):
        default = default_in(rest[0], code)
    return by_strings(first, about, line, default)


def _is_reader(node: Node, code: bytes) -> bool:
    """Tell whether a name alone may be the function that reads the value: no constant has it."""
    return node.type == "identifier" and not written(node, code).isupper()


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
