"""One line on what a folder is for: its own words, else what lies below it."""

from __future__ import annotations

from mkdocs_repodoc.insight.known_files import known_folder
from mkdocs_repodoc.languages.folder_files import package_file
from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.model.repository import (
    CODE_ROLES,
    Folder,
    RepoFile,
)
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.defined_names import exports_phrase
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.role_phrases import roles_phrase
from mkdocs_repodoc.pages.parts.uses.counted_cases import counted_cases
from mkdocs_repodoc.text.english import count

_ROLES = 2
"""Kinds of files that a folder without words is described by."""
_TESTS_PER_CODE = 2
"""Files of tests for each file of code, from which on a folder is one of tests; one that holds both
sides of a project often has more tests than code."""


def describe_folder(context: PageContext, path: str) -> Phrase:
    """Return a folder's own words; failing those, what its package offers or what lies below."""
    folder = context.repository.folders[path]
    if words := known_folder(path):
        return (words,)
    return summaries.of_folder(context, path) or without_words(context, folder)


def without_words(context: PageContext, folder: Folder) -> Phrase:
    """Return what lies below a folder: a package with its names, one folder, kinds of files."""
    initialiser = package_file(context.repository.files, folder.path)
    file = context.repository.files.get(initialiser)
    if file is not None and file.role == "package":
        package = f"Package {file.module}: " if file.module else "Package: "
        if names := exports_phrase(context, initialiser, package):
            return names
    if (only := _only_folder(context, folder)) is not folder:
        text = only.path.removeprefix(f"{folder.path}/")
        link = page_links.to_folder(context, only.path, text=f"{text}/")
        return (link, ": ", *describe_folder(context, only.path))
    files = [context.repository.files[path] for path in context.statistics.below(folder.path)]
    if tests := _tests(files):
        return tests
    subfolders = _subfolders(context, folder, files)
    names = _names(context, folder) if not subfolders else ()
    return names or (*subfolders, roles_phrase(files, _ROLES))


def _names(context: PageContext, folder: Folder) -> Phrase:
    """What is used most of what the folder defines."""
    refs = context.statistics.telling_names.get(folder.path, ())
    links = {context.repository.symbol(ref).bare_name: ref for ref in refs}
    names: list[Inline] = [
        page_links.to_symbol(context, ref, text=name) for name, ref in links.items()
    ]
    return ("Most used: ", *joined(names, last=" and ")) if len(names) >= _ROLES else ()


def _only_folder(context: PageContext, folder: Folder) -> Folder:
    """Return the folder at the end of a chain of folders that hold nothing but the next."""
    while len(folder.folders) == 1 and not folder.files:
        folder = context.repository.folders[folder.folders[0]]
    return folder


def _tests(files: list[RepoFile]) -> Phrase:
    """How many tests there are, in a folder that is there for them."""
    tests = [file for file in files if file.role == "test"]
    code = sum(file.role in CODE_ROLES for file in files)
    if not tests or len(tests) < _TESTS_PER_CODE * code:
        return ()
    cases = counted_cases(tests, "case")
    said = f"Tests: {count(len(tests), 'file')}"
    return (f"{said} with {cases}" if cases else said,)


def _subfolders(context: PageContext, folder: Folder, files: list[RepoFile]) -> Phrase:
    """The largest subfolders, where nearly everything is in one of them."""
    if len(folder.folders) < _ROLES or 2 * len(folder.files) > len(files):
        return ()
    inner = (context.repository.folders[path] for path in folder.folders)
    largest = sorted(inner, key=lambda each: (-each.line_count, each.path))
    names: list[Inline] = [
        page_links.to_folder(context, each.path, text=f"{each.name}/")
        for each in largest[: caps.DESCRIBED_NAMES]
    ]
    return (*capped(names, len(largest) - len(names), last=" and "), ": ")
