"""An mkdocs.yml as plain values, with nothing imported or run for its sake."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_PARENT = "INHERIT"
_MOST_PARENTS = 20


class UnknownValue(NamedTuple):
    """A value that only MkDocs, or one of its plugins, can make something of."""

    tag: str

    def __repr__(self) -> str:
        """Return how it begins in the file."""
        return self.tag


class _Loader(yaml.SafeLoader):
    """Reads plain values, variables of the environment, and notes all other tags."""


def _variable(loader: _Loader, node: yaml.Node) -> object:
    """Return the first variable of the environment that is set, else the default behind them."""
    if isinstance(node, yaml.SequenceNode):
        names: list[object] = loader.construct_sequence(node)
    else:
        names = [loader.construct_scalar(node)]  # type: ignore[arg-type] # else it raises
    for name in names:
        if isinstance(name, str) and name in os.environ:
            return yaml.safe_load(os.environ[name])
    return names[-1] if len(names) > 1 else None


def _unknown(_: _Loader, suffix: str, node: yaml.Node) -> UnknownValue:  # noqa: ARG001 - as PyYAML calls it
    return UnknownValue(node.tag)


_Loader.add_constructor("!ENV", _variable)
_Loader.add_multi_constructor("", _unknown)


def read_yaml(file: Path) -> dict[str, Any]:
    """Return the content of an mkdocs.yml, with that of the files that it inherits from.

    Args:
        file: The file.

    Raises:
        OSError: A file can't be read.
        ValueError: A file is no mapping of names, or inherits without an end.
        yaml.YAMLError: A file is no YAML.
    """
    return _read(file, _MOST_PARENTS)


def _read(file: Path, parents: int) -> dict[str, Any]:
    content = yaml.load(file.read_text("utf-8-sig"), _Loader) or {}  # noqa: S506 - a safe loader
    if not isinstance(content, dict):
        raise ValueError("expected names and values")  # noqa: TRY004 - of a configuration file
    parent = content.pop(_PARENT, None)
    if not isinstance(parent, str):
        return content
    if not parents:
        raise ValueError(f"{_PARENT} leads on without an end")
    return _merged(_read(file.parent / parent, parents - 1), content)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping over another one; nested mappings are merged, all else is replaced."""
    merged = dict(below)
    for name, value in above.items():
        known = merged.get(name)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        merged[name] = _merged(known, value) if both else value  # type: ignore[arg-type] # as said
    return merged
