"""Symbols of a tree with their lines, documentation and complexity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment
from mkdocs_repodoc.languages.treesitter.comments.comment_blocks import Block, Blocks
from mkdocs_repodoc.languages.treesitter.comments.doc_comments import (
    Documentation,
    parse_documentation,
)
from mkdocs_repodoc.languages.treesitter.found_symbols import Found
from mkdocs_repodoc.languages.treesitter.namespaces import in_namespaces
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.records import Symbol, SymbolDetail
from mkdocs_repodoc.text.comments import Comment
from mkdocs_repodoc.text.licences import licence_of

_FILE_TAGS = frozenset({"file", "fileoverview", "overview", "packagedocumentation"})


def describe(
    walk: Walk,
    blocks: Blocks,
    decisions: Sequence[int],
    comment_text: Callable[[str], str] = strip_comment,
) -> tuple[tuple[Symbol, ...], tuple[SymbolDetail, ...]]:
    """Put lines, documentation and complexity to what a walk has found.

    Args:
        walk: The walk, with its findings in source order.
        blocks: The comments of the file.
        decisions: Where the nodes that branch start, ascending.
        comment_text: Returns the text of a comment for documentation.
    """
    documented: dict[int, Documentation] = {}
    symbols, details = [], []
    for found in walk.found:
        block = _block_of(found, walk.source, blocks)
        parts = None
        if block is not None:
            parts = documented.get(block.start)
            if parts is None:
                parts = documented[block.start] = parse_documentation(comment_text(block.text))
        if parts is not None and parts.tags & _FILE_TAGS:  # it is about the file
            parts = None
        symbols.append(_symbol(found, walk.source, parts))
        if parts is None and not found.body:
            details.append(found.detail)
        else:
            details.append(
                msgspec.structs.replace(
                    found.detail,
                    documentation=parts.sections if parts else (),
                    complexity=_complexity(found, decisions),
                )
            )
    return in_namespaces(symbols), tuple(details)


def _block_of(found: Found, source: Source, blocks: Blocks) -> Block | None:
    """Return the comment that documents a symbol, which the file's licence never does."""
    extent = found.extent
    end_line = source.line(max(extent.start, extent.end - 1))
    block = blocks.documentation(dict.fromkeys((extent.start, extent.doc_start)), end_line)
    return None if block is None or _is_licence(block) else block


def _symbol(found: Found, source: Source, parts: Documentation | None) -> Symbol:
    extent = found.extent
    is_named = extent.name_start >= 0
    offset = extent.name_start if is_named else extent.start
    column = source.column(offset)
    labels = found.labels
    if parts and "deprecated" in parts.tags and "deprecated" not in labels:
        labels = (*labels, "deprecated")
    return Symbol(
        name=found.name,
        kind=found.kind,
        line=source.line(extent.start),
        end_line=source.line(max(extent.start, extent.end - 1)),
        name_line=source.line(offset),
        column=column if is_named else -1,
        end_column=column + extent.name_end - extent.name_start if is_named else -1,
        summary=parts.summary if parts else "",
        signature=found.signature,
        bases=found.bases,
        decorators=found.decorators,
        labels=labels,
        public=found.public,
    )


def _is_licence(block: Block) -> bool:
    return block.line == 1 and bool(licence_of([Comment(1, block.text)])[0])


def _complexity(found: Found, decisions: Sequence[int]) -> int:
    if not found.body:
        return 0
    extent = found.extent
    return 1 + bisect_left(decisions, extent.end) - bisect_left(decisions, extent.start)
