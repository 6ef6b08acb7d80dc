"""The sentences on folders of texts and data that the code reads: software that is no code."""

from __future__ import annotations

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.read_folders import ReadFolder
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count


def data_folders(view: BookView) -> list[Phrase]:
    """Return a sentence on each folder that code reads, with who reads it."""
    said: list[Phrase] = []
    for found in view.read_folders:
        reader = page_links.to_line(
            view.context, found.reader, found.line, text=f"{found.reader}:{found.line}"
        )
        said.append(
            (
                page_links.to_folder(view.context, found.folder),
                f" ({_size(view, found)}) is part of the software without being code: ",
                reader,
                " names its files.",
            )
        )
    return said


def reads(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the folders that a component reads, with their files."""
    parts: list[Phrase] = []
    for found in view.read_folders:
        if found.reader not in component.files:
            continue
        files: list[Phrase] = [
            (page_links.to_file(view.context, path, text=name_of(path)),) for path in found.files
        ]
        folder = page_links.to_folder(view.context, found.folder)
        line = page_links.to_line(
            view.context,
            found.reader,
            found.line,
            text=f"{view.file_name(found.reader)}:{found.line}",
        )
        listed = some(files, "file", book_caps.READ_FILES)
        parts.append(("It reads ", folder, f" ({_size(view, found)}; ", line, "): ", *listed, "."))
    return tuple(each for part in parts for each in (*part, " "))[:-1] if parts else ()


def _size(view: BookView, found: ReadFolder) -> str:
    files = view.context.repository.files
    lines = sum(files[path].outline.lines.total for path in found.files)
    return f"{count(len(found.files), 'file')}, {count(lines, 'line')}"
