"""The files of the repository that a Dockerfile copies into its image, and those that it runs.

What a command in the image runs lies where a `COPY` has put it. That is followed back, through
stages and working directories, to the path in the repository; a path with a variable in it is not
known.
"""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_repodoc.format_readers.structured_data.json_values import load_json
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.records import PathMention

_FLAG = re.compile(r"--(\w[\w-]*)(?:=(\S+))?\s+")
_UNKNOWN = re.compile(r"[$*?\[\]{}]|://|^git@")
_ABSOLUTE = re.compile(r"(?<![\w./$~-])/[\w.@+-][\w.@+/-]*")
_MOST_COPIES = 200
"""Instructions of a stage that are followed, those of its bases among them."""
_LONGEST_PATH = 4096
_MOST_STEPS = 100_000
"""Bound on the search over a whole file: stages may copy from each other in cycles."""


class _Copy(NamedTuple):
    source: str
    """Path in the repository, or in the stage that it is copied from."""
    target: str
    """Absolute path in the image."""
    into: bool
    """Whether the target is a folder that the source is put into."""
    stage: str
    """The stage that it comes from; empty for the repository."""


@dataclass(slots=True)
class _Stage:
    copies: list[_Copy] = field(default_factory=list)
    folder: str = "/"


class ImageFiles:
    """Follows the instructions of one Dockerfile."""

    def __init__(self) -> None:
        self._stages: dict[str, _Stage] = {}
        self._count = 0
        self._stage = _Stage()
        self._steps = _MOST_STEPS

    def begin(self, name: str, base: str) -> None:
        """Begin a stage, which has all that its base has; its number names it as well."""
        known = self._stages.get(base, _Stage())
        self._stage = _Stage(known.copies[-_MOST_COPIES:], known.folder)
        self._stages[name] = self._stages[str(self._count)] = self._stage
        self._count += 1

    def enter(self, folder: str) -> None:
        """Change the working directory."""
        self._stage.folder = posixpath.normpath(posixpath.join(self._stage.folder, folder.strip()))

    def copy(self, arguments: str, line: int) -> Iterator[PathMention]:
        """Take a `COPY` or `ADD`; yield the files of the repository that it names."""
        flags, rest = _flags(arguments)
        *sources, target = _words(rest) or [""]
        if _UNKNOWN.search(target):
            return
        folder = posixpath.normpath(posixpath.join(self._stage.folder, target))
        into = len(sources) > 1 or target.endswith("/") or target in {".", ".."}
        stage = flags.get("from", "")
        for source in sources:
            if _UNKNOWN.search(source):
                continue
            path = posixpath.normpath(source if stage else source.lstrip("/") or ".")
            if len(self._stage.copies) < _MOST_COPIES:
                self._stage.copies.append(_Copy(path, folder, into, stage))
            if not stage and path != "." and not path.startswith(".."):
                yield PathMention(path, line, "string")

    def run(self, arguments: str, line: int) -> Iterator[PathMention]:
        """Yield the files of the repository that a command in the image runs or names."""
        _, rest = _flags(arguments)
        text = shlex.join(_words(rest)) if rest.startswith("[") else rest
        folder = self._stage.folder
        row = CommandLine(_relative(text, folder), line)
        for one in command_mentions([row], folder=folder.lstrip("/")):
            for path in self._origins(f"/{one.path}"):
                yield PathMention(path, line, "string", one.runs)

    def _origins(self, path: str) -> Iterator[str]:
        """Yield the paths in the repository that may have become a path in the image."""
        waiting = [(path, self._stage)]
        for position, stage in waiting:  # grows while it is walked
            for copy in reversed(stage.copies):
                self._steps -= 1
                if self._steps < 0:
                    return
                for source in _sources(copy, position):
                    if not copy.stage:
                        yield source
                    elif copy.stage in self._stages and len(source) < _LONGEST_PATH:
                        waiting.append((source, self._stages[copy.stage]))


def _sources(copy: _Copy, path: str) -> Iterator[str]:
    """Yield what a path in the image was where it was copied from.

    Whether the source is a file or a folder, whose content alone is copied, is not known here.
    """
    name = posixpath.basename(copy.source)
    if path == (posixpath.join(copy.target, name) if copy.into else copy.target):
        yield copy.source
    below = copy.target.rstrip("/") + "/"
    if path.startswith(below):
        yield posixpath.normpath(posixpath.join(copy.source, path[len(below) :]))


def _flags(arguments: str) -> tuple[dict[str, str], str]:
    flags: dict[str, str] = {}
    rest = arguments.lstrip()
    while match := _FLAG.match(rest):
        flags[match[1]] = match[2] or ""
        rest = rest[match.end() :].lstrip()
    return flags, rest


def _words(text: str) -> Sequence[str]:
    if text.startswith("["):
        try:
            words = load_json(text)
        except ValueError:  # the shell takes it then
            return []
        return [str(word) for word in words] if isinstance(words, list) else []
    try:
        return shlex.split(text, comments=False)
    except ValueError:  # a quotation mark that is not closed
        return []


def _relative(command: str, folder: str) -> str:
    """Write a command's absolute paths relative to the folder that it runs in."""
    return _ABSOLUTE.sub(lambda match: "./" + posixpath.relpath(match[0], folder), command)
