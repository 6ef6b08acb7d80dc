"""Settings that a module lists, and the names of settings files in its code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.python.outline.options.setting_classes import class_lists
from mkdocs_repodoc.languages.python.outline.settings.schema_lists import schema_lists
from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import ListedSetting, SettingsFile, SettingsList
from mkdocs_repodoc.text.settings_files import is_settings_file, mentions_settings_file

_LEAST = 4
_NAMED = re.compile(
    r"_*(?:[A-Za-z]+_)*(?:DEFAULTS?|OPTIONS|SETTINGS|PARAM(?:ETER)?S|DEFAULT_CONFIG)$",
    re.IGNORECASE,
)
"""Names of tables that list what one can set."""
_LONGEST = 60
_DEPTH = 3
"""Dictionaries in one another whose entries are settings."""


def read_settings(
    tree: ast.Module, text: str, source: SourceExcerpts
) -> tuple[SettingsList | SettingsFile, ...]:
    """Return the lists of a module and of its classes, then the files, each in source order."""
    lists = (*_lists(tree.body, "", source), *class_lists(tree, source))
    files: dict[str, SettingsFile] = {}
    if mentions_settings_file(text):
        for node in nodes_below(tree):
            name = node.value if isinstance(node, ast.Constant) else None
            if isinstance(name, str) and is_settings_file(name):
                files.setdefault(name, SettingsFile(name, getattr(node, "lineno", 1)))
    return (*lists, *sorted(files.values(), key=lambda each: each.line))


def _lists(body: Sequence[ast.stmt], prefix: str, source: SourceExcerpts) -> Iterator[SettingsList]:
    values = _values(body)
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _lists(node.body, f"{prefix}{node.name}.", source)
        elif isinstance(node, ast.FunctionDef) and (listed := _returned(node)) is not None:
            values = {**values, node.name: listed}
    for name, value in values.items():
        if _NAMED.match(name):
            settings = tuple(_settings(value, values, source))
            if len(settings) >= _LEAST:
                yield SettingsList(f"{prefix}{name}", settings, value.lineno)
    yield from schema_lists(values, prefix, source)


def _values(body: Sequence[ast.stmt]) -> Mapping[str, ast.expr]:
    """Return the names that a body sets at its own level, with what it sets them to."""
    found: dict[str, ast.expr] = {}
    for node in body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {each.id: node.value for each in targets if isinstance(each, ast.Name)}
    return found


def _returned(function: ast.FunctionDef) -> ast.Dict | None:
    """Return the dictionary that a function writes out and returns at its end, if that is all."""
    returns = [node for node in nodes_below(function) if isinstance(node, ast.Return)]
    last = function.body[-1]
    is_only = len(returns) == 1 and last is returns[0]
    value = last.value if is_only and isinstance(last, ast.Return) else None
    return value if isinstance(value, ast.Dict) else None


def _entries(
    listed: ast.Dict, prefix: str, source: SourceExcerpts, depth: int
) -> Iterator[ListedSetting]:
    """Yield the settings of a dictionary, those of one in it by dotted names."""
    for key, value in zip(listed.keys, listed.values, strict=True):
        if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
            continue
        name = f"{prefix}{key.value}"
        if isinstance(value, ast.Dict) and depth and _is_group(value):
            yield from _entries(value, f"{name}.", source, depth - 1)
        else:
            yield ListedSetting(name, "", source.short(value, _LONGEST), key.lineno)


def _is_group(value: ast.Dict) -> bool:
    """Tell whether a value holds settings, each by a name."""
    keys = (getattr(key, "value", None) for key in value.keys)
    return bool(value.keys) and all(isinstance(key, str) and key.isidentifier() for key in keys)


def _settings(
    value: ast.expr, beside: Mapping[str, ast.expr], source: SourceExcerpts
) -> Iterator[ListedSetting]:
    """Read pairs of a name and what casts it, and dictionaries of names and defaults.

    Args:
        value: What is listed.
        beside: What stands beside the list by name: the default of a setting with that name.
        source: The file.
    """
    if isinstance(value, ast.Call) and len(value.args) == 1 and isinstance(value.args[0], ast.Dict):
        value = value.args[0]  # a dictionary of another kind
    if isinstance(value, ast.Dict):
        yield from _entries(value, "", source, _DEPTH)
        return
    for pair in value.elts if isinstance(value, ast.List | ast.Tuple) else ():
        match pair:
            case ast.Tuple(elts=[ast.Constant(value=str(name)), ast.Name(id=cast), *_]):
                default = beside.get(name)
                shown = source.short(default, _LONGEST) if default is not None else ""
                yield ListedSetting(name, cast, shown, pair.lineno)
