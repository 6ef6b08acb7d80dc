"""Files that Python can't parse: Python 2, newer syntax, a merge conflict, half a file.

Tree-sitter's parser always gives a tree, with the unreadable parts marked. Its classes, functions
and imports are as good as ever outside those parts, which is what a reader is looking for.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import tree_sitter
import tree_sitter_python

from mkdocs_repodoc.languages.python.broken_symbols import BrokenDefinition, symbol, text_of
from mkdocs_repodoc.languages.python.outline.docstrings import (
    markup_of,
)
from mkdocs_repodoc.languages.python.outline.labels import is_private
from mkdocs_repodoc.languages.python.parse.line_counts import read_lines
from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import (
    FileDetail,
    FileOutline,
    FileRecord,
    Import,
    pack_terms,
)
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.comments import header_comments
from mkdocs_repodoc.text.licences import licence_of
from mkdocs_repodoc.text.prose import summarise as summarise_comments
from mkdocs_repodoc.text.source_text import SourceText
from mkdocs_repodoc.text.terms import count_terms

_HEADER_LINES = 80
_DEFINITIONS = {"function_definition", "class_definition"}
_IMPORTS = {"import_statement", "import_from_statement", "future_import_statement"}
_BLOCKS = {
    "module",
    "block",
    "ERROR",
    "decorated_definition",
    "if_statement",
    "elif_clause",
    "else_clause",
    "try_statement",
    "except_clause",
    "except_group_clause",
    "finally_clause",
    "with_statement",
    "for_statement",
    "while_statement",
    "match_statement",
    "case_clause",
}


@cache
def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_python.language()))


class _Visit(NamedTuple):
    """A node to visit, and what stands around it."""

    node: tree_sitter.Node
    path: str
    in_class: bool
    public: bool


def analyse_broken(text: SourceText, problem: Diagnostic, options: AnalysisOptions) -> FileRecord:
    """Analyse a Python file that has no syntax tree.

    Args:
        text: Its text.
        problem: Why there is no tree.
        options: What changes the record beside the text.
    """
    rows = text.text.split("\n")
    lines = read_lines(text.text, rows, None)
    tree = _parser().parse(text.text.encode(errors="replace"))
    definitions, imports = _walk(tree.root_node)
    made = [symbol(definition, options.docstring_style) for definition in definitions]
    symbols = tuple(symbol for symbol, _, _ in made)
    header = header_comments(rows[:_HEADER_LINES], PYTHON.comments)
    licence, licence_line = licence_of(header)
    summary = summarise_comments(header)
    words = [(symbol.name.rpartition(".")[2], symbol.name_line) for symbol in symbols]
    words += [(comment.text, comment.line) for comment in lines.comments]
    decoding = (Diagnostic("warning", "", 0, text.problem),) if text.problem else ()
    outline = FileOutline(
        lines=lines.counts,
        encoding=text.encoding,
        licence=licence,
        licence_line=licence_line,
        summary=summary.text if summary else "",
        summary_line=summary.line if summary else 0,
        summary_origin=_origin(rows[summary.line - 1]) if summary else "",
        symbols=symbols,
        imports=tuple(imports),
        packed_terms=pack_terms(count_terms(words, PYTHON.keywords)),
        main_line=1 if text.text.startswith("#!") else 0,
        diagnostics=(*decoding, problem),
    )
    detail = FileDetail(
        symbols=tuple(detail for _, detail, _ in made),
        markup=markup_of([docstring for _, _, docstring in made if docstring]),
    )
    return FileRecord(outline, detail)


def _origin(row: str) -> str:
    return "leading comment" if row.lstrip().startswith("#") else "module docstring"


def _walk(root: tree_sitter.Node) -> tuple[list[BrokenDefinition], list[Import]]:
    """Return the definitions and imports in source order; a stack bears any depth of nesting."""
    definitions: list[BrokenDefinition] = []
    imports: list[Import] = []
    stack = [_Visit(root, "", in_class=False, public=True)]
    while stack:
        visit = stack.pop()
        node = visit.node
        if node.type in _IMPORTS:
            imports += _imports(node, visit.path)
        elif node.type in _DEFINITIONS:
            name = node.child_by_field_name("name")
            body = node.child_by_field_name("body")
            if name is None or not name.text:
                continue
            word = text_of(name)
            path = f"{visit.path}.{word}" if visit.path else word
            public = visit.public and not is_private(word)
            definitions.append(BrokenDefinition(node, name, path, visit.in_class, public))
            if body is not None:
                in_class = node.type == "class_definition"
                stack.append(_Visit(body, path, in_class, public and in_class))
        elif node.type in _BLOCKS:
            stack += [
                _Visit(child, visit.path, visit.in_class, visit.public)
                for child in reversed(node.named_children)
            ]
    return definitions, imports


def _imports(node: tree_sitter.Node, scope: str) -> Iterator[Import]:
    """Read one import statement, which parses on its own even where the file doesn't."""
    code = text_of(node)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            statement = ast.parse(code).body[0]
    except (SyntaxError, ValueError, IndexError):
        return
    if not isinstance(statement, ast.Import | ast.ImportFrom):
        return
    row, column = node.start_point
    for alias in statement.names:
        shift = column if alias.lineno == 1 else 0
        start = alias.col_offset + shift
        from_module = isinstance(statement, ast.ImportFrom)
        yield Import(
            module=(statement.module or "")
            if isinstance(statement, ast.ImportFrom)
            else alias.name,
            name=alias.name if from_module else "",
            alias=alias.asname or "",
            level=statement.level if isinstance(statement, ast.ImportFrom) else 0,
            line=row + alias.lineno,
            column=start,
            end_column=start + len(alias.name.encode()),
            scope=scope,
        )
