"""Running tests with `cargo test`, crate by crate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.rust.cargo_manifest import said_by, table_of, text_of
from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    run_in,
)
from mkdocs_repodoc.model.facts import ProjectMetadata, RequiredFeature
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.paths import folder_of, name_of, prefix_of

_MANIFEST = ("Cargo.toml",)
_FOLDER = "mod.rs"
_EXACT = " -- --exact"
"""Without it all cases run that have the name as a part of theirs."""
_MADE = re.compile(r"(?:\w+::)*(?:test_case|rstest|case|values)\b")
"""Attributes that make cases of other names of one."""
_ROOTS = frozenset({"mod", "lib", "main"})
"""Files that stand for the folder that they lie in."""


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run from the workspace, or else from its crate."""
    manifest = repository.nearest(path, _MANIFEST)
    if not manifest:
        return None
    workspace = manifest
    while outer := repository.nearest(folder_of(workspace), _MANIFEST):
        workspace = outer
    name = _name(repository, manifest) if workspace != manifest else ""
    crate = f" -p {name}" if name else ""
    target, module = _target(repository, path, manifest)
    tests = cases_to_run(repository.outlines[path])
    features = [each.name for each in repository.outlines[path].facts_of(RequiredFeature)]
    needed = f" --features {','.join(features)}" if features else ""
    command = f"cargo test{crate}{needed}{target}"
    case = f"{command} {module}{tests[0].replace('.', '::')}" if tests else ""
    is_known = bool(target or module) or name_of(path).removesuffix(".rs") in _ROOTS
    if case and is_known and not _is_made(repository.outlines[path], tests[0]):
        case += _EXACT
    # What follows is a part of the names of tests. That of `mod.rs` has those of other files, too.
    file = f"{command} {module}" if module and name_of(path) != _FOLDER else command
    # Without the option, a crate at the top is the only one whose tests are run.
    others = " --workspace" if name and _name(repository, workspace) else ""
    return run_in(workspace, f"cargo test{others}", file, case)._replace(package=name)


def _is_made(outline: FileOutline, case: str) -> bool:
    """Tell whether other cases are made of one, which have names of their own."""
    symbol = next((each for each in outline.symbols if each.name == case), None)
    return symbol is not None and any(map(_MADE.match, symbol.decorators))


def _name(repository: TestedRepository, manifest: str) -> str:
    """Return the name of the crate that a manifest describes; empty if it describes none."""
    stated = repository.outlines[manifest].facts_of(ProjectMetadata)
    return next((each.name for each in stated if each.name), "")


def _target(repository: TestedRepository, path: str, manifest: str) -> tuple[str, str]:
    """Return the option for the target that a file is part of, and the module before its tests.

    A manifest may list targets, and turn those off that Cargo finds by itself.

    Args:
        repository: The files.
        path: The file's path.
        manifest: The manifest of its crate.
    """
    folder = prefix_of(folder_of(manifest))
    said = said_by(repository.outlines[manifest])
    listed = said.get("test")
    for entry in listed if isinstance(listed, list) else ():
        name = text_of(entry, "name")
        root = folder + (text_of(entry, "path") or f"tests/{name}.rs")
        if path == root:
            return f" --test {name}", ""
        around = prefix_of(folder_of(root))
        names = path.removesuffix(".rs").removeprefix(around).split("/")
        if path.startswith(around) and (module := _module(repository, around, names, root)):
            return f" --test {name}", module
    top, *inner = path.removeprefix(folder).removesuffix(".rs").split("/")
    if top == "tests" and inner and table_of(said, "package").get("autotests") is not False:
        if len(inner) == 1:
            return f" --test {inner[0]}", ""
        root = f"{folder}tests/{inner[0]}/"
        if f"{root}main.rs" in repository.outlines:
            return f" --test {inner[0]}", _module(repository, root, inner[1:])
    if top == "src" and inner and inner[0] != "bin":
        return "", _module(repository, f"{folder}src/", inner)
    return "", ""


def _module(repository: TestedRepository, root: str, names: Sequence[str], first: str = "") -> str:
    """Return the module of a file, with the sign that parts it from what it has.

    Args:
        repository: The files.
        root: The folder with the crate's first file, with a slash behind it.
        names: The file's path from there, part by part.
        first: The crate's first file, if a manifest names it.

    Returns:
        Nothing for the first file, nor where a module that should declare the next one does not.
    """
    parts = list(names[:-1] if names[-1] in _ROOTS else names)
    for number, part in enumerate(parts):
        around = "/".join(parts[:number])
        inside = f"{around}/" if around else ""
        files = [f"{root}{inside}{each}.rs" for each in _ROOTS]
        files += [f"{root}{around}.rs"] if around else [first]
        outlines = (repository.outlines.get(each) for each in files)
        if not any(outline and _declares(outline, part) for outline in outlines):
            return ""
    return "".join(f"{part}::" for part in parts)


def _declares(outline: FileOutline, module: str) -> bool:
    """Tell whether a file has a line such as `mod view;`."""
    return any(each.module == f"self::{module}" and not each.name for each in outline.imports)
