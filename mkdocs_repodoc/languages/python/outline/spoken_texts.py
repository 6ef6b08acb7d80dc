"""The text that an expression says, in braces what is known at run time only."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.outline.held_texts import HeldTexts
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts

_LONGEST = 1_000
"""Characters of what a name holds: a sum of a sum … doubles with each line."""


class SpokenTexts:
    """Tells what expressions at one point of the code say.

    Args:
        source: The file.
        held: What names hold there.
    """

    def __init__(self, source: SourceExcerpts, held: HeldTexts) -> None:
        self._source = source
        self._held = held
        self._of_names: dict[str, str] = {}

    def of(self, value: ast.expr) -> str:
        """Return what an expression says, the expressions in it in braces; empty if it has no text.

        A name stands for the text that was assigned to it.
        """
        said = ""
        match value:
            case ast.Constant(value=str(text)):
                said = text
            case ast.JoinedStr(values=parts):
                said = "".join(self._part(part) for part in parts)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                said = self._sum(left, right)
            case (
                ast.BinOp(left=inner, op=ast.Mod())
                | ast.Call(func=ast.Attribute(value=inner, attr="format" | "join"))
            ):
                said = self.of(inner)
            case ast.Call(func=ast.Name(id="_" | "gettext"), args=[inner, *_]):
                said = self.of(inner)
            case ast.Name(id=name):
                said = self._of_name(name)
        return said

    def _of_name(self, name: str) -> str:
        if name not in self._of_names:
            self._of_names[name] = ""  # what it says inside its own text
            if held := self._held.get(name):
                self._of_names[name] = self.of(held)[:_LONGEST]
        return self._of_names[name]

    def _sum(self, left: ast.expr, right: ast.expr) -> str:
        sides = [(side, self.of(side)) for side in (left, right)]
        if not any(text for _, text in sides):
            return ""
        return "".join(text or f"{{{self._source.code(side)}}}" for side, text in sides)

    def _part(self, part: ast.expr) -> str:
        if isinstance(part, ast.FormattedValue):
            return f"{{{self._source.code(part.value)}}}"
        return str(getattr(part, "value", ""))
