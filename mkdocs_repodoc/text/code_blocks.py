"""Code of a language in prose: fences of Markdown, directives of reStructuredText, prompts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*(?:\{[\w-]*\}\s*|\{?\s*\.?)([\w+-]*)")
_DIRECTIVE = re.compile(r"(\s*)\.\. (\w[\w-]*)::\s*(\w*)")
_CODE_DIRECTIVES = frozenset({"code", "code-block", "ipython", "sourcecode"})
"""Those that name the language of their code."""
_LITERAL = re.compile(r"(?:^|[^:])::\s*$")
"""The end of a paragraph before a literal block."""
_OPTION = re.compile(r"\s+:[\w-]+:")
_MOST_LINES = 20_000
"""Longer documents are generated, and show no more than their first part would."""


class CodeLine(NamedTuple):
    """A line of code, and where it stands in the document."""

    line: int
    """From 1."""
    column: int
    """Bytes before the code."""
    code: str


Block = list[CodeLine]


class BlockMarks(NamedTuple):
    """Signs that a block is code of a language."""

    names: frozenset[str]
    """What fences and directives call it, in lower case."""
    directives: frozenset[str]
    """Directives of reStructuredText that hold it without naming it."""
    prompts: tuple[str, str]
    """What its interpreter shows before a statement, and before further lines of one."""
    takes_literals: bool = False
    """Whether literal blocks of reStructuredText hold it where nothing else is said."""


def code_blocks(lines: Sequence[str], markup: str, marks: BlockMarks) -> list[Block]:
    """Return the blocks of a language's code in a document.

    Args:
        lines: The document's lines.
        markup: `markdown` or `rst`; in others there are none.
        marks: How the language's blocks are told from others.

    Returns:
        The blocks in their order. Of an interpreter's session only what was typed is in them.
    """
    find = {"markdown": _fenced, "rst": _indented}.get(markup)
    if find is None:
        return []
    return [block for raw in find(lines, marks) if (block := _typed(raw, marks.prompts))]


def _fenced(lines: Sequence[str], marks: BlockMarks) -> Iterator[Block]:
    fence = ""
    block: Block | None = None
    for number, row in enumerate(lines[:_MOST_LINES], 1):
        if fence:
            text = row.strip()
            if text.startswith(fence) and not text.strip(fence[0]):
                if block:
                    yield _dedented(block)
                fence, block = "", None
            elif block is not None:
                block.append(CodeLine(number, 0, row))
        elif opening := _FENCE.match(row):
            fence = opening[1]
            block = [] if opening[2].lower() in marks.names else None


def _indented(lines: Sequence[str], marks: BlockMarks) -> Iterator[Block]:
    """Yield the bodies of directives that show code, and paragraphs that begin with a prompt."""
    block: Block | None = None
    margin = 0
    is_session = False
    for number, row in enumerate((*lines[:_MOST_LINES], "", "."), 1):
        indent = len(row) - len(row.lstrip())
        if block is not None:
            if is_session and row.strip():
                block.append(CodeLine(number, 0, row))
            elif is_session or (row.strip() and indent <= margin):
                yield _dedented(block)
                block = None
            elif block or not _OPTION.match(row):
                block.append(CodeLine(number, 0, row))
        if block is None and (directive := _DIRECTIVE.match(row)):
            is_code = directive[2] in _CODE_DIRECTIVES and directive[3].lower() in marks.names
            if is_code or directive[2] in marks.directives:
                block, margin, is_session = [], len(directive[1]), False
        elif block is None and marks.takes_literals and _LITERAL.search(row):
            block, margin, is_session = [], indent, False
        elif block is None and row.lstrip().startswith(marks.prompts[0]):
            block, is_session = [CodeLine(number, 0, row)], True


def _dedented(block: Block) -> Block:
    """Take the indentation that all lines share from them; blank lines at the end go."""
    margin = min(
        (len(one.code) - len(one.code.lstrip()) for one in block if one.code.strip()), default=0
    )
    return [
        CodeLine(one.line, len(one.code[:margin].encode()), one.code[margin:])
        for one in block
        if one.code.strip()
    ]


def _typed(block: Block, prompts: tuple[str, str]) -> Block:
    """Return what was typed if a block shows a session, else the whole block."""
    first = prompts[0]
    if not any(one.code.startswith(first) for one in block):
        return block
    return [
        CodeLine(one.line, one.column + len(first), one.code[len(first) :])
        for one in block
        if one.code.startswith(prompts)
    ]
