"""The book's appendices: every file or folder in one list, and the repository's own terms."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from math import log

from mkdocs_repodoc.model.blocks import Block, Column, Inline, Phrase, Table
from mkdocs_repodoc.pages import links, summaries
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.roles import roles_phrase
from mkdocs_repodoc.pages.wording import count, joined

_FILES = 400
"""Up to so many files are listed one by one; beyond that, folders are."""
_FOLDERS = 200
_TERMS = 80
_PLACES = 4
_LEAST_FILES = 3
_WIDEST = 0.3
"""A term in more than this share of the files sets nothing apart."""


def file_reference(context: PageContext) -> tuple[Block, ...]:
    """Return every file with its summary, or every folder where there are too many files."""
    if len(context.repository.files) <= _FILES:
        rows: tuple[tuple[Phrase, ...], ...] = tuple(
            ((links.to_file(context, path),), summaries.of_file(context, path))
            for path in context.repository.files
        )
        return (Table((Column("File"), Column("What it is")), rows),)
    folders = _folders(context)
    rows = tuple(
        (
            (links.to_folder(context, path),),
            summaries.of_folder(context, path)
            or (roles_phrase([context.repository.files[each] for each in folder.files]),),
            (f"{folder.file_count:,}",),
        )
        for path in folders
        for folder in (context.repository.folders[path],)
    )
    columns = (Column("Folder"), Column("What is in it"), Column("Files", numeric=True))
    left = len(context.repository.folders) - len(folders)
    caption = f"{count(left, 'folder')} below these left out" if left else ""
    return (Table(columns, rows, caption=caption),)


def _folders(context: PageContext) -> list[str]:
    """The folders down to the deepest level at which there are not too many."""
    folders = list(context.repository.folders)
    if len(folders) <= _FOLDERS:
        return folders
    levels = Counter(path.count("/") + 1 if path else 0 for path in folders)
    shown, deepest = 0, 0
    for level in sorted(levels):
        shown += levels[level]
        if shown > _FOLDERS:
            break
        deepest = level
    upper = [path for path in folders if (path.count("/") + 1 if path else 0) <= max(deepest, 1)]
    largest = nlargest(
        _FOLDERS, upper, key=lambda path: (context.repository.folders[path].file_count, path)
    )
    return sorted(largest)


def glossary(context: PageContext) -> tuple[Block, ...]:
    """Return terms that many, but not most, files share, each with the files that use it most."""
    total = len(context.repository.files)
    files: Counter[str] = Counter()
    occurrences: Counter[str] = Counter()
    for file in context.repository.files.values():
        for term in file.outline.terms:
            files[term.text] += 1
            occurrences[term.text] += term.count
    weights = {
        term: occurrences[term] * log(total / number)
        for term, number in files.items()
        if _LEAST_FILES <= number <= max(_LEAST_FILES, _WIDEST * total)
    }
    shown = sorted(nlargest(_TERMS, weights, key=lambda text: (weights[text], text)))
    if not shown:
        return ()
    places = _places(context, frozenset(shown))
    rows = tuple(
        ((text,), (f"{files[text]:,}",), (f"{occurrences[text]:,}",), places[text])
        for text in shown
    )
    columns = (
        Column("Term"),
        Column("Files", numeric=True),
        Column("Occurrences", numeric=True),
        Column("Most in"),
    )
    return (Table(columns, rows),)


def _places(context: PageContext, terms: frozenset[str]) -> dict[str, Phrase]:
    found: dict[str, list[tuple[int, str, int]]] = {term: [] for term in terms}
    for path, file in context.repository.files.items():
        for term in file.outline.terms:
            if term.text in found:
                found[term.text].append((-term.count, path, term.lines[0] if term.lines else 0))
    phrases: dict[str, Phrase] = {}
    for text, places in found.items():
        parts: list[Inline] = []
        for _, path, line in sorted(places)[:_PLACES]:
            link = links.to_file(context, path, title="")
            if line:
                link = links.to_line(context, path, line, text=path)
            parts.append(link)
        phrases[text] = joined(parts)
    return phrases
