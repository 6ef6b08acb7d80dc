"""Comments at the head of a file: those that describe it, apart from labels and remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.treesitter.comments.comment_blocks import Block, Blocks
from mkdocs_repodoc.languages.treesitter.dialect import Dialect, Prepared
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.text.comments import Comment

_HEAD = 200
"""In how many lines the file's own comment is looked for."""
_LEAST_WORDS = 4
"""Of a comment right above an import that describes the file; fewer are a label of the imports."""
_FIRST_SYMBOLS = 50
_FIRST_BLOCKS = 20
_TITLE = re.compile(r"\A#+[ \t]+")
_FILE_TAG = re.compile(r"[@\\](?:file|fileoverview|packageDocumentation|module)\b")


def head_lines(lines: list[str], prepared: Prepared | None, dialect: Dialect) -> list[str]:
    """Return the first lines of a file, those that only tools read as empty ones."""
    head = lines[:_HEAD]
    if prepared:
        head = ["" if prepared.is_directive(row) else row for row in head]
    if magic := dialect.tool_comments:
        head = ["" if magic.match(row) else row for row in head]
    return head


def marked_comment(blocks: Blocks, file_line: int, dialect: Dialect) -> Comment | None:
    """Return the comment that documents a file by the language's own rules.

    Args:
        blocks: All comments of the file.
        file_line: Line of the clause that names what the file belongs to; 0 without one.
        dialect: What marks a comment as one on the file.
    """
    block = _marked_block(blocks, file_line, dialect)
    return Comment(block.line, _TITLE.sub("", dialect.comment_text(block.text))) if block else None


def _marked_block(blocks: Blocks, file_line: int, dialect: Dialect) -> Block | None:
    if file_line:
        return blocks.by_end.get(file_line - 1)
    for block in blocks.all[:_FIRST_BLOCKS]:
        if block.text.startswith(dialect.file_comments) or _FILE_TAG.search(block.text):
            return block
    return None


def describing_comments(
    comments: Sequence[Comment],
    lines: Sequence[str],
    symbols: Sequence[Symbol],
    imports: Sequence[Import],
    *,
    needs_gap: bool,
) -> list[Comment]:
    """Return those of the comments at the head of a file that are about nothing below them.

    Args:
        comments: The comments.
        lines: The lines of the file.
        symbols: What it defines.
        imports: What it imports.
        needs_gap: Whether a comment on the file stands apart from the code below it.
    """
    defined = {symbol.line for symbol in symbols[:_FIRST_SYMBOLS]}
    imported = {one.line for one in imports}
    return [
        comment
        for comment in comments
        if (following := comment.line + comment.text.count("\n") + 1) not in defined
        and not (following in imported and len(comment.text.split()) < _LEAST_WORDS)
        and not (needs_gap and _is_remark(lines, comment.line, following))
    ]


def _is_remark(lines: Sequence[str], line: int, following: int) -> bool:
    """Whether a comment in no form for documentation is about the code right below it."""
    marked = lines[line - 1].startswith(("///", "/**"))
    return not marked and bool("".join(lines[following - 1 : following]).strip())
