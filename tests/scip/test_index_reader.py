from __future__ import annotations

from pathlib import Path

import pytest
from support.scip_messages import encoded, index

from mkdocs_repodoc.scip import index_reader
from mkdocs_repodoc.scip.index_reader import open_index
from mkdocs_repodoc.scip.wire_format import WireError, write_bytes


def test_documents_are_read_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "index.scip"
    documents = [{"relative_path": "a.py", "language": "python"}, {"relative_path": "b.py"}]
    file.write_bytes(index(documents, "file:///home/a%20b/shop"))
    with open_index(file) as opened:
        assert opened.root == "/home/a b/shop"
        assert [document.path for document in opened.documents] == ["a.py", "b.py"]
        written = encoded("Document", relative_path="a.py", language="python")
        assert opened.content(opened.documents[0]) == written


@pytest.mark.parametrize("content", [b"", b"\x7fELF", b"#!/bin/sh\necho", bytes(100)])
def test_a_file_that_is_no_index_is_an_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "index.scip"
    file.write_bytes(content)
    with pytest.raises(WireError), open_index(file):
        pass


def test_a_document_that_would_fill_the_memory_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_reader, "_LARGEST_DOCUMENT", 100)
    file = tmp_path / "index.scip"
    file.write_bytes(write_bytes(2, bytes(200)))
    with pytest.raises(WireError, match="more than 100 bytes"), open_index(file):
        pass
