"""The file of an index: its documents, one at a time, however large it is."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs_repodoc.scip.document_reader import document_path
from mkdocs_repodoc.scip.schema import IndexField, MetadataField
from mkdocs_repodoc.scip.wire_format import ByteSpan, WireError, fields, message, text
from mkdocs_repodoc.text.source_text import open_named

_LARGEST_DOCUMENT = 256_000_000
"""Bytes; what an index says of one file is in memory at once."""


class IndexedDocument(NamedTuple):
    """A document of an index that has not been read yet."""

    path: str
    """Path of its file, relative to the root of the index."""
    span: ByteSpan


class ScipIndex:
    """An index whose documents can be asked for.

    Args:
        data: The file.

    Attributes:
        root: The folder on the machine of the indexer to which paths are relative; may be empty.
        documents: The documents, in the order of the file.

    Raises:
        WireError: The file is no index.
    """

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data
        self.root = ""
        self.documents: list[IndexedDocument] = []
        for field, value in fields(data, ByteSpan(0, len(data))):
            if field == IndexField.METADATA:
                self.root = _project_root(self._copy(message(value)))
            elif field == IndexField.DOCUMENTS:
                span = message(value)
                content = self._copy(span)
                path = document_path(content, ByteSpan(0, len(content)))
                self.documents.append(IndexedDocument(path, span))

    def content(self, document: IndexedDocument) -> bytes:
        """Return the bytes of a document."""
        return self._copy(document.span)

    def _copy(self, span: ByteSpan) -> bytes:
        if span.end - span.start > _LARGEST_DOCUMENT:
            raise WireError(f"a part of it has more than {_LARGEST_DOCUMENT:,} bytes")
        return self._data[span.start : span.end]


@contextmanager
def open_index(file: Path) -> Iterator[ScipIndex]:
    """Open the file of an index.

    Raises:
        OSError: It cannot be read.
        WireError: It is no index.
    """
    with open_named(file) as stream:
        if not stream.seek(0, 2):
            raise WireError("it is empty")
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield ScipIndex(data)


def _project_root(metadata: bytes) -> str:
    for field, value in fields(metadata, ByteSpan(0, len(metadata))):
        if field == MetadataField.PROJECT_ROOT:
            try:
                return unquote(urlsplit(text(metadata, value)).path)
            except ValueError:  # no address, though the paths may do without it
                return ""
    return ""
