"""The head of a Python file: its licence, and its docstring or leading comment."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.python.outline.docstring_summaries import without_summary
from mkdocs_repodoc.languages.python.outline.docstrings import (
    Owner,
    ReadDocstring,
    read_docstring,
)
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.model.records import (
    DocSection,
)
from mkdocs_repodoc.settings import DocstringStyle
from mkdocs_repodoc.text.comments import header_comments
from mkdocs_repodoc.text.licences import licence_of
from mkdocs_repodoc.text.prose import summarise

_LONGEST_HEADER = 80


class ModuleHead(NamedTuple):
    """What the top of a file, its comments and its docstring, says of it."""

    licence: str
    licence_line: int
    summary: str = ""
    summary_line: int = 0
    summary_origin: str = ""


def module_documentation(structure: Structure, style: DocstringStyle) -> ReadDocstring:
    """Return what the docstring of a module says; nothing if it has none."""
    docstring = structure.docstring
    if docstring is None:
        return ReadDocstring()
    return read_docstring(str(docstring.value), docstring.lineno, Owner(), style)


def read_head(module: ReadDocstring, structure: Structure, source: SourceExcerpts) -> ModuleHead:
    """Return the licence in the comments at the top, and the summary of the module."""
    header = header_comments(source.lines[:_LONGEST_HEADER], PYTHON.comments)
    licence, licence_line = licence_of(header)
    if module.summary and structure.docstring is not None:
        value = str(structure.docstring.value)
        blank = len(value) - len(value.lstrip())
        line = module.line + value.count("\n", 0, blank)
        return ModuleHead(licence, licence_line, module.summary, line, "module docstring")
    if structure.docstring is None and (found := summarise(header)) is not None:
        return ModuleHead(licence, licence_line, found.text, found.line, "leading comment")
    return ModuleHead(licence, licence_line)


def sections_without_summary(module: ReadDocstring) -> tuple[DocSection, ...]:
    """Return the module docstring's sections without the summary."""
    if not module.sections or module.sections[0].kind != "text":
        return module.sections
    first, *others = module.sections
    text = without_summary(first.text, module.summary)
    return (DocSection("text", first.title, text), *others) if text else tuple(others)
