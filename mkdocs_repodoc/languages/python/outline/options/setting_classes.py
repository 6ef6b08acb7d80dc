"""Settings that classes declare, one each: `class Bind(Setting): cli = ["-b", "--bind"]`."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import ListedSetting, SettingsList
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.english import one_line
from mkdocs_repodoc.text.prose import first_sentence

_LEAST = 3
"""Classes with flags that derive from one class, from which that is how settings are declared."""
_MEANINGS = ("help", "desc", "description", "short")
_PLACES = ("meta", "metavar")
_LONGEST = 120
_ROLE = re.compile(r":[\w:+-]+:`([^`<]*?)\s*(?:<[^`>]*>)?`")
"""A role of reStructuredText, which means its text."""


class SettingClass(NamedTuple):
    """A class that declares one setting."""

    node: ast.ClassDef
    base: str
    flags: tuple[str, ...]
    values: Mapping[str, str]
    """What its body sets, as written; of alternatives all with their conditions."""
    texts: Mapping[str, str]
    """What of this is a text."""
    line: int
    """Of its name, or of the class."""


def setting_classes(tree: ast.Module, source: SourceExcerpts) -> list[SettingClass]:
    """Return the classes of a module that declare a setting each, in source order.

    Those do that derive from a class from which several derive that list flags, and nothing else.
    """
    found = [
        _read(node, source)
        for node in tree.body
        if isinstance(node, ast.ClassDef) and len(node.bases) == 1
    ]
    numbers = Counter(each.base for each in found if each.flags and each.base)
    return [
        each
        for each in found
        if numbers[each.base] >= _LEAST and (each.flags or "name" in each.texts)
    ]


def class_options(tree: ast.Module, source: SourceExcerpts) -> Iterator[Option]:
    """Yield the command-line options among the settings that classes declare."""
    for each in setting_classes(tree, source):
        if each.flags:
            name, default = each.texts.get("name", ""), each.values.get("default", "")
            is_told = f"--{name.replace('_', '-')}" in each.flags
            yield Option(
                each.flags,
                _meaning(each),
                each.node.lineno,
                "" if default == "None" else default,
                next((each.texts[place] for place in _PLACES if place in each.texts), ""),
                setting="" if is_told else name,
            )


def class_lists(tree: ast.Module, source: SourceExcerpts) -> Iterator[SettingsList]:
    """Yield the settings that no flag gives, by the class that they derive from."""
    lists: dict[str, list[ListedSetting]] = {}
    for each in setting_classes(tree, source):
        if not each.flags:
            default = each.values.get("default", "")
            setting = ListedSetting(each.texts["name"], "", default, each.line, _meaning(each))
            lists.setdefault(each.base, []).append(setting)
    for base, settings in lists.items():
        yield SettingsList(base, tuple(settings), settings[0].line)


def _read(node: ast.ClassDef, source: SourceExcerpts) -> SettingClass:
    values: dict[str, str] = {}
    texts: dict[str, str] = {}
    flags: tuple[str, ...] = ()
    line = node.lineno
    for each in node.body:
        for name, value in _assigned(each):
            values[name] = source.short(value, _LONGEST)
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                texts[name] = value.value
            flags = flags or _flags(value)
            line = value.lineno if name == "name" else line
        if isinstance(each, ast.If):
            names = {name for inner in each.body for name, _ in _assigned(inner)}
            values |= {name: _chosen(each, name, source) for name in names}
    return SettingClass(node, dotted(node.bases[0]), flags, values, texts, line)


def _chosen(node: ast.If, name: str, source: SourceExcerpts) -> str:
    """Return what a name is set to in all cases; nothing where some are not known, or too many."""
    values = dict(pair for each in node.body for pair in _assigned(each))
    others = dict(pair for each in node.orelse for pair in _assigned(each))
    match node.orelse:
        case [ast.If() as further]:
            other = _chosen(further, name, source)
        case _:
            other = source.code(others[name]) if name in others else ""
    if name not in values or not other:
        return ""
    said = f"{source.code(values[name])} if {source.code(node.test)} else {other}"
    return said if len(said) <= _LONGEST else ""


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Name):
                yield target.id, node.value


def _flags(value: ast.expr) -> tuple[str, ...]:
    """Return the flags that a value lists; nothing of any other value."""
    listed = value.elts if isinstance(value, ast.List | ast.Tuple) else []
    found = [each.value for each in listed if isinstance(each, ast.Constant)]
    flags = tuple(each for each in found if isinstance(each, str) and each.startswith("-"))
    return flags if len(flags) == len(listed) else ()


def _meaning(found: SettingClass) -> str:
    """Return the first sentence on a setting: of a text in the class, or of its documentation."""
    said = next((found.texts[name] for name in _MEANINGS if name in found.texts), "")
    paragraph = inspect.cleandoc(said or ast.get_docstring(found.node) or "").partition("\n\n")[0]
    plain = _ROLE.sub(lambda role: role[1], one_line(paragraph)).replace("``", "`")
    return first_sentence(plain)
