"""Tests that a script of the package starts as a program, as they stand or once compiled."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.javascript.tool_files import COMPILER
from mkdocs_repodoc.languages.testing.test_runs import RunOfTests, TestedRepository, from_folder
from mkdocs_repodoc.model.facts import ModuleNames, Task
from mkdocs_repodoc.paths import folder_of, name_of, prefix_of

_PROGRAM = re.compile(
    r"(?:^|[;&|]\s*)(?P<command>(?:node|bun|tsx|ts-node)(?:\s+--?[\w=-]+)*"
    r"\s+(?P<file>[\w./-]+\.[cm]?[jt]sx?))(?=\s*(?:$|[;&|]))"
)
_TYPED = re.compile(r"\.(?P<kind>[cm]?)tsx?$")
_COMPILES = re.compile(r"(?:^|[\s;&|])tsc\b(?!.*--noEmit)")


def run_by_program(repository: TestedRepository, manifest: str, path: str) -> RunOfTests | None:
    """Return how a script of a package starts a test; its cases can't be run one by one.

    Args:
        repository: The files.
        manifest: The package's manifest.
        path: The test.
    """
    folder = folder_of(manifest)
    tasks = list(repository.outlines[manifest].facts_of(Task))
    compiled = set(_compiled(repository, folder, path))
    for task in tasks:
        for match in _PROGRAM.finditer(task.runs):
            started = posixpath.normpath(prefix_of(folder) + match["file"])
            if started != path and started not in compiled:
                continue
            found = RunOfTests(
                from_folder(folder, task.command),
                from_folder(folder, match["command"]),
                "",
                manifest,
                task.line,
            )
            built = next((each for each in tasks if _COMPILES.search(each.runs)), None)
            if started == path or built is None:
                return found
            before = from_folder(folder, built.command)
            return found._replace(before=before, before_line=built.line)
    return None


def _compiled(repository: TestedRepository, folder: str, path: str) -> Iterator[str]:
    """Yield the files that the compilers of a package make of a source."""
    if not _TYPED.search(path):
        return
    for each in repository.files_in(folder):
        if not COMPILER.files.fullmatch(name_of(each)):
            continue
        for names in repository.outlines[each].facts_of(ModuleNames):
            options = dict(names.entries) if names.tool == "compiler" else {}
            root, out = (_folder(options, key, folder) for key in ("rootDir", "outDir"))
            if root is not None and out is not None and path.startswith(prefix_of(root)):
                inner = path.removeprefix(prefix_of(root))
                yield _TYPED.sub(r".\g<kind>js", prefix_of(out) + inner)


def _folder(options: Mapping[str, str], key: str, folder: str) -> str | None:
    """Return a folder that the compiler's options name, from the top; nothing without one."""
    stated = json.loads(options[key]) if key in options else None
    if not isinstance(stated, str):
        return None
    found = posixpath.normpath(posixpath.join(folder, stated))
    return "" if found == "." else found
