"""Defaults of settings in a data file that the software reads, such as `config/defaults.json`."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from mkdocs_repodoc.format_readers.structured_data.json_values import load_json
from mkdocs_repodoc.model.facts import ListedSetting, SettingsList
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.paths import name_of, stem_of
from mkdocs_repodoc.text.document_parts.toml_document import load_toml
from mkdocs_repodoc.text.english import shortened

_READERS: Mapping[str, Callable[[str], object]] = {"json": load_json, "toml": load_toml}
_NAMED = re.compile(r"(?:^|[_.-])(?:base|defaults?)(?=$|[_.-])", re.IGNORECASE)
"""In the name of a data file that is called after what it holds."""
_SAID = re.compile(r"(?<![\"'`])default", re.IGNORECASE)
"""In a line that reads such a file into what is called after defaults."""
_LITERAL = re.compile(r"[\"'`]([\w./@-]{1,200}\.(?:json|toml))[\"'`]")
_LEAST = 4
_LARGEST = 100_000
_LONGEST = 60


class DefaultFile(NamedTuple):
    """A data file with defaults."""

    path: str
    listed: SettingsList
    """Its keys, dotted, with what they are set to."""
    readers: tuple[tuple[str, int], ...]
    """Files of the software that read it, and the lines in which they name it."""


def default_files(
    repository: Repository, read_text: Callable[[str], str], code: Collection[str]
) -> list[DefaultFile]:
    """Return the data files that code reads by a literal path, and that are said to have defaults.

    Args:
        repository: The linked repository.
        read_text: Path of a file → its text.
        code: The files of the software itself.
    """
    names = {name_of(path) for path, file in repository.files.items() if _is_data(file)}
    readers: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(code) if names else ():
        for line, text in enumerate(read_text(path).split("\n"), 1):
            for match in _LITERAL.finditer(text):
                target = _meant(repository, path, match[1]) if name_of(match[1]) in names else ""
                if target and (_NAMED.search(stem_of(name_of(target))) or _SAID.search(text)):
                    readers.setdefault(target, []).append((path, line))
    found = []
    for target, lines in readers.items():
        settings = tuple(_settings(repository.files[target], read_text(target)))
        if len(settings) >= _LEAST:
            found.append(DefaultFile(target, SettingsList(target, settings, 1), tuple(lines)))
    return found


def _is_data(file: RepoFile) -> bool:
    """Tell whether a file may hold defaults; a hidden one is the repository's own settings."""
    is_called = stem_of(name_of(file.path)).lower().startswith("default")
    return (
        not name_of(file.path).startswith(".")
        and (file.role == "data" or (file.role == "configuration" and is_called))
        and file.source.language in _READERS
        and file.source.kind == "text"
        and file.source.size <= _LARGEST
    )


def _meant(repository: Repository, path: str, written: str) -> str:
    """Return the data file that a literal in a file names; empty for none."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
    for each in (beside, posixpath.normpath(written)):
        if each in repository.files and _is_data(repository.files[each]):
            return each
    return ""


def _settings(file: RepoFile, text: str) -> Iterator[ListedSetting]:
    """Yield the values of a file by their dotted keys; a list is a value as a whole."""
    try:
        document = _READERS[file.source.language](text)
    except (RecursionError, ValueError):  # its own page says so
        return
    lines = {each.name: each.line for each in file.outline.symbols if each.kind == Kind.KEY}
    waiting = [("", document)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict) and (value or not name):
            prefix = f"{name}." if name else ""
            waiting += [(f"{prefix}{key}", each) for key, each in reversed(value.items())]
        elif name:
            line = lines.get(name) or lines.get(name.rpartition(".")[0], 1)
            shown = json.dumps(value, ensure_ascii=False, default=str)
            yield ListedSetting(name, "", shortened(shown, _LONGEST), line)


def with_file_defaults(
    declared: Sequence[tuple[str, Option]], files: Sequence[DefaultFile]
) -> tuple[list[tuple[str, Option]], dict[str, int]]:
    """Return options with the defaults that data files have under their names.

    Args:
        declared: Path and option or command.
        files: The data files, those that count more first.

    Returns:
        The options, and the number of those that each file completes.
    """
    values: dict[str, tuple[str, str]] = {}
    for file in files:
        for each in file.listed.settings:
            values.setdefault(_plain(each.name), (each.default, file.path))
    found: list[tuple[str, Option]] = []
    numbers: Counter[str] = Counter()
    for path, option in declared:
        named = [_plain(each) for each in option.flags if each.startswith("--")]
        value, held_in = next((values[each] for each in named if each in values), ("", ""))
        if value and not option.default:
            numbers[held_in] += 1
            option = structs.replace(option, default=value)  # noqa: PLW2901 - the same, completed
        found.append((path, option))
    return found, dict(numbers)


def _plain(name: str) -> str:
    """Return a name without what options and keys write differently: `--line-height`."""
    return name.lstrip("-").replace("-", "").replace("_", "").lower()
