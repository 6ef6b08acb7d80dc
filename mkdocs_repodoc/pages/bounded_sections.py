"""Sections within limits: what takes too long is left out, and the rest of its page is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_repodoc.model.blocks import Block, Section
from mkdocs_repodoc.pages.context import PageContext


def bounded_chapter(
    context: PageContext, title: str, anchor: str, tell: Callable[[], Sequence[Block]]
) -> Section:
    """Return a chapter of the book; without a block if it could not be told, which a build says.

    Args:
        context: The limits, and where is noted what could not be told.
        title: The title of the chapter, which has no number yet.
        anchor: Its anchor.
        tell: Makes its blocks.
    """
    part = f"the chapter “{title}” of the book"
    blocks = context.insight.bounds.answer(part, lambda: tuple(tell()), tuple)
    return Section(title, anchor, blocks)
