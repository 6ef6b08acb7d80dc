"""Files that options name: pipes and devices are none, and no file is read beyond its limit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.inventories.external_projects import ExternalProjects
from mkdocs_repodoc.scip.index_reader import open_index
from mkdocs_repodoc.settings import InventorySource
from mkdocs_repodoc.text.source_text import open_named, read_named

_NONE = r"not a regular file|directory"


def test_a_file_is_read_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "b").symlink_to("a")
    assert read_named(tmp_path / "b", 5) == b"12345"
    with pytest.raises(OSError, match="more than 4 bytes"):
        read_named(tmp_path / "a", 4)


def test_a_pipe_a_device_and_a_folder_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for file in (tmp_path / "pipe", Path(os.devnull), tmp_path):
        with pytest.raises(OSError, match=_NONE):
            open_named(file)
        with pytest.raises(SettingsError, match="inventories"):
            ExternalProjects([InventorySource(file, "https://example.org/")])
        with pytest.raises(OSError, match=_NONE), open_index(file):
            pass
