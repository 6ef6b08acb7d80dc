"""Environment variables whose names are settings: `process.env[options.tokenRef]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.facts import ListedSetting

_READ = re.compile(
    r"(?:\benv(?:iron)?\s*(?:\.\s*get\s*\(|\[)|\b(?:os\.)?[gG]et_?[eE]nv\s*\()\s*"
    r"(?:[\w$]+\??\.)*([A-Za-z_$]\w*)\s*[\])]"
)
_NAME = re.compile(r"[\"']?([A-Z][A-Z0-9]*_[A-Z0-9_]*)[\"']?")


class NamedVariable(NamedTuple):
    """A setting that names an environment variable."""

    setting: str
    variable: str
    """What it names by default."""
    path: str
    line: int


def variables_of_settings(
    reads: Iterable[tuple[str, int]],
    settings: Iterable[ListedSetting],
    read_lines: Callable[[str], list[str]],
) -> Iterator[NamedVariable]:
    """Yield the settings by whose values code reads the environment, the first line of each.

    Args:
        reads: Paths and lines that use the environment without a literal name.
        settings: Settings with their defaults.
        read_lines: Path of a file → its lines.
    """
    reads_of: dict[str, tuple[str, int]] = {}
    for path, line in reads:
        for text in read_lines(path)[line - 1 : line]:
            for match in _READ.finditer(text):
                reads_of.setdefault(match[1], (path, line))
    for each in settings:
        read = reads_of.get(each.name.rpartition(".")[2])
        named = _NAME.fullmatch(each.default)
        if read is not None and named is not None:
            yield NamedVariable(each.name, named[1], *read)
