"""Stretches of source code as written, on one line.

The syntax tree says where an expression stands; what a reader wants to see is the expression as
its author wrote it. Cutting it out of the text is also many times cheaper than rendering the tree
again, which is left for the few that span lines.
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_KEYWORDS: dict[type[ast.stmt], str] = {
    ast.FunctionDef: "def ",
    ast.AsyncFunctionDef: "async def ",
    ast.ClassDef: "class ",
}
_LONGEST_RENDERED = 30
"""Expressions over more lines than this are shown as their outermost brackets."""
_OUTLINES: dict[type[ast.expr], str] = {
    ast.List: "[…]",
    ast.ListComp: "[…]",
    ast.Tuple: "(…)",
    ast.GeneratorExp: "(…)",
    ast.Dict: "{…}",
    ast.DictComp: "{…}",
    ast.Set: "{…}",
    ast.SetComp: "{…}",
}


class Span(NamedTuple):
    """A stretch of one line; columns are offsets in its UTF-8 encoding."""

    line: int
    column: int
    end_column: int


class SourceExcerpts:
    """A file's text, cut by the positions of the syntax tree (lines, and columns in bytes)."""

    __slots__ = ("lines", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")

    def code(self, node: ast.expr | ast.pattern) -> str:
        """Return an expression as written; one that spans lines is rendered on one line."""
        if node.lineno == node.end_lineno:
            line = self.lines[node.lineno - 1]
            if line.isascii():
                return line[node.col_offset : node.end_col_offset]
            return line.encode()[node.col_offset : node.end_col_offset].decode()
        if (node.end_lineno or node.lineno) - node.lineno > _LONGEST_RENDERED:
            return self._outline(node)
        try:
            return " ".join(ast.unparse(node).split("\n"))
        except RecursionError:
            return "…"

    def _outline(self, node: ast.expr | ast.pattern) -> str:
        if isinstance(node, ast.Call):
            return f"{self.code(node.func)}(…)"
        return _OUTLINES.get(type(node), "…") if isinstance(node, ast.expr) else "…"

    def short(self, node: ast.expr | ast.pattern, limit: int) -> str:
        """Return an expression as written, cut after `limit` characters."""
        code = self.code(node)
        return code if len(code) <= limit else f"{code[: limit - 1].rstrip()}…"

    def definition_name(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Span:
        """Return where the name of a `def` or `class` stands, decorators or not.

        The name in the tree is normalised (NFKC), so that it is found by its place.
        """
        keyword = _KEYWORDS[type(node)]
        row, start = self.lines[node.lineno - 1], node.col_offset + len(keyword)
        if row.isascii() and row.startswith(keyword + node.name, node.col_offset):
            return Span(node.lineno, start, start + len(node.name))
        words = 2 if isinstance(node, ast.AsyncFunctionDef) else 1
        line, column = node.lineno, self._character(node.lineno, node.col_offset)
        for _ in range(words):
            line, column = self._after_word(line, column)
        end = self._word_end(line, column)
        return self._span(line, column, end)

    def _after_word(self, line: int, column: int) -> tuple[int, int]:
        """Skip one word and the white space behind it, which may continue on the next line."""
        column = self._word_end(line, column)
        while True:
            text = self.lines[line - 1]
            while column < len(text) and text[column] in " \t\f":
                column += 1
            if text[column:] != "\\":
                return line, column
            line, column = line + 1, 0

    def _word_end(self, line: int, column: int) -> int:
        word = _WORD.match(self.lines[line - 1], column)
        return word.end() if word else column

    def attribute_name(self, node: ast.Attribute) -> Span:
        """Return where the last name of `a.b.name` stands: it is what the expression ends with."""
        line, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        text = self.lines[line - 1]
        if text.isascii():
            return Span(line, end - len(node.attr), end)
        head = text.encode()[:end].decode()
        start = len(head)
        while start and (head[start - 1].isalnum() or head[start - 1] == "_"):
            start -= 1
        return self._span(line, start, len(head))

    def _character(self, line: int, column: int) -> int:
        text = self.lines[line - 1]
        return column if text.isascii() else len(text.encode()[:column].decode())

    def _span(self, line: int, start: int, end: int) -> Span:
        text = self.lines[line - 1]
        if text.isascii():
            return Span(line, start, end)
        return Span(line, len(text[:start].encode()), len(text[:end].encode()))
