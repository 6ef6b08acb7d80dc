"""Values written out of types that hold settings: what the languages' readers share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    line_of,
    written,
)
from mkdocs_repodoc.model.facts import FallbackValue, ListedSetting, SettingsList, TypeDefaults
from mkdocs_repodoc.text.english import shortened

DefaultsFinder = Callable[[Node, bytes], Iterable[TypeDefaults | SettingsList | FallbackValue]]
"""Reads the defaults of a file from its tree and its code."""

Field = tuple[Node, Node]
"""Name and value."""

SETTINGS_TYPE = re.compile(r"\w*(?:Options|Opts|Config|Configuration|Settings|Preferences)$")
DEFAULTING = re.compile(r"_*(?:(?:new|get|make|create|with|the)_?)?defaults?", re.IGNORECASE)
"""How names of functions and variables begin that hold defaults."""
LISTING = re.compile(
    r"_*(?:[a-z]+_?)*defaults?_?(?:options|opts|config|configuration|settings|internals|values|params)?$",
    re.IGNORECASE,
)
"""Names of variables that hold a default for each of the settings."""
_LEAST_LISTED = 4
_LONGEST_DEFAULT = 60
_DEPTH = 2
"""Values in values that are read."""
_LEAST = 2
_TYPE_PARAMETERS = re.compile(r"<.*|\[.*")


def type_defaults(
    kind: Node | None, value: Node, code: bytes, fields_of: Callable[[Node], Iterable[Field]]
) -> Iterator[TypeDefaults]:
    """Yield the defaults that a value of a type gives; nothing if it gives hardly any.

    Args:
        kind: The type as the code has it.
        value: What is written out.
        code: The code.
        fields_of: Returns the fields of such a value; none of any other.
    """
    name = _TYPE_PARAMETERS.sub("", written(kind, code)).rpartition(".")[2].rpartition("::")[2]
    settings = tuple(_settings(value, code, fields_of, "", _DEPTH))
    if name and len(settings) >= _LEAST:
        yield TypeDefaults(name, settings, line_of(value))


def settings_list(
    name: Node | None, value: Node, code: bytes, fields_of: Callable[[Node], Iterable[Field]]
) -> Iterator[SettingsList]:
    """Yield the settings of a value that lists them with their defaults; nothing of any other.

    Args:
        name: The variable that holds it.
        value: What is written out.
        code: The code.
        fields_of: Returns the fields of such a value; none of any other.
    """
    if not LISTING.match(written(name, code)):
        return
    settings = tuple(_settings(value, code, fields_of, "", _DEPTH))
    if sum("." not in each.name for each in settings) >= _LEAST_LISTED:
        yield SettingsList(written(name, code), settings, line_of(value))


def _settings(
    value: Node,
    code: bytes,
    fields_of: Callable[[Node], Iterable[Field]],
    prefix: str,
    depth: int,
) -> Iterator[ListedSetting]:
    for key, given in fields_of(value):
        name = prefix + written(key, code).strip("\"'")
        default = shortened(_value(given, code, fields_of), _LONGEST_DEFAULT)
        yield ListedSetting(name, "", default, line_of(key))
        if depth > 1:
            yield from _settings(given, code, fields_of, f"{name}.", depth - 1)


def _value(value: Node, code: bytes, fields_of: Callable[[Node], Iterable[Field]]) -> str:
    """Return a value as written, one with fields without what stands between them."""
    fields = [f"{written(key, code)}: {written(given, code)}" for key, given in fields_of(value)]
    return f"{{{', '.join(fields)}}}" if fields else written(value, code)
