"""A file's syntax tree, and what the walk over it finds."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node, Parser

from mkdocs_repodoc.languages.treesitter.comments.comment_blocks import Blocks
from mkdocs_repodoc.languages.treesitter.dialect import Dialect, Prepared
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.languages.treesitter.walk import Walk


class Parsed(NamedTuple):
    """A file's syntax tree, and what the walk over it has found."""

    walk: Walk
    root: Node
    abandoned: bool
    """Whether the parser gave up."""
    comments: list[tuple[int, int]]
    blocks: Blocks
    decisions: list[int]
    """Where the nodes that branch start, ascending."""
    prepared: Prepared | None


def parse_file(source: Source, dialect: Dialect, name: str) -> Parsed:
    """Parse a file, and walk over its tree.

    Args:
        source: Its bytes.
        dialect: What the tree of its language means.
        name: Base name of the file.
    """
    prepared = dialect.prepare(source) if dialect.prepare else None
    parsed = dialect.parse(prepared.tree_code if prepared else source.data)
    tree = parsed or Parser(dialect.language).parse(b"")
    walk = _walk(source, dialect, name, prepared)
    walk.run(tree.root_node, Scope(separator=dialect.separator))
    if dialect.complete is not None:
        dialect.complete(walk, tree.root_node)
    if prepared:
        walk.imports += prepared.imports
        walk.found += prepared.symbols
        comments, decisions = prepared.comments, prepared.decisions
    else:
        comments, decisions = dialect.survey(tree.root_node)
    if walk.comments:
        comments = sorted([*comments, *walk.comments])
    walk.found.sort(key=lambda found: (found.extent.start, found.extent.name_start))
    blocks = Blocks(
        source,
        walk.code,
        comments,
        plain=dialect.plain_comments,
        below=dialect.documents_below,
        apart=dialect.documents_apart,
    )
    return Parsed(
        walk=walk,
        root=tree.root_node,
        abandoned=parsed is None,
        comments=comments,
        blocks=blocks,
        decisions=decisions,
        prepared=prepared,
    )


def _walk(source: Source, dialect: Dialect, name: str, prepared: Prepared | None) -> Walk:
    return Walk(
        source=source,
        code=prepared.code if prepared else source.data,
        handlers=dialect.handlers,
        separator=dialect.separator,
        name=name,
        starts=prepared.starts if prepared else {},
        labels_between=prepared.labels_between if prepared else None,
    )
