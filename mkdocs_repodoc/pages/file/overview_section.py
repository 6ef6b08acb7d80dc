"""File Purpose and High-Level Overview: what the file is for, in its own words first."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Fold,
    Inline,
    Paragraph,
    Phrase,
    Prose,
    Table,
    Typed,
)
from mkdocs_repodoc.model.kinds import DOCUMENTABLE
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import DocSection
from mkdocs_repodoc.pages.file.docstring_blocks import is_see_also, section_title
from mkdocs_repodoc.pages.file.document_blocks import document_blocks
from mkdocs_repodoc.pages.file.outline import file_outline
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.descriptions import as_sentence, describe_file
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.public_api import ApiEntry, public_api
from mkdocs_repodoc.text.english import shortened

_SIGNATURE_LENGTH = 100
_DOCUMENTATION_LENGTH = 1500
"""Characters of a module's documentation that leave room for the outline on the first screen."""
_FIELD = 60
"""Characters that a field is as high as, beside its description."""
_API_ROLES = frozenset({"package", "module", "test support", "script", "example", "stub", "source"})
"""Roles of files that others call into, or might; a build file's names are no API."""
_UNDOCUMENTED_LABELS = frozenset({"clause", "overload", "setter", "deleter"})
"""The documentation of these stands in another definition of the same name."""


def purpose_blocks(view: FileView) -> tuple[Block, ...]:
    """Return what the file is for: its own words and its documentation, else what it holds.

    A document says it itself, whole.
    """
    if document := document_blocks(view):
        return document
    blocks: list[Block] = []
    if summary := view.file.summary:
        blocks.append(Prose(summary, view.detail.markup, view.path))
    else:
        described = describe_file(view.context, view.path)
        kind = (f"{view.file.role.capitalize()} file",)
        blocks.append(Paragraph(as_sentence(described or kind)))
    documented: list[Block] = []
    for section in view.detail.documentation:
        documented += _documentation(view, section)
    length = sum(_length(section) for section in view.detail.documentation)
    if length > _DOCUMENTATION_LENGTH:
        return (*blocks, Fold("The rest of its documentation", tuple(documented)))
    return (*blocks, *documented)


def _length(section: DocSection) -> int:
    fields = sum(len(field.description) + _FIELD for field in section.fields)
    return len(section.text) + fields


def overview_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the outline of a file that others call into, the names that it passes on."""
    if view.file.role not in _API_ROLES:
        return ()
    blocks: list[Block] = []
    entries = public_api(view)
    passed_on = [entry for entry in entries if _is_elsewhere(view, entry)]
    if passed_on:
        blocks.append(_api_table(view, passed_on))
    if outline := file_outline(view, {each.name for each in entries if each not in passed_on}):
        blocks.append(outline)
    if said := _docstrings(view):
        blocks.append(Paragraph(said))
    return tuple(blocks)


def _is_elsewhere(view: FileView, entry: ApiEntry) -> bool:
    return entry.symbol is None or entry.symbol.path != view.path


def _documentation(view: FileView, section: DocSection) -> list[Block]:
    blocks: list[Block] = []
    markup = view.detail.markup
    title = section_title(section)
    if section.text:
        if title:
            blocks.append(Paragraph((f"{title}:",)))
        blocks.append(Prose(section.text, markup, view.path, references=is_see_also(section)))
    if section.fields:
        rows: list[tuple[Phrase, ...]] = []
        for field in section.fields:
            typed = Typed(field.annotation, view.path, form="words")
            kind: Phrase = (typed,) if field.annotation else ()
            described: Phrase = (
                (Prose(field.description, markup, view.path, inline=True),)
                if field.description
                else ()
            )
            rows.append(((_own_name(view, field.name),), kind, described))
        columns = (Column("Name"), Column("Type"), Column("Description"))
        blocks.append(Table(columns, tuple(rows), caption=title))
    return blocks


def _own_name(view: FileView, name: str) -> Inline:
    """A name in the module's docstring, linked where the file defines it."""
    position = view.tree.by_name.get(name)
    return Typed(name, view.path) if position is None else view.symbol(position)


def _api_table(view: FileView, entries: Sequence[ApiEntry]) -> Table:
    cells = [_api_row(view, entry) for entry in entries]
    columns = (Column("Name"), Column("Kind"), Column("Summary"), Column("Defined in"))
    return Table(columns, tuple(cells), caption="Public API").without_empty_columns()


def _api_row(view: FileView, entry: ApiEntry) -> tuple[Phrase, ...]:
    context = view.context
    ref = entry.symbol
    if ref is None:
        origin: Phrase = ()
        if entry.line:
            origin = (f"{entry.module} (", view.line(entry.line), ")")
        return ((Typed(entry.name, view.path),), (), (), origin)
    file = context.repository.files[ref.path]
    elsewhere: Phrase = () if ref.path == view.path else (page_links.to_file(context, ref.path),)
    link = page_links.to_symbol(context, ref, text=entry.name)
    if ref.is_file:
        return ((link,), ("module",), _summary(view, ref, file.summary), elsewhere)
    symbol = file.outline.symbols[ref.position]
    name: Phrase = (link,)
    if symbol.signature:
        signature = shortened(symbol.signature, _SIGNATURE_LENGTH)
        name += (Typed(signature, ref.path),)
    return (name, (symbol.kind,), _summary(view, ref, symbol.summary), elsewhere)


def _summary(view: FileView, ref: SymbolRef, text: str) -> Phrase:
    if not text:
        return ()
    # Another file's markup is in its detail, which is not worth reading for one line.
    markup = view.detail.markup
    return (Prose(text, markup, ref.path, inline=True, scope=ref.position),)


def _docstrings(view: FileView) -> Phrase:
    """Return how many public names have a docstring; nothing where a language has none."""
    symbols = view.outline.symbols
    public = [index for index in range(len(symbols)) if _wants_docstring(view, index)]
    has_docstrings = language_named(view.file.source.language).comments.docstring is not None
    if not has_docstrings or not public or view.file.role == "test":
        return ()
    missing = [index for index in public if not symbols[index].summary]
    documented = len(public) - len(missing)
    phrase: list[Inline] = [_documented(documented, len(public))]
    if documented and missing and len(missing) <= caps.UNDOCUMENTED:
        phrase += ["; without one: ", *joined([view.symbol(index) for index in missing])]
    return (*phrase, ".")


def _documented(documented: int, public: int) -> str:
    """Say how many of the public names have a docstring."""
    if public == 1:
        return f"Its one public name has {'a' if documented else 'no'} docstring"
    if public == 2 and documented != 1:  # noqa: PLR2004 - English has words for two
        which, verb = ("Both", "have") if documented else ("Neither", "has")
        return f"{which} of its public names {verb} a docstring"
    if not documented:
        return f"None of its {public:,} public names has a docstring"
    if documented == public:
        return f"All of its {public:,} public names have a docstring"
    verb = "has" if documented == 1 else "have"
    return f"{documented:,} of its {public:,} public names {verb} a docstring"


def _wants_docstring(view: FileView, position: int) -> bool:
    """Whether readers expect a docstring: not of special methods, nor of overriding ones."""
    symbol = view.outline.symbols[position]
    ref = SymbolRef(view.path, position)
    return (
        symbol.public
        and symbol.kind in DOCUMENTABLE
        and not symbol.name.endswith("__")
        and not _UNDOCUMENTED_LABELS.intersection(symbol.labels)
        and ref not in view.context.repository.links.overrides
    )
