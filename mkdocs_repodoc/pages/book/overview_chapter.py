"""The book's first chapter: what the repository says it is, how it is used, how it is laid out."""

from __future__ import annotations

import re
from collections import Counter

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.documents.further_account import further_account
from mkdocs_repodoc.pages.book.documents.topic_list import topic_list
from mkdocs_repodoc.pages.book.readme_opening import readme_opening
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.commands.folder_commands import commands_in
from mkdocs_repodoc.pages.parts.defined_names import exports_phrase
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.self_description import description_beyond_readme
from mkdocs_repodoc.paths import folder_of

_PARTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("tests", TEST_ROLES),
    ("documentation", frozenset({"documentation"})),
    ("examples", frozenset({"example"})),
    ("written by compilers", frozenset({"compiled"})),
)
_VERSIONS = re.compile(r"^>=\s*([\d.]+)$")
_LEAST_SHARE = 0.02
"""Share of all lines below which a part is not told."""
_LEAST_PARTS = 2
_MOSTLY = 0.75
"""Share of the lines of a part that the folder holds which is named for it."""


def overview(view: BookView) -> tuple[Block, ...]:
    """Return the README's account, and paragraphs on use, dependencies and layout."""
    told = readme_opening(view.context)
    return (
        *told,
        *further_account(view, told),
        *paragraph([description_beyond_readme(view.context), _started(view), _offered(view)]),
        *paragraph([_terms(view), _needs(view), _loaded(view), _concurrent(view)]),
        *paragraph([_layout(view)]),
        *topic_list(view),
    )


def _started(view: BookView) -> Phrase:
    """Return the sentence on the commands that start the software."""
    commands = [each for each in commands_in(view.context, "") if each.purpose[:1] == ("Starts ",)]
    if not commands:
        return ()
    parts: list[Phrase] = [
        (Code(each.line), ", which starts ", *each.purpose[1:]) for each in commands
    ]
    noun = "It is run by the command " if len(parts) == 1 else "It is run by the commands "
    return (noun, *some(parts, "command", book_caps.BOOK_COMMANDS), ".")


def _offered(view: BookView) -> Phrase:
    """Return the sentence on what the main package offers to those who import it."""
    packages = [
        file
        for file in view.context.repository.files.values()
        if file.role == "package"
        and file.module
        and "." not in file.module
        and file.path in view.context.statistics.needs.facades
        and _is_software(view, file.folder)
    ]
    folders = view.context.repository.folders
    main = max(packages, key=lambda file: folders[file.folder].line_count, default=None)
    if main is None:
        return ()
    names = exports_phrase(view.context, main.path, "Programs import ")
    return (
        (*names, " from ", page_links.to_file(view.context, main.path, text=main.module), ".")
        if names
        else ()
    )


def _is_software(view: BookView, folder: str) -> bool:
    """Tell whether a package has code of its own; one of tests has none."""
    files = view.context.repository.files
    below = (files[path].role for path in view.context.statistics.below(folder))
    return any(role in CODE_ROLES and role != "package" for role in below)


def _terms(view: BookView) -> Phrase:
    """Return the sentence on version and licence."""
    project = view.context.repository.project
    said: list[Inline] = []
    if project.version:
        said += ["This is version ", project.version]
    if project.licence:
        said += [", under the licence " if said else "Its licence is ", project.licence]
    return (*said, ".") if said else ()


def _needs(view: BookView) -> Phrase:
    """Return the sentence on what the software needs."""
    project = view.context.repository.project
    parts: list[Phrase] = [
        (f"{each.name} {_VERSIONS.sub(_or_later, each.version)}",) for each in project.runtimes
    ]
    if project.dependencies:
        names = [Code(name) for name in project.dependencies]
        parts.append(
            (
                "the packages " if len(names) > 1 else "the package ",
                *some(names, most=book_caps.BOOK_PACKAGES),
            )
        )
    elif project.needs_nothing:
        parts.append(("no other packages",))
    parts += [
        (Code(each.name), " where ", Code(each.only_if))
        for each in project.conditional_packages[: book_caps.BOOK_PACKAGES]
    ]
    chosen = [Code(name) for name in project.optional_packages]
    verb = "is" if len(chosen) == 1 else "are"
    further = ("; ", *some(chosen, most=book_caps.BOOK_PACKAGES), f" {verb} optional")
    told = further if chosen else ()
    return ("It needs ", *joined(parts, last=" and "), *told, ".") if parts else ()


def _loaded(view: BookView) -> Phrase:
    """Return the sentence on the form of its modules, where all have the same."""
    form = view.context.repository.project.module_format
    return (f"Its modules are {form}.",) if form else ()


def _concurrent(view: BookView) -> Phrase:
    """Return the sentence on the modules for threads, tasks and processes that its code imports."""
    users: dict[str, list[str]] = {}
    files = view.context.repository.files
    aside = view.context.statistics.aside  # such as what builds the software
    for path in sorted(set(view.context.insight.code).difference(aside)):
        outline = files[path].outline
        known = language_named(files[path].source.language).concurrency
        if isinstance(known, Absent):
            continue
        for item in outline.imports if files[path].role != "stub" else ():
            names = (item.module, f"{item.module}.{item.name}", f"{item.module}::{item.name}")
            name = next((each for each in names if each in known), "")
            if name and not item.type_checking and path not in users.setdefault(name, []):
                users[name].append(path)
    told = [_importing(view, name, paths) for name, paths in sorted(users.items())]
    return ("For concurrency its code imports ", *joined(told, last=" and "), ".") if told else ()


def _importing(view: BookView, name: str, paths: list[str]) -> Phrase:
    links = [page_links.to_file(view.context, each, text=view.file_name(each)) for each in paths]
    return (Code(name), " (", *some(links, "file", book_caps.BOOK_FILE_USERS), ")")


def _or_later(match: re.Match[str]) -> str:
    return f"{match[1]} or later"


def _layout(view: BookView) -> Phrase:
    """Return the sentence on how many lines are software, tests and documents, and where."""
    files = [file for file in view.context.repository.files.values() if file.source.kind == "text"]
    chosen = {"the software itself": _software(view)}
    for name, roles in _PARTS:
        chosen[name] = [file for file in files if file.role in roles]
    lines = {name: sum(map(_lines, found)) for name, found in chosen.items()}
    total = sum(lines.values())
    told = [name for name in chosen if lines[name] > _LEAST_SHARE * total]
    if len(told) < _LEAST_PARTS:
        return ()
    parts: list[Phrase] = [
        (f"{lines[name]:,} are {name}", *_mostly_in(view, chosen[name])) for name in told
    ]
    whole = view.context.repository.folders[""].line_count
    left = whole - sum(lines[name] for name in told)
    rest = (f"; {left:,} are in other files",) if left else ()
    return (f"Of {whole:,} lines ", *joined(parts, last=" and "), *rest, ".")


def _software(view: BookView) -> list[RepoFile]:
    """Return the source files of all components, those too small to be told included."""
    found = view.context.statistics.architecture
    parts = (*found.components, *found.others)
    return [
        view.context.repository.files[path]
        for each in parts
        for path in (*each.files, *each.further)
    ]


def _mostly_in(view: BookView, files: list[RepoFile]) -> Phrase:
    """Return the innermost folder that holds most of some files, in brackets; none for the root."""
    lines: Counter[str] = Counter()
    for file in files:
        folder = file.folder
        while folder:
            lines[folder] += _lines(file)
            folder = folder_of(folder)
    total = sum(map(_lines, files))
    found = [folder for folder, number in lines.items() if number > _MOSTLY * total]
    if not found:
        return ()
    innermost = max(found, key=lambda folder: (folder.count("/"), folder))
    return (" (most in ", page_links.to_folder(view.context, innermost), ")")


def _lines(file: RepoFile) -> int:
    return file.outline.lines.total
