"""What a cached list of data files may name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.pipeline.writing.published_files import (
    DataWriter,
    FilesBesidePages,
    PublishedFiles,
    decode_names,
)

OUTPUTS = ("objects.inv",)
RIGHT = ["objects.inv", "assets/repodoc/data/find.js", "assets/repodoc/data/words/a.json"]


def test_a_list_of_data_files_is_read() -> None:
    assert decode_names(msgspec.msgpack.encode(RIGHT), OUTPUTS) == RIGHT


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "assets/repodoc/data/../../../../x", "assets/repodoc/x", "index.html", ""],
)
def test_a_list_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says the name
        decode_names(msgspec.msgpack.encode([*RIGHT, name]), OUTPUTS)


class Planned:
    """A site with two outputs and two data files."""

    def __init__(self) -> None:
        self.losses: dict[str, str] = {}

    def data_files(self) -> Mapping[str, bytes]:
        return {"tree.js": b"tree", "find.js": b"find"}

    def outputs(self) -> Mapping[str, bytes]:
        return {"objects.inv": b"objects", "llms.txt": b"pages"}


class Changed(Planned):
    """The same paths with other contents."""

    def outputs(self) -> Mapping[str, bytes]:
        return dict.fromkeys(super().outputs(), b"new")


def test_outputs_and_data_are_files_of_the_site() -> None:
    files = PublishedFiles(Planned())
    assert dict(files) == {
        "objects.inv": b"objects",
        "llms.txt": b"pages",
        "assets/repodoc/data/tree.js": b"tree",
        "assets/repodoc/data/find.js": b"find",
    }
    assert files.get("tree.js") is None
    assert files.get("assets/repodoc/data/other.js") is None


def test_an_output_that_the_site_has_from_elsewhere_is_left_out(tmp_path: Path) -> None:
    files = PublishedFiles(Planned(), taken=["objects.inv"])
    assert "objects.inv" not in files
    assert len(files) == len(list(files)) == 3
    cache = Cache(tmp_path / "cache")
    written: dict[str, bytes] = {}
    DataWriter(files, "digest", written.__setitem__, cache).write()
    cache.close()
    data = "assets/repodoc/data"
    assert set(written) == {"llms.txt", f"{data}/tree.js", f"{data}/find.js"}


def test_files_of_the_same_site_come_from_the_cache(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")

    def written(site: FilesBesidePages, digest: str) -> bytes:
        files: dict[str, bytes] = {}
        DataWriter(PublishedFiles(site), digest, files.__setitem__, cache).write()
        return files["llms.txt"]

    assert written(Planned(), "first") == b"pages"
    assert written(Changed(), "first") == b"pages"
    assert written(Changed(), "second") == b"new"
    cache.close()


def test_what_could_not_be_found_out_in_time_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    site = Planned()
    site.losses = {"repo/book.md": "it took too long"}
    writer = DataWriter(PublishedFiles(site), "digest", dict[str, bytes]().__setitem__, cache)
    writer.write()
    assert not writer.is_kept
    cache.close()
