"""Rendered pages, kept for the next build of an unchanged repository."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import msgspec

from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.render.renderer import RenderedPage

BODY = "body"

_LEVEL = 1
"""Pages shrink to a seventh; more effort costs more time than reading the rest would."""

_decode = msgspec.msgpack.Decoder(RenderedPage).decode
_encode = msgspec.msgpack.Encoder().encode


class Bodies:
    """Bodies of pages by source URI.

    Args:
        cache: Where they are kept.
        digest: Digest of the site that they belong to.
    """

    def __init__(self, cache: Cache, digest: str) -> None:
        self._cache = cache
        self._digest = digest

    def get(self, uri: str, render: Callable[[str], RenderedPage]) -> RenderedPage:
        """Return a page that was kept, or render it and keep it."""
        key = f"{self._digest}:{uri}"
        if (packed := self._cache.get(BODY, key)) is not None:
            return _decode(zlib.decompress(packed))
        page = render(uri)
        self._cache.put_many(BODY, [(key, zlib.compress(_encode(page), _LEVEL))])
        return page
