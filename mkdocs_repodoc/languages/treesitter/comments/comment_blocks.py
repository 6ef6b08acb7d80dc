"""Assignment of comments to definitions, for every language that has comments.

The place decides: a comment that ends on the line above a definition documents it, and one that
starts with `<` behind it does too. That holds for all languages and needs no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.languages.treesitter.source_bytes import Source

_DOCUMENTATION = re.compile(
    rb"/\*[*!](?![*/])|//[/!](?!/)|\(\*\*(?![*)])|(?:--+|\{-)[ \t]*[|^](?![|^])"
)
_TRAILING = re.compile(rb"(?:/\*[*!]|//[/!])<|(?:--+|\{-)[ \t]*\^")
_MARKER = re.compile(rb"/\*+[!<]*|//[/!]?<?|#+!?|--+|\(\*+|\{-")
_BLOCK_OPENERS = (b"/*", b"(*", b"{-")
_WORD = re.compile(rb"[A-Za-z][\w/-]*")
_NAME = re.compile(rb"[A-Za-z_]\w*[ \t:=]")
"""The beginning of a line that declares something by its name."""
_HEADING_WORDS = 2
_CODE_END = re.compile(rb"(?:[;{}]|\)\s*[;{]|,)\s*(?:\*/)?\s*$")


class Block(NamedTuple):
    """One comment, or line comments on end that read as one."""

    line: int
    end_line: int
    start: int
    end: int
    text: str
    """With its delimiters."""
    documents: bool
    """Whether it is written in the language's form for documentation."""
    own_line: bool
    """Whether nothing but white space stands before it."""
    trailing: bool
    """Whether it documents what stands before it on the line."""


class Blocks:
    """The comments of a file, found by their place.

    Args:
        source: The file.
        code: The file as the grammar reads it, of the same length.
        comments: Start and end of every comment, in order.
        plain: Whether any comment may document a definition.
        below: Whether one in the form for documentation may stand behind the definition.
        apart: Whether an empty line may stand between such a one and the definition.
    """

    def __init__(
        self,
        source: Source,
        code: bytes,
        comments: Iterable[tuple[int, int]],
        *,
        plain: bool,
        below: bool = False,
        apart: bool = False,
    ) -> None:
        self.source = source
        self.code = code
        self.plain = plain
        self.apart = apart
        self.all = _join(source, comments)
        self.by_end = {block.end_line: block for block in self.all if block.own_line}
        self.trailing = {block.line: block for block in self.all if block.trailing}
        if below:
            self.trailing |= {
                block.line - block.own_line: block
                for block in self.all
                if block.documents and (not block.own_line or self._ends_paragraph(block))
            }

    def documentation(self, starts: Iterable[int], end_line: int) -> Block | None:
        """Return what documents a definition.

        Args:
            starts: Where it may be said to start: with and without its attributes.
            end_line: Its last line.

        Returns:
            The comment above it, before it on its line, or behind it on its last line.
        """
        for start in starts:
            line = self.source.line(start)
            if self.code[self.source.line_starts[line - 1] : start].strip():
                break  # a second definition on the line
            block = self.by_end.get(line - 1)
            if block and not block.trailing and self._may_document(block):
                return None if line == end_line and self._is_heading(block) else block
            if block is None and self.apart and (above := self._above_gap(line)):
                return above
            same = self.by_end.get(line)
            if same and same.documents and not same.trailing and same.end <= start:
                return same
        return self.trailing.get(end_line)

    def _above_gap(self, line: int) -> Block | None:
        """Return the documentation that only an empty line parts from a line."""
        block = self.by_end.get(line - 2)
        if block is None or not block.documents or block.trailing:
            return None
        between = self.code[block.end : self.source.line_starts[line - 1]]
        return None if between.strip() else block

    def _ends_paragraph(self, block: Block) -> bool:
        """Whether a comment stands right below code, and above an empty line or the end."""
        starts = self.source.line_starts
        if block.line < 2:  # noqa: PLR2004 - nothing stands above the first line
            return False
        above = self.source.data[starts[block.line - 2] : starts[block.line - 1]]
        end = starts[block.end_line + 1] if block.end_line + 1 < len(starts) else None
        below = self.source.data[block.end : end] if block.end_line < len(starts) else b""
        return bool(above.strip()) and not below.strip()

    def _may_document(self, block: Block) -> bool:
        if block.documents:
            return True
        return self.plain and not _CODE_END.search(block.text.encode())

    def _is_heading(self, block: Block) -> bool:
        """Whether a comment of a word or two stands above a row of lines, and names none of them.

        It is a heading of all of them, and no documentation of the first one.
        """
        words = _WORD.findall(block.text.encode())
        if block.documents or not 0 < len(words) <= _HEADING_WORDS:
            return False
        starts = (*self.source.line_starts, len(self.code))
        if block.end_line + 2 >= len(starts):
            return False
        first, second = (
            self.code[starts[number] : starts[number + 1]]
            for number in (block.end_line, block.end_line + 1)
        )
        is_row = _indent(first) == _indent(second) and _NAME.match(second.strip()) is not None
        return is_row and words[0].lower() not in first.lower()


def _indent(line: bytes) -> bytes:
    return line[: len(line) - len(line.lstrip())]


def _join(source: Source, comments: Iterable[tuple[int, int]]) -> list[Block]:
    blocks: list[Block] = []
    data = source.data
    marker = b""
    for start, until in comments:
        end = until
        while end > start and data[end - 1] in b"\r\n":  # some grammars count the line's end in
            end -= 1
        raw = data[start:end]
        line, end_line = source.line(start), source.line(end - 1)
        own = not data[source.line_starts[line - 1] : start].strip()
        match = _MARKER.match(raw)
        mine = match[0] if match else b""
        if mine.startswith(b"--"):  # more dashes only begin the documentation
            mine = b"--"
        block = Block(
            line=line,
            end_line=end_line,
            start=start,
            end=end,
            text=raw.decode("utf-8", "replace"),
            documents=_DOCUMENTATION.match(raw) is not None,
            own_line=own,
            trailing=_TRAILING.match(raw) is not None,
        )
        goes_on = mine == marker and not mine.startswith(_BLOCK_OPENERS)
        if goes_on and blocks and _is_right_below(blocks[-1], block):
            last = blocks[-1]
            text = f"{last.text}\n{block.text}"
            blocks[-1] = last._replace(end_line=end_line, end=end, text=text)
        else:
            marker = mine
            blocks.append(block)
    return blocks


def _is_right_below(above: Block, block: Block) -> bool:
    return above.own_line and block.own_line and above.end_line == block.line - 1
