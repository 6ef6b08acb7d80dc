"""The links that blocks contain, whatever the blocks are."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.model.inline import PageLink, Part


def links_in(content: object) -> Iterator[PageLink]:
    """Yield the links to pages in a block, a phrase, or a tuple of either, as they stand there.

    It follows every field: a kind of block that is added later hides none of its links.
    """
    if isinstance(content, PageLink):
        yield content
    elif isinstance(content, Part):
        for name in content.__struct_fields__:
            yield from links_in(getattr(content, name))
    elif isinstance(content, tuple):
        for part in content:
            yield from links_in(part)
