"""Command lines that start Python files."""

from __future__ import annotations

import shlex
from collections.abc import Collection

from mkdocs_repodoc.languages.python.resolution.module_paths import module_path_of
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.run_line import RunLine
from mkdocs_repodoc.paths import ancestors


def find_run_line(
    path: str, module: str, outline: FileOutline, projects: Collection[str], shadows: bool = False
) -> RunLine | None:
    """Return what starts a file from the repository's root; `None` if nothing says that it runs.

    Args:
        path: Path of the file.
        module: Its dotted name.
        outline: Its outline.
        projects: Folders of the files by which pip installs the packages below.
        shadows: Whether its folder, which comes first on the path of a program, has modules with
            names of the standard library's, so that these would be imported instead.
    """
    package, _, last = module.rpartition(".")
    if package and last == "__main__":
        return RunLine(_of_module(package, path, module, projects), starts_folder=True)
    if not outline.main_line and not outline.effect_line:
        return None
    relative = next((i.line for i in outline.imports if i.level and not i.scope), 0)
    if relative and module:
        return RunLine(_of_module(module, path, module, projects), relative_import=relative)
    if shadows:
        inside = bool(module.rpartition(".")[0])
        return RunLine(_of_module(module, path, module, projects)) if inside else None
    return RunLine(f"python {shlex.quote(path)}")


def _of_module(started: str, path: str, module: str, projects: Collection[str]) -> str:
    """Return `python -m`, in the folder of the package where setting up does not install that."""
    root = module_path_of(path).removesuffix(module.replace(".", "/")).rstrip("/")
    project = next((folder for folder in (root, *ancestors(root)) if folder in projects), None)
    started = f"python -m {started}"
    return started if not root or project == "" else f"cd {shlex.quote(root)} && {started}"
