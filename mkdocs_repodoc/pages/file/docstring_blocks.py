"""Parsed documentation of a symbol as blocks: its text, and its fields next to the real signature.

What a docstring says about a parameter is shown beside what the code says: annotation and default
come from the signature where it has them, from the docstring otherwise. A documented parameter
that the function does not take is marked as such.
"""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Code, DocBlock, Inline, Label, Phrase, Prose, Typed
from mkdocs_repodoc.model.records import SEE_ALSO, DocField, DocSection, Parameter, SymbolDetail
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS

_TITLES = {
    "parameters": "Parameters",
    "other parameters": "Other parameters",
    "type parameters": "Type parameters",
    "returns": "Returns",
    "yields": "Yields",
    "receives": "Receives",
    "raises": "Raises",
    "warns": "Warns",
    "examples": "Examples",
    "attributes": "Attributes",
    "functions": "Functions",
    "classes": "Classes",
    "modules": "Modules",
    "type aliases": "Type aliases",
    "deprecated": "Deprecated",
}
_TYPE_NAMES = frozenset({"raises", "warns"})
_UNNAMED = frozenset({"returns", "yields", "receives"})


def section_title(section: DocSection) -> str:
    """Return a section's title: its own, or the usual one of its kind; empty for text."""
    return section.title or _TITLES.get(section.kind, "")


def is_see_also(section: DocSection) -> bool:
    """Whether a section lists what else to read."""
    return section.kind == "admonition" and section.title == SEE_ALSO


def symbol_documentation(view: FileView, position: int, level: int) -> tuple[DocBlock, ...]:
    """Return the documentation of a symbol, section by section.

    Args:
        view: The page's file.
        position: The symbol.
        level: Level of the heading under which it stands.
    """
    detail = view.symbol_detail(position)
    symbol = view.outline.symbols[position]
    sections = detail.documentation
    if not sections and symbol.summary:
        sections = (DocSection("text", text=symbol.summary),)
    blocks = _DocBlocks(view, position, level, detail)
    return tuple(
        blocks.block(section)
        for section in map(blocks.without_rows, sections)
        if section.text or section.fields
    )


class _DocBlocks:
    """Makes the blocks of one symbol's documentation."""

    def __init__(self, view: FileView, position: int, level: int, detail: SymbolDetail) -> None:
        self._view = view
        self._position = position
        self._scope = view.scope_of(position)
        self._level = level
        self._detail = detail

    def without_rows(self, section: DocSection) -> DocSection:
        """Return a section without the attributes that the table of attributes describes."""
        if section.kind != "attributes":
            return section
        fields = tuple(field for field in section.fields if not self._has_row(field.name))
        return DocSection(section.kind, section.title, section.text, fields)

    def _has_row(self, name: str) -> bool:
        outer = self._view.outline.symbols[self._position].name
        position = self._view.tree.by_name.get(f"{outer}.{name}")
        return (
            position is not None
            and self._view.tree.parents[position] == self._position
            and self._view.is_row(position)
            and not self._view.outline.symbols[position].summary
        )

    def block(self, section: DocSection) -> DocBlock:
        """Return the block of one section."""
        title = section_title(section)
        text = self._prose(section.text, references=is_see_also(section)) if section.text else None
        return DocBlock(section.kind, title, text, self._fields(section))

    def _fields(self, section: DocSection) -> tuple[tuple[Phrase, Phrase, Phrase], ...]:
        if section.kind in {"parameters", "other parameters"}:
            return self._parameters(section)
        if section.kind in _TYPE_NAMES:
            return tuple(
                (self._type(field.annotation or field.name), (), self._described(field))
                for field in section.fields
            )
        if section.kind in _UNNAMED:
            returned = self._detail.returns if len(section.fields) == 1 else ""
            return tuple(
                (
                    (Code(field.name),) if field.name else (),
                    self._type(
                        field.annotation or returned, words=field.annotation not in {"", returned}
                    ),
                    self._described(field),
                )
                for field in section.fields
            )
        return tuple(
            (
                (Code(field.name),) if field.name else (),
                self._typed(field.annotation, field.default),
                self._described(field),
            )
            for field in section.fields
        )

    def _parameters(self, section: DocSection) -> tuple[tuple[Phrase, Phrase, Phrase], ...]:
        documented = {_bare(field.name): field for field in section.fields}
        takes = {_bare(parameter.name): parameter for parameter in self._detail.parameters}
        open_ended = any(p.name.startswith("**") for p in self._detail.parameters)
        rows: list[tuple[Phrase, Phrase, Phrase]] = []
        if section.kind == "parameters":
            elsewhere = {
                _bare(field.name)
                for other in self._detail.documentation
                if other.kind == "other parameters"
                for field in other.fields
            }
            for index, (name, parameter) in enumerate(takes.items()):
                if (index == 0 and name in RECEIVERS) or name in elsewhere:
                    continue
                rows.append(self._parameter(parameter, documented.pop(name, None)))
        for name, field in documented.items():
            if name in takes:
                rows.append(self._parameter(takes[name], field))
                continue
            label: Phrase = (Code(field.name),)
            if takes and not open_ended:
                label += (" ", Label("not in the signature"))
            rows.append(
                (label, self._typed(field.annotation, field.default), self._described(field))
            )
        return tuple(rows)

    def _parameter(
        self, parameter: Parameter, field: DocField | None
    ) -> tuple[Phrase, Phrase, Phrase]:
        annotation = parameter.annotation or (field.annotation if field else "")
        default = parameter.default or (field.default if field else "")
        if parameter.name.startswith("*"):
            default = ""  # Griffe gives `*args` an empty tuple; nobody wrote that
        return (
            (Code(parameter.name),),
            self._typed(annotation, default, words=not parameter.annotation),
            self._described(field) if field else (),
        )

    def _typed(self, annotation: str, default: str, *, words: bool = True) -> Phrase:
        phrase: list[Inline] = [*self._type(annotation, words=words)]
        if default:
            phrase += [" = " if phrase else "= ", Code(default)]
        return tuple(phrase)

    def _type(self, annotation: str, *, words: bool = True) -> Phrase:
        typed = Typed(annotation, self._view.path, self._scope, "words" if words else "type")
        return (typed,) if annotation else ()

    def _described(self, field: DocField) -> Phrase:
        return (
            (self._prose(field.description, inline="\n\n" not in field.description),)
            if (field.description)
            else ()
        )

    def _prose(self, text: str, *, inline: bool = False, references: bool = False) -> Prose:
        return Prose(
            text,
            self._view.detail.markup,
            self._view.path,
            inline=inline,
            scope=self._position,
            heading_level=self._level,
            references=references,
        )


def _bare(name: str) -> str:
    return name.lstrip("*").strip("`")
