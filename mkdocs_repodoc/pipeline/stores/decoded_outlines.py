"""Outlines as they are in memory: what their symbols have in common is there once."""

from __future__ import annotations

import sys

import msgspec
from msgspec.structs import force_setattr

from mkdocs_repodoc.model.records import FileOutline

_decode_outline = msgspec.msgpack.Decoder(FileOutline).decode
_labels: dict[tuple[str, ...], tuple[str, ...]] = {}
"""Every combination of labels once; there are some hundreds."""


def decoded_outline(content: bytes) -> FileOutline:
    """Decode an outline; what its symbols have in common, also with others, is in memory once."""
    outline = _decode_outline(content)
    force_setattr(outline, "encoding", sys.intern(outline.encoding))
    for symbol in outline.symbols:
        if symbol.name_line == symbol.line:
            force_setattr(symbol, "name_line", symbol.line)
        if symbol.end_line == symbol.line:
            force_setattr(symbol, "end_line", symbol.line)
        force_setattr(symbol, "signature", sys.intern(symbol.signature))
        if symbol.labels:
            force_setattr(symbol, "labels", _labels.setdefault(symbol.labels, symbol.labels))
    for each in outline.imports:
        force_setattr(each, "module", sys.intern(each.module))
    return outline
