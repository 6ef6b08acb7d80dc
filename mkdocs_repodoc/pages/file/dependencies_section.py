"""Dependencies: what a file imports, its own repository first.

What comes with the language is one line, since the file's first lines show no less of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Column,
    Inline,
    Label,
    PageLink,
    Paragraph,
    Phrase,
    Table,
)
from mkdocs_repodoc.model.file_links import (
    ImportOrigin,
    ResolvedImport,
)
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.pages.file.non_import_relations import outgoing_blocks
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped, joined

_ORIGINS: tuple[tuple[ImportOrigin, str], ...] = (
    ("repository", "This repository"),
    ("third party", "Third party"),
    ("standard library", "Standard library"),
    ("unknown", "Not resolved"),
)
_OUTSIDE: frozenset[ImportOrigin] = frozenset({"standard library", "third party"})
_NO_TARGET = ResolvedImport("unknown", "")

Mark = Literal["conditional", "lazy", "type checking only"]


@dataclass(slots=True)
class _Row:
    """Imports of one module with the same marks."""

    imports: list[tuple[Import, ResolvedImport]] = field(default_factory=list)


def dependency_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the tables of imports, and a line of those of the standard library."""
    resolved = resolved_imports(view)
    blocks: list[Block] = []
    for origin, title in _ORIGINS:
        chosen = [pair for pair in resolved if pair[1].origin == origin]
        if chosen and origin == "standard library":
            blocks.append(_line(view, chosen, title))
        elif chosen:
            blocks.append(_table(view, chosen, title))
    blocks += outgoing_blocks(view)
    return tuple(blocks)


def resolved_imports(view: FileView) -> list[tuple[Import, ResolvedImport]]:
    """Return each import of a file with where it leads."""
    targets = view.context.repository.links.imports.get(view.path, ())
    imports = view.outline.imports
    missing = (_NO_TARGET,) * (len(imports) - len(targets))
    return list(zip(imports, (*targets, *missing), strict=False))


def import_marks(imported: Import) -> tuple[Mark, ...]:
    """Return what is special about when an import runs."""
    marks: list[Mark] = []
    if imported.type_checking:
        marks.append("type checking only")
    elif imported.conditional:
        marks.append("conditional")
    if imported.scope:
        marks.append("lazy")
    return tuple(marks)


def import_link(view: FileView, imported: Import, target: ResolvedImport, text: str) -> PageLink:
    """Link to where an imported name is defined, or to the import where that is elsewhere."""
    context = view.context
    if target.symbol is not None:
        return page_links.to_symbol(context, target.symbol, text=text)
    if target.path:
        return page_links.to_file(context, target.path, text=text)
    if target.folder is not None:
        return page_links.to_folder(context, target.folder, text=text)
    return msgspec.structs.replace(view.line(imported.line, text=text), code=True)


def written_module(imported: Import) -> str:
    """Return the module as the import names it, dots included."""
    return "." * imported.level + imported.module


def _table(view: FileView, imports: Sequence[tuple[Import, ResolvedImport]], title: str) -> Table:
    rows = tuple(_cells(view, imports))
    named = language_named(view.file.source.language).imports.named
    columns = (Column(named), Column("Names"), Column("Line"))
    return Table(columns, rows, caption=title).without_empty_columns()


def _line(
    view: FileView, imports: Sequence[tuple[Import, ResolvedImport]], title: str
) -> Paragraph:
    """All modules with their names and lines, one behind the other."""
    parts: list[Phrase] = []
    for module, names, places in _cells(view, imports):
        parts.append((*module, *((": ", *names) if names else ()), " (", *places, ")"))
    return Paragraph((f"{title}: ", *joined(parts, "; "), "."))


def _cells(
    view: FileView, imports: Sequence[tuple[Import, ResolvedImport]]
) -> Iterator[tuple[Phrase, Phrase, Phrase]]:
    """Yield each module with its marks, the names taken from it, and the lines."""
    grouped: dict[tuple[str, tuple[Mark, ...]], _Row] = {}
    for imported, target in imports:
        key = (written_module(imported), import_marks(imported))
        grouped.setdefault(key, _Row()).imports.append((imported, target))
    for (module, marks), row in grouped.items():
        name: list[Inline] = [_module(view, module, row)]
        for mark in marks:
            name += [" ", Label(mark)]
        places = _places(view, [imported.line for imported, _ in row.imports])
        yield tuple(name), _names(view, row), places


def _places(view: FileView, lines: Sequence[int]) -> Phrase:
    """Links to lines; those of a statement that spans several are one link."""
    runs: list[tuple[int, int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    shown = [
        view.line(first, last, text=str(first) if first == last else f"{first}-{last}")
        for first, last in runs[: caps.IMPORT_LINES]
    ]
    return capped(shown, len(runs) - len(shown))


def _module(view: FileView, module: str, row: _Row) -> Inline:
    """The module, linked to its page where one file of the repository is meant."""
    paths = {target.path for _, target in row.imports}
    if len(paths) == 1 and (path := paths.pop()):
        return page_links.to_file(view.context, path, text=module)
    if (folder := row.imports[0][1].folder) is not None:
        return page_links.to_folder(view.context, folder, text=module)
    is_outside = row.imports[0][1].origin in _OUTSIDE
    return _documented(view, module, module) if is_outside else Code(module)


def _documented(view: FileView, name: str, text: str) -> Inline:
    """A name of another project, linked to its documentation where that is known."""
    link = view.context.external(name)
    return Code(text) if link is None else msgspec.structs.replace(link, text=text)


def _names(view: FileView, row: _Row) -> Phrase:
    """The names taken from a module, each once, linked where they are defined or documented."""
    names: dict[str, Inline] = {}
    for imported, target in row.imports:
        if not imported.name and not imported.alias:
            continue
        text = imported.name or imported.module
        if imported.alias and imported.alias != text:
            text = f"{text} as {imported.alias}"
        inside = target.symbol is not None or (imported.name != "*" and target.path)
        if inside:
            names[text] = import_link(view, imported, target, text)
        elif target.origin in _OUTSIDE and imported.name not in {"", "*"}:
            names[text] = _documented(view, f"{imported.module}.{imported.name}", text)
        else:
            names[text] = Code(text)
    return joined(list(names.values()))
