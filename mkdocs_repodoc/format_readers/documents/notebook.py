"""Jupyter notebooks: the Markdown cells' headings, the code cells as one module.

Lines are those of the `.ipynb` file itself, since that is what the listing shows. The code cells
are analysed together, since they share one namespace.
"""

from __future__ import annotations

import json
import re
from typing import Any

from mkdocs_repodoc.format_readers.documents.markdown_document import (
    Heading,
    add_headings,
    describe_by_title,
    plain,
)
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.json_values import load_json
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.outlines import read_outline
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Cell, Import
from mkdocs_repodoc.text.source_text import SourceText

LARGEST = 20_000_000

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.+?)\s*#*\s*$")
_MOST_CELLS = 500
_LONGEST_CELL = 100_000
_LANGUAGE = re.compile(r'"language"\s*:\s*"(\w+)"')
_CELL_MAGIC = re.compile(r"%%(\w+)")
_MAGIC_LANGUAGES = {
    "bash": "bash",
    "capture": "python",
    "html": "html",
    "javascript": "javascript",
    "js": "javascript",
    "sh": "bash",
    "sql": "sql",
    "time": "python",
    "timeit": "python",
}
_MAGIC = re.compile(r"^\s*(?:[%!?]|.*\?\s*$)")


def read_notebook(draft: RecordBuilder) -> None:
    """Read a notebook."""
    draft.markup = "markdown"
    draft.words = []
    cells = _cells(draft)
    lines = _Lines(draft.lines)
    headings: list[Heading] = []
    code: list[str] = []
    origins: list[int] = []
    language = _language(draft)
    for cell in cells:
        kind = str(cell.get("cell_type", ""))
        rows = _rows(cell.get("source"))
        places = [lines.find(row) for row in rows]
        draft.words.extend(zip(rows, places, strict=True))
        _keep(draft, kind, language, rows, places)
        if kind == "markdown":
            headings.extend(_headings(draft, rows, places))
        elif kind == "code":
            is_cell_magic = bool(rows) and rows[0].startswith("%%")
            code.extend("" if is_cell_magic or _MAGIC.match(row) else row for row in rows)
            origins.extend(places)
    add_headings(draft, headings, len(draft.lines))
    if code:
        _add_code(draft, language, "\n".join(code), origins)
    describe_by_title(draft, headings)


def _cells(draft: RecordBuilder) -> list[dict[str, Any]]:
    text = draft.source.text
    if len(text) > LARGEST:
        draft.problem(0, "The notebook is too large; its cells are not shown.", "info")
        return []
    try:
        document = load_json(text)
    except json.JSONDecodeError as error:
        if text.strip():
            draft.problem(error.lineno, f"The notebook is not valid JSON: {error.msg}.")
        return []
    except ValueError:  # the interpreter's limit for the digits of an integer
        draft.problem(0, "A number in the notebook has too many digits; its cells are not shown.")
        return []
    cells = document.get("cells") if isinstance(document, dict) else None
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def _rows(source: object) -> list[str]:
    """Return a cell's lines; the format has them as one string or as a list."""
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return source.split("\n") if isinstance(source, str) else []


def _language(draft: RecordBuilder) -> str:
    """Return the language of the code cells as the notebook's metadata says it."""
    match = _LANGUAGE.search(draft.source.text)
    return match[1].lower() if match else "python"


def _keep(
    draft: RecordBuilder, kind: str, language: str, rows: list[str], places: list[int]
) -> None:
    """Keep a cell as it is to be shown."""
    text = "\n".join(rows).strip("\n")
    if not text.strip():
        return
    if len(draft.cells) >= _MOST_CELLS or len(text) > _LONGEST_CELL:
        if not draft.cells or draft.cells[-1].language != "":
            draft.problem(0, "The notebook is long; not all of its cells are shown.", "info")
            draft.cells.append(Cell("", "", 0))
        return
    shown = {"markdown": "markdown", "code": _magic_language(text) or language}
    draft.cells.append(Cell(shown.get(kind, "text"), text, places[0]))


def _magic_language(text: str) -> str:
    """Return the language that a cell's first line (`%%bash`) says its rest is in."""
    match = _CELL_MAGIC.match(text)
    return _MAGIC_LANGUAGES.get(match[1], "text") if match else ""


class _Lines:
    """Finds the lines of cells in the file, going forward."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._position = 0

    def find(self, row: str) -> int:
        """Return the number of the line that holds a cell's line, or the last found."""
        wanted = json.dumps(row, ensure_ascii=False)[1:-1]
        escaped = json.dumps(row)[1:-1]
        for offset in range(200 if row.strip() else 0):
            position = self._position + offset
            if position >= len(self._lines):
                break
            if wanted in self._lines[position] or escaped in self._lines[position]:
                self._position = position + 1
                return position + 1
        return max(self._position, 1)


def _headings(draft: RecordBuilder, rows: list[str], places: list[int]) -> list[Heading]:
    found: list[Heading] = []
    fenced = False
    for row, line in zip(rows, places, strict=True):
        if row.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif fenced:
            continue
        elif match := _HEADING.match(row):
            found.append(Heading(len(match[1]), plain(match[2]).replace("`", ""), line))
        elif len(plain(row).split()) > 3 and row[0] not in "<!|-*" and len(found) < 2:  # noqa: PLR2004 - a caption
            draft.describe(row, line, "first paragraph")
    return found


def _add_code(draft: RecordBuilder, language: str, code: str, origins: list[int]) -> None:
    """Add what the cells define and import, where names of notebooks mean what the language says.

    Args:
        draft: The record to fill in.
        language: The language of the code.
        code: The code cells as one module.
        origins: The line of the file in which each line of it stands.
    """
    known = language_named(language)
    resolved_alike = known.names == language_named(draft.language).names
    if isinstance(known.outline, Absent) or not resolved_alike:
        return
    text = SourceText(code, "utf-8")
    outline = read_outline(known, known.outline, draft.name, text, draft.options).outline

    def line_in_file(line: int) -> int:
        return origins[line - 1] if 0 < line <= len(origins) else 0

    draft.imports = tuple(_moved(one, line_in_file(one.line)) for one in outline.imports)
    for symbol in outline.symbols:
        if symbol.kind in {Kind.CLASS, Kind.FUNCTION, Kind.METHOD}:
            draft.add(
                symbol.name,
                symbol.kind,
                line_in_file(symbol.name_line or symbol.line),
                end_line=line_in_file(symbol.end_line),
                shown=symbol.name.rpartition(".")[2],
                summary=symbol.summary,
                signature=symbol.signature,
                labels=symbol.labels,
                public=symbol.public,
            )
    for problem in outline.diagnostics:
        draft.problem(line_in_file(problem.line), problem.message, problem.severity)


def _moved(one: Import, line: int) -> Import:
    """Return an import of the code as one of the file; columns are not known there."""
    return Import(
        one.module,
        one.name,
        one.alias,
        one.level,
        line,
        scope=one.scope,
        conditional=one.conditional,
        type_checking=one.type_checking,
    )
