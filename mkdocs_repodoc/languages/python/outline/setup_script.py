"""The metadata in a `setup.py`, as far as it is in literals.

The script is never run: a version that is computed, or read from a file, is not known.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.model.facts import Fact, ProjectMetadata, ProjectUrl, Runtime
from mkdocs_repodoc.text.distribution_metadata import dependency, entry_point

CALL_NAMES = frozenset({"setup"})

_TEXTS = {
    "name": "name",
    "version": "version",
    "description": "description",
    "license": "licence",
}
"""Keyword of `setup` → the text of the metadata that it gives."""
_SETUP = {"setuptools.setup", "distutils.core.setup", "skbuild.setup"}


def read_setup_script(structure: Structure, names: ImportAliases) -> tuple[Fact, ...]:
    """Return the facts that the call of `setup` states."""
    texts: dict[str, str] = {}
    facts: list[Fact] = []
    for place in structure.calls:
        if names.path(place.node.func) not in _SETUP:
            continue
        for keyword in place.node.keywords:
            name = _TEXTS.get(keyword.arg or "", "")
            if name and (text := " ".join(_text(keyword.value).split())):
                texts.setdefault(name, text)
            facts += _facts(keyword.arg or "", keyword.value)
    return (ProjectMetadata(**texts), *facts) if texts else tuple(facts)


def _facts(key: str, value: ast.expr) -> Iterator[Fact]:
    if key == "url" and _text(value):
        yield ProjectUrl("Homepage", _text(value))
    elif key == "project_urls":
        yield from (ProjectUrl(label, _text(url)) for label, url in _items(value) if _text(url))
    elif key == "python_requires" and _text(value):
        yield Runtime("Python", _text(value))
    elif key == "install_requires":
        yield from (dependency(requirement) for requirement in _texts(value))
    elif key == "entry_points":
        for group, lines in _items(value):
            yield from _entry_points(group, lines)


def _items(value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(value, ast.Dict):
        for key, part in zip(value.keys, value.values, strict=True):
            if key is not None and (text := _text(key)):
                yield text, part


def _text(value: ast.expr) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    return ""


def _entry_points(group: str, value: ast.expr) -> Iterator[Fact]:
    for text in _texts(value):
        name, _, target = text.partition("=")
        if target.strip():
            yield entry_point(group, name.strip(), target.strip())


def _texts(value: ast.expr) -> list[str]:
    """Return the strings of a list, a tuple or a block of lines; none of what is computed."""
    if isinstance(value, ast.List | ast.Tuple):
        return [
            part.value
            for part in value.elts
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [line.strip() for line in value.value.split("\n") if line.strip()]
    return []
