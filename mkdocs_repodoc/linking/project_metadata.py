"""The repository's own metadata, and the commands that it defines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from mkdocs_repodoc.languages.manifests import at_top, languages_with, project_files
from mkdocs_repodoc.languages.tools.common_tools import HOOKS_FILE, RUN_ALL_HOOKS
from mkdocs_repodoc.model.facts import (
    DefinedModule,
    Dependency,
    Fact,
    Hook,
    InstalledCommand,
    ModuleFormat,
    Plugin,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
    Task,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import RepoFile, Role
from mkdocs_repodoc.settings import Settings

_Kind = TypeVar("_Kind", bound=Fact)

_TASK_FILES = (
    "Makefile",
    "makefile",
    "GNUmakefile",
    "justfile",
    "Justfile",
    "Taskfile.yml",
    "Taskfile.yaml",
    "Taskfile.dist.yml",
    "Taskfile.dist.yaml",
    "taskfile.yml",
    "taskfile.yaml",
)
"""Files that define tasks, of tools that serve any language."""
_MAJOR_VERSION = re.compile(r"v\d+")
_CODE: frozenset[Role] = frozenset({"package", "module", "script", "source"})
_SLIGHT = 10
"""A language with less than one line of code in so many is not what the project is made of."""


def read_project(files: Mapping[str, RepoFile]) -> Project:
    """Gather metadata and commands from the files at the top of the repository.

    Of the files that describe a project, the first that names it speaks; where it is silent, the
    others are asked. Those of languages in which it has hardly any code come last: they serve its
    tools.
    """
    describing = [
        path for each in project_files() if each.describes for path in at_top(files, each)
    ]
    describing.sort(key=partial(_is_slight, files))
    outlines = {path: files[path].outline for path in describing}
    listing = {path for each in project_files() if each.lists_needs for path in at_top(files, each)}
    stated = [
        (name, each) for name in outlines for each in outlines[name].facts_of(ProjectMetadata)
    ]
    facts = [fact for outline in outlines.values() for fact in outline.facts]
    named = (list(outline.facts_of(Dependency)) for outline in outlines.values())
    needs = next(filter(None, named), [])
    always, where = _needed(needs)
    return Project(
        name=_first(each.name for _, each in stated),
        description=_first(each.description for _, each in stated),
        version=_first(each.version for _, each in stated),
        licence=_first(each.licence for _, each in stated) or _licence(files),
        source=_first(name for name, each in stated if each.name),
        urls=_once(facts, ProjectUrl, lambda url: url.label),
        runtimes=_once(_runtimes(files), Runtime, lambda runtime: runtime.name),
        module_format=_module_format(files, facts),
        needs_nothing=_needs_nothing(outlines, listing),
        dependencies=always,
        conditional_packages=where,
        optional_packages=tuple(dict.fromkeys(each.name for each in needs if each.optional)),
        commands=_once(facts, InstalledCommand, lambda command: command.name),
        plugins=_once(facts, Plugin, lambda plugin: f"{plugin.group} {plugin.name}"),
        tasks=tuple(_tasks(files)),
    )


def _module_format(files: Mapping[str, RepoFile], facts: Iterable[Fact]) -> str:
    """Return the form that all modules of the software have; empty if some have another one."""
    stated = next((each for each in facts if isinstance(each, ModuleFormat)), None)
    if stated is None:
        return ""
    code = (path for path, file in files.items() if file.role in _CODE and not file.source.origin)
    return "" if any(path.endswith(stated.unless) for path in code) else stated.name


def _is_slight(files: Mapping[str, RepoFile], manifest: str) -> bool:
    """Whether a manifest is of languages that hardly any of the code is in."""
    known = languages_with(manifest)
    own = total = 0
    for file in files.values():
        if file.role in _CODE and file.source.kind == "text":
            total += file.outline.lines.total
            own += file.outline.lines.total if file.source.language in known else 0
    return own * _SLIGHT < total


def _runtimes(files: Mapping[str, RepoFile]) -> Iterator[Runtime]:
    """Yield what the project runs on, as the files at the top of the repository state it."""
    for each in project_files():
        if each.describes or each.names_module:
            for path in at_top(files, each):
                yield from files[path].outline.facts_of(Runtime)


def _needs_nothing(outlines: Mapping[str, FileOutline], listing: Collection[str]) -> bool:
    """Whether the first manifest that names the project could name packages, and names none."""
    named = (name for name, each in outlines.items() if any(each.facts_of(ProjectMetadata)))
    first = next(named, "")
    needed = outlines[first].facts_of(Dependency) if first else ()
    return first in listing and all(each.optional for each in needed)


def _needed(
    stated: Iterable[Dependency],
) -> tuple[tuple[str, ...], tuple[Dependency, ...]]:
    """Return what is always needed and what is where something holds.

    A package that is stated for several conditions has one version for each: it is needed anyhow.
    """
    needed = [each for each in stated if not each.optional]
    number = Counter(each.name for each in needed)
    where = [each for each in needed if each.only_if and number[each.name] == 1]
    always = dict.fromkeys(each.name for each in needed if each not in where)
    return tuple(always), tuple(where)


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _once(
    facts: Iterable[Fact], kind: type[_Kind], key: Callable[[_Kind], str]
) -> tuple[_Kind, ...]:
    """Return the facts of a kind; of those with one key, the first speaks."""
    found: dict[str, _Kind] = {}
    for fact in facts:
        if isinstance(fact, kind):
            found.setdefault(key(fact), fact)
    return tuple(found.values())


def repository_name(project: Project, files: Mapping[str, RepoFile], settings: Settings) -> str:
    """Return what the repository is called.

    Its own files say so, or else the site; neither depends on where a checkout comes from, as the
    address of its remote does. The folder may be called anything, and is asked last.

    Args:
        project: What its metadata says.
        files: Its files.
        settings: Settings of the run.
    """
    return project.name or _module_name(files) or settings.name or settings.root.name


def _module_name(files: Mapping[str, RepoFile]) -> str:
    """Return the last part of a module's path that is no version: `x` of `a.org/x/v2`."""
    naming = (each for each in project_files() if each.names_module)
    stating = (path for each in naming for path in at_top(files, each))
    modules = (module for name in stating for module in files[name].outline.facts_of(DefinedModule))
    parts = [part for module in modules for part in module.name.split("/")]
    named = [part for part in parts if not _MAJOR_VERSION.fullmatch(part)]
    return named[-1] if named else ""


def _licence(files: Mapping[str, RepoFile]) -> str:
    """Return what the licence file at the top says that it is."""
    for path, file in files.items():
        if "/" not in path and file.role == "licence" and file.outline.licence:
            return file.outline.licence
    return ""


def _tasks(files: Mapping[str, RepoFile]) -> Iterator[tuple[str, Task]]:
    for path in _TASK_FILES:
        if path in files:
            yield from ((path, task) for task in files[path].outline.facts_of(Task))
    for each in project_files():
        for path in at_top(files, each) if each.has_tasks else ():
            outline = files[path].outline
            tasks = outline.facts_of(Task) if each.sessions is None else each.sessions(outline)
            yield from ((path, task) for task in tasks)
    hooks = files.get(HOOKS_FILE)
    if hooks is not None and any(hooks.outline.facts_of(Hook)):
        line = hooks.outline.symbols[0].name_line if hooks.outline.symbols else 0
        yield HOOKS_FILE, Task("lint", RUN_ALL_HOOKS, "", line)
