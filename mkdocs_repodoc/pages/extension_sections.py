"""Sections that extensions add to pages, behind those that every page has.

What composes one is other people's code: where it fails, the section and the log say so, and the
rest of the page is as it would be without it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.named_extensions import derived, offered_parts
from mkdocs_repodoc.extensions.parts import Offered, items_of
from mkdocs_repodoc.model.blocks import Block, Note, Section
from mkdocs_repodoc.model.repository import Folder
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.processes.containment import fault, tell_bug

_log = logging.getLogger("mkdocs.plugins.repodoc.rendering")


@dataclass(frozen=True, slots=True)
class ExtensionSection:
    """A section of an extension.

    Attributes:
        title: Its heading.
        anchor: A word for its anchor, behind the name of the extension: `repodoc-shop:prices`.
    """

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FileSection(ExtensionSection):
    """A section of the pages of files.

    Attributes:
        compose: Returns what is said of a file; nothing for one without the section.
    """

    compose: Callable[[FileView], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class FolderDocSection(ExtensionSection):
    """A section of the documentation pages of folders, the repository's included.

    Attributes:
        compose: Returns what is said of a folder; nothing for one without the section.
    """

    compose: Callable[[PageContext, Folder], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class RepositorySection(ExtensionSection):
    """A section of the repository's index page.

    Attributes:
        compose: Returns what is said of the repository; nothing for one without the section.
    """

    compose: Callable[[PageContext], tuple[Block, ...]]


Some = TypeVar("Some", bound=ExtensionSection)


@derived
def offered_sections() -> tuple[Offered[ExtensionSection], ...]:
    """Return the sections of the extensions in use.

    Raises:
        ExtensionError: A part of an extension holds no sections.
    """
    return tuple(items_of(offered_parts(parts.SECTIONS), ExtensionSection))


def adds_to_files() -> bool:
    """Tell whether extensions in use add sections to the pages of files."""
    return any(True for _ in _sections(FileSection))


def of_file(view: FileView) -> Iterator[Section]:
    """Yield the sections that extensions add to a file's page."""
    for extension, section in _sections(FileSection):
        yield from _composed(extension, section, partial(section.compose, view))


def of_folder(context: PageContext, folder: Folder) -> Iterator[Section]:
    """Yield the sections that extensions add to a folder's documentation page."""
    for extension, section in _sections(FolderDocSection):
        yield from _composed(extension, section, partial(section.compose, context, folder))


def of_repository(context: PageContext) -> Iterator[Section]:
    """Yield the sections that extensions add to the repository's index page."""
    for extension, section in _sections(RepositorySection):
        yield from _composed(extension, section, partial(section.compose, context))


def _sections(kind: type[Some]) -> Iterator[tuple[str, Some]]:
    for extension, section in offered_sections():
        if isinstance(section, kind):
            yield extension, section


def _composed(
    extension: str, section: ExtensionSection, compose: Callable[[], tuple[Block, ...]]
) -> Iterator[Section]:
    try:
        blocks = tuple(compose())
    except Exception as error:  # noqa: BLE001 - an extension must not cost the page
        said = f"The extension {extension} could not say what belongs here: {fault(error)}."
        _log.info("%s", said)
        tell_bug(error)
        blocks = (Note("error", (said,)),)
    if blocks:
        yield Section(section.title, f"{extension}:{section.anchor}", blocks)
