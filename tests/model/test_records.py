"""Records of unknown origin: what is in them can't be more than a file could hold."""

from __future__ import annotations

import msgspec
import pytest

from mkdocs_repodoc.model.records import Import


@pytest.mark.parametrize("level", [-1, 1 << 62])
def test_an_import_with_dots_that_would_fill_the_memory_is_damaged(level: int) -> None:
    written = msgspec.msgpack.encode(Import("a", level=level))
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(written, type=Import)
