"""What the repository's own metadata says about it, and the commands that it defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from packaging.requirements import InvalidRequirement, Requirement

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Project, RepoFile
from mkdocs_repodoc.settings import Settings

_METADATA = ("pyproject.toml", "setup.cfg", "setup.py", "package.json", "Cargo.toml")
_COMMAND_FILES = (
    "Makefile",
    "makefile",
    "GNUmakefile",
    "justfile",
    "Justfile",
    "pyproject.toml",
    "tox.ini",
    "noxfile.py",
    "package.json",
    ".pre-commit-config.yaml",
    "setup.cfg",
)
_MAJOR_VERSION = re.compile(r"v\d+")
_SCRIPT = "script:"
_URL = "url:"
_DISTRIBUTION = re.compile(r"@?[A-Za-z0-9][\w./-]*")
_COMMAND = "command:"
_SESSION = re.compile(r"(?:nox\.)?session\b")
_SESSION_NAME = re.compile(r"name\s*=\s*[\"']([^\"']+)[\"']")


def read_project(files: Mapping[str, RepoFile]) -> Project:
    """Gather metadata and commands from the files at the top of the repository.

    The first of `pyproject.toml`, `setup.cfg`, `setup.py`, `package.json` and `Cargo.toml` that
    names the project speaks; where it is silent, the others are asked.
    """
    found: dict[str, str] = {}
    entry_points: dict[str, str] = {}
    urls: dict[str, str] = {}
    needs: dict[str, str] = {}  # the first file that lists any speaks; it stands under ""
    origin = ""
    for name in _METADATA:
        file = files.get(name)
        if file is None:
            continue
        for key, value in file.outline.facts:
            if key.startswith(_SCRIPT):
                entry_points.setdefault(key.removeprefix(_SCRIPT), value)
            elif key.startswith(_URL):
                urls.setdefault(key.removeprefix(_URL), value)
            elif key == "dependency" and needs.setdefault("", name) == name:
                needs[_distribution(value)] = name
            else:
                found.setdefault(key, value)
        if not origin and any(key == "name" for key, _ in file.outline.facts):
            origin = name
    return Project(
        name=found.get("name", ""),
        description=found.get("description", ""),
        version=found.get("version", ""),
        licence=found.get("license", "") or _licence(files),
        source=origin,
        requires_python=found.get("requires-python", ""),
        urls=tuple(urls.items()),
        dependencies=tuple(each for each in needs if each),
        entry_points=tuple(entry_points.items()),
        commands=tuple(_commands(files)),
    )


def repository_name(project: Project, files: Mapping[str, RepoFile], settings: Settings) -> str:
    """Return what the repository is called.

    Its own files say so, or else the site; neither depends on where a checkout comes from, as the
    address of its remote does. The folder may be called anything, and is asked last.

    Args:
        project: What its metadata says.
        files: Its files.
        settings: Settings of the run.
    """
    return project.name or _go_name(files) or settings.name or settings.root.name


def _go_name(files: Mapping[str, RepoFile]) -> str:
    """Return the last part of the Go module's path that is no version: `x` of `a.org/x/v2`."""
    facts = files["go.mod"].outline.facts if "go.mod" in files else ()
    parts = [part for key, path in facts if key == "go-module" for part in path.split("/")]
    named = [part for part in parts if not _MAJOR_VERSION.fullmatch(part)]
    return named[-1] if named else ""


def _distribution(requirement: str) -> str:
    """Return the name in front of a requirement: `anyio` of `anyio>=4 ; extra == "x"`."""
    try:
        return Requirement(requirement).name
    except InvalidRequirement:  # one of npm's or Cargo's, or a broken one
        match = _DISTRIBUTION.match(requirement)
        return match[0] if match else requirement


def _licence(files: Mapping[str, RepoFile]) -> str:
    """Return what the licence file at the top says that it is."""
    for path, file in files.items():
        if "/" not in path and file.role == "licence" and file.outline.licence:
            return file.outline.licence
    return ""


def _commands(files: Mapping[str, RepoFile]) -> Iterator[tuple[str, str, str, int]]:
    for name in _COMMAND_FILES:
        file = files.get(name)
        if file is None:
            continue
        if name == "noxfile.py":
            yield from _sessions(file)
        elif name == ".pre-commit-config.yaml":
            hooks = [value for key, value in file.outline.facts if key == "hook"]
            if hooks:
                yield "lint", "pre-commit run --all-files", name, _line(file.outline.symbols, "")
        else:
            yield from _declared(file)


def _declared(file: RepoFile) -> Iterator[tuple[str, str, str, int]]:
    """Read the facts `command:<name>`, whose name is a target, a script or a whole command."""
    for key, _ in file.outline.facts:
        if not key.startswith(_COMMAND):
            continue
        command = key.removeprefix(_COMMAND)
        target = command.rpartition(" ")[2]
        yield (
            target,
            _command_line(file.name, command),
            file.path,
            _line(file.outline.symbols, target),
        )


def _command_line(name: str, command: str) -> str:
    lower = name.lower()
    if " " in command or lower in ("tox.ini", "pyproject.toml", "setup.cfg"):
        return command
    if lower == "package.json":
        return f"npm {command}" if command in ("test", "start") else f"npm run {command}"
    return f"just {command}" if lower == "justfile" else f"make {command}"


def _sessions(file: RepoFile) -> Iterator[tuple[str, str, str, int]]:
    for symbol in file.outline.symbols:
        for decorator in symbol.decorators:
            if symbol.kind == Kind.FUNCTION and _SESSION.match(decorator):
                given = _SESSION_NAME.search(decorator)
                name = given[1] if given else symbol.name
                yield name, f"nox -s {name}", file.path, symbol.name_line


def _line(symbols: Iterable[Symbol], name: str) -> int:
    """Return the line that defines a target; 0 where no symbol says so."""
    for symbol in symbols:
        if not name or symbol.name == name or re.split(r"[.:]", symbol.name)[-1] == name:
            return symbol.name_line
    return 0
