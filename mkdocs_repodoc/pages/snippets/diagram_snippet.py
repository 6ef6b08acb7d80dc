"""Diagrams as snippets: what depends on what, and which classes inherit from which."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Diagram
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.file.architecture_section import imported_files, importing_files
from mkdocs_repodoc.pages.file.import_diagram import dependency_diagram
from mkdocs_repodoc.pages.folder.folder_classes import folder_inheritance
from mkdocs_repodoc.pages.parts.diagrams.class_diagrams import inheritance_diagram
from mkdocs_repodoc.pages.parts.diagrams.component_diagram import component_diagram
from mkdocs_repodoc.pages.parts.diagrams.import_rollup import folder_diagram, folder_imports
from mkdocs_repodoc.pages.parts.file_view import FileView


def folder_dependencies(context: PageContext, folder: str) -> Diagram | None:
    """Draw the imports inside a folder, or between the components of the repository.

    Args:
        context: The repository.
        folder: The folder; empty for the repository.
    """
    if not folder and (components := component_diagram(context)) is not None:
        return components
    return folder_diagram(context, folder, folder_imports(context, folder))


def folder_hierarchy(context: PageContext, folder: str) -> Diagram | None:
    """Draw the classes of a folder and which of them inherit from which."""
    return folder_inheritance(context, folder)


def file_dependencies(context: PageContext, path: str) -> Diagram | None:
    """Draw what a file imports and who imports it."""
    view = FileView(context, path)
    return dependency_diagram(view, imported_files(view), importing_files(view))


def class_hierarchy(context: PageContext, ref: SymbolRef) -> Diagram | None:
    """Draw a class, or all classes of a file, with their bases and direct subclasses."""
    return inheritance_diagram(FileView(context, ref.path), None if ref.is_file else ref.position)
