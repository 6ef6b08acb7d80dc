"""An mkdocs.yml as plain values, with nothing imported or run for its sake.

One that may have come with the repository inherits from files of the repository alone, and has the
values of few variables.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from mkdocs_repodoc.options.named_paths import LARGEST_CONFIGURATION, followed
from mkdocs_repodoc.options.open_variables import VARIABLES, is_open
from mkdocs_repodoc.text.source_text import read_named

_log = logging.getLogger("mkdocs.plugins.repodoc.options")

_MOST_MERGED = 10_000
"""Pairs of a mapping; a few lines that refer to one another can stand for more than fits memory."""
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

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Take in the mappings that one refers to by `<<`.

        Raises:
            ValueError: They have more names than anybody writes.
        """
        super().flatten_mapping(node)
        if len(node.value) > _MOST_MERGED:
            raise ValueError(
                f"a mapping has more than {_MOST_MERGED:,} names, merged ones included"
            )


class _CautiousLoader(_Loader):
    """Reads a file that may have come with the repository."""


def _variable(loader: _Loader, node: yaml.Node) -> object:
    """Return the first variable of the environment that is set, else the default behind them.

    In a file that may have come with the repository, one that is not open counts as unset.
    """
    if isinstance(node, yaml.SequenceNode):
        names: list[object] = loader.construct_sequence(node)
    else:
        names = [loader.construct_scalar(node)]  # type: ignore[arg-type] # else it raises
    for name in names:
        if isinstance(name, str) and name in os.environ:
            if not isinstance(loader, _CautiousLoader) or is_open(name):
                return yaml.safe_load(os.environ[name])
            _log.warning(
                "The variable %s counts as unset: the configuration may have come with the"
                " repository. List it in %s to use it.",
                name,
                VARIABLES,
            )
    return names[-1] if len(names) > 1 else None


def _unknown(_: _Loader, suffix: str, node: yaml.Node) -> UnknownValue:  # noqa: ARG001 - as PyYAML calls it
    return UnknownValue(node.tag)


_VARIABLE = "!ENV"
for _each in (_Loader, _CautiousLoader):
    _each.add_constructor(_VARIABLE, _variable)
    _each.add_multi_constructor("", _unknown)


def read_yaml(file: Path, within: Path | None) -> dict[str, Any]:
    """Return the content of an mkdocs.yml, with that of the files that it inherits from.

    Args:
        file: The file.
        within: Folder that it may not lead out of, as it may have come with the repository; `None`
            if it is the user's own.

    Raises:
        OSError: A file can't be read.
        SettingsError: A file inherits from one that it has no business with.
        ValueError: A file is no YAML or no mapping of names, or inherits without an end.
    """
    try:
        return _read(file, within, _MOST_PARENTS)
    except yaml.MarkedYAMLError as error:
        raise ValueError(_problem(error)) from error
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _problem(error: yaml.MarkedYAMLError) -> str:
    """Return what is wrong and where, without the line: it need not be of a configuration."""
    problem = " ".join(str(error.problem or error.context).split())
    mark = error.problem_mark or error.context_mark
    return problem if mark is None else f"line {mark.line + 1}: {problem}"


def _read(file: Path, within: Path | None, parents: int) -> dict[str, Any]:
    text = read_named(file, LARGEST_CONFIGURATION).decode("utf-8-sig")
    loader = _Loader if within is None else _CautiousLoader
    content = yaml.load(text, loader) or {}  # noqa: S506 - both are safe loaders
    if not isinstance(content, dict):
        raise ValueError("expected names and values")  # noqa: TRY004 - of a configuration file
    parent = content.pop(_PARENT, None)
    if not isinstance(parent, str):
        return content
    if not parents:
        raise ValueError(f"{_PARENT} leads on without an end")
    above = followed(_PARENT, parent, file.parent, within)
    return _merged(_read(above, within, parents - 1), content)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping over another one; nested mappings are merged, all else is replaced."""
    merged = dict(below)
    for name, value in above.items():
        known = merged.get(name)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        merged[name] = _merged(known, value) if both else value  # type: ignore[arg-type] # as said
    return merged
