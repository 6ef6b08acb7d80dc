"""A repository whose files an executor may analyse, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.settings import Settings
from support.repositories import commit_all, write_files

MODULE = '''"""Module {number} of a shop."""

import os


def price_{number}(pence: int = {number}) -> str:
    """Return a price.

    Args:
        pence: How much.
    """
    return f"{{pence / 100:.2f}}" + os.environ.get("CURRENCY", "")
'''
FILES = {
    **{f"shop/part_{number}.py": MODULE.format(number=number) for number in range(12)},
    "shop/__init__.py": "",
    "main.go": "package main\n\n// Main says it.\nfunc main() {\n\tprintln(1)\n}\n",
    "README.md": "# Shop\n\nSells things.\n",
    "logo.bin": "\0\1\2",
    "broken.py": "def f(:\n",
}

Hook = Callable[[], None]


def make_checkout(folder: Path) -> Path:
    """Make the repository in an empty folder, and return that."""
    write_files(folder, FILES)
    commit_all(folder)
    return folder


def linked(root: Path, executor: str = "", meanwhile: Hook = lambda: None) -> LinkedFiles:
    """Analyse and link a repository with an empty cache.

    Args:
        root: The repository.
        executor: The option.
        meanwhile: Called once, when the first files have been analysed.
    """
    called = False

    def progress(step: str, done: int, total: int) -> None:
        nonlocal called
        if step == "Analysing" and done < total and not called:
            called = True
            meanwhile()

    builder = Builder(Settings(root=root, executor=executor, jobs=1))
    try:
        return builder.link({}, progress)
    finally:
        builder.close()


def encoded(found: LinkedFiles) -> list[tuple[str, bytes]]:
    """Return the paths and keys of files, and their outlines, to be compared."""
    return [
        (f"{source.path} {key}", msgspec.json.encode(outline))
        for source, outline, key in found.files
    ]


def messages(found: LinkedFiles) -> list[str]:
    """Return what is said about the executor."""
    return [one.message for one in found.diagnostics if "executor" in one.message]
