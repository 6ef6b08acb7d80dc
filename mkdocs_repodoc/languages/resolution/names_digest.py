"""Digests of what the files of a language offer to each other's names."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from mkdocs_repodoc.model.records import FileOutline


def names_of_outline(outline: FileOutline) -> tuple[object, ...]:
    """Return all of a file that others may look up; lines and documentation are not in it."""
    return (
        [(symbol.name, symbol.kind, symbol.labels) for symbol in outline.symbols],
        [(each.module, each.name, each.alias) for each in outline.imports],
        outline.types,
        outline.offers,
    )


def digest_of(content: Any) -> str:  # noqa: ANN401 - whatever can be encoded
    """Return the digest of content that msgspec encodes, as a key of what depends on it."""
    return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()
