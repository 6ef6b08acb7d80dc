"""What a cached list of data files may name."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from support.repositories import write_files

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.reference_lists import ReferenceLists
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.writing import published_files
from mkdocs_repodoc.pipeline.writing.published_files import (
    DataWriter,
    FilesBesidePages,
    PublishedFiles,
    decode_keys,
)
from mkdocs_repodoc.processes.attempts import NoResult
from mkdocs_repodoc.settings import Settings

OUTPUTS = ("objects.inv",)
RIGHT = dict.fromkeys(
    ["objects.inv", "assets/repodoc/data/find.js", "assets/repodoc/data/words/a.json"], "a key"
)


def test_a_list_of_data_files_is_read() -> None:
    assert decode_keys(msgspec.msgpack.encode(RIGHT), OUTPUTS) == RIGHT


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "/etc/x", "assets/repodoc/data/../../../../x", "assets/repodoc/x"),
        *("index.html", "", r"assets/repodoc/data/..\..\x", "assets/repodoc/data/a:b"),
        "assets/repodoc/data/a\0",
    ],
)
def test_a_list_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says the name
        decode_keys(msgspec.msgpack.encode({**RIGHT, name: "a key"}), OUTPUTS)


class Planned:
    """A site with two outputs and two data files."""

    def __init__(self) -> None:
        self.losses: dict[str, str] = {}
        self.unsaid: dict[str, NoResult] = {}
        self.is_overtaken = False

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


def into(files: dict[str, bytes]) -> Callable[[str, bytes, str], None]:
    """Return what puts written files into a table."""
    return lambda path, content, _key: files.update({path: content})


def test_an_output_that_the_site_has_from_elsewhere_is_left_out(tmp_path: Path) -> None:
    files = PublishedFiles(Planned(), taken=["objects.inv"])
    assert "objects.inv" not in files
    assert len(files) == len(list(files)) == 3
    cache = Cache(tmp_path / "cache")
    written: dict[str, bytes] = {}
    DataWriter(files, "shared", "digest", into(written), cache).write()
    cache.close()
    data = "assets/repodoc/data"
    assert set(written) == {"llms.txt", f"{data}/tree.js", f"{data}/find.js"}


def test_files_of_the_same_site_come_from_the_cache(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")

    def written(site: FilesBesidePages, digest: str) -> bytes:
        files: dict[str, bytes] = {}
        DataWriter(PublishedFiles(site), "shared", digest, into(files), cache).write()
        return files["llms.txt"]

    assert written(Planned(), "first") == b"pages"
    assert written(Changed(), "first") == b"pages"
    assert written(Changed(), "second") == b"new"
    cache.close()


def is_kept(site: FilesBesidePages, folder: Path) -> bool:
    """Tell whether the files that are made now serve a later build of the same site."""
    cache = Cache(folder)
    keys: set[str] = set()
    writer = DataWriter(
        PublishedFiles(site), "shared", "digest", lambda _path, _content, key: keys.add(key), cache
    )
    writer.write()
    kept = writer.is_kept
    assert ("" not in keys) == kept
    cache.close()
    return kept


def test_files_that_are_in_the_site_are_not_written_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    there: dict[str, str] = {}

    def write(digest: str, *, gone: str = "") -> list[str]:
        written: list[str] = []
        there.pop(gone, None)

        def put(path: str, _content: bytes, key: str) -> None:
            written.append(path)
            there[path] = key

        files = PublishedFiles(Planned())
        DataWriter(
            files,
            "shared",
            digest,
            put,
            cache,
            is_left=lambda path, key: there.get(path) == key,
        ).write()
        return written

    every = write("first")
    assert len(every) == len(there) == 4
    assert write("first") == []
    assert write("first", gone="llms.txt") == ["llms.txt"]
    assert write("second") == []
    there.clear()
    assert write("third") == every
    cache.close()


def test_a_file_with_the_content_that_it_had_is_not_packed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[bytes] = []

    def compress(content: bytes, level: int) -> bytes:
        packed.append(content)
        return zlib.compress(content, level)

    monkeypatch.setattr(published_files, "zlib", SimpleNamespace(compress=compress))
    cache = Cache(tmp_path / "cache")

    def written(site: FilesBesidePages, digest: str) -> dict[str, bytes]:
        packed.clear()
        files: dict[str, bytes] = {}
        DataWriter(PublishedFiles(site), "shared", digest, into(files), cache).write()
        return files

    first = written(Planned(), "first")
    assert sorted(packed) == sorted(first.values())
    assert written(Planned(), "second") == first
    assert packed == []
    assert written(Changed(), "third") == {**first, **Changed().outputs()}
    assert packed == [b"new"]
    assert written(Planned(), "third") == {**first, **Changed().outputs()}  # from the cache
    cache.close()


def test_what_could_not_be_found_out_in_time_is_not_kept(tmp_path: Path) -> None:
    site = Planned()
    site.losses = {"repo/book.md": "it took too long"}
    assert not is_kept(site, tmp_path)
    assert is_kept(Planned(), tmp_path)


def test_what_was_made_of_a_text_that_has_changed_meanwhile_is_not_kept(tmp_path: Path) -> None:
    site = Planned()
    site.is_overtaken = True
    assert not is_kept(site, tmp_path)


class Edited:
    """A repository whose data files are made build after build."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = folder / "mill"
        self._folder = folder
        self.made: list[str] = []
        make = ReferenceLists.__call__

        def noted(lists: ReferenceLists, file: RepoFile) -> dict[str, object]:
            self.made.append(file.path)
            return make(lists, file)

        monkeypatch.setattr(ReferenceLists, "__call__", noted)

    def build(self, cache_name: str = "kept") -> dict[str, bytes]:
        """Return the data files of the repository as it is."""
        self.made.clear()
        settings = Settings(root=self.root, cache_dir=self._folder / cache_name, jobs=1)
        builder = Builder(settings)
        site = builder.build({}, lambda *_: None)
        site.keep_parts(builder.cache)
        files: dict[str, bytes] = {}
        digests = site.digests
        data = PublishedFiles(site)
        DataWriter(data, digests.shared, digests.site, into(files), builder.cache).write()
        builder.close()
        return files


def test_data_on_a_file_are_made_again_where_a_line_that_uses_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mill = Edited(tmp_path, monkeypatch)
    write_files(
        mill.root,
        {
            "stone.py": "def grind(corn):\n    return corn\n",
            "sieve.py": "def sift(flour):\n    return flour\n",
            "wheel.py": "from stone import grind\n\ngrind(1)\n",
        },
    )
    assert mill.build()
    assert sorted(mill.made) == ["sieve.py", "stone.py"]
    edits: list[tuple[str, str, list[str]]] = [
        ("wheel.py", "from stone import grind\n\ngrind(12)\n", ["stone.py"]),
        ("wheel.py", "from stone import grind\n\n\ngrind(12)\n", ["stone.py"]),
        ("wheel.py", "from sieve import sift\n\nsift(12)\n", ["sieve.py", "stone.py"]),
        ("tests/test_wheel.py", "from sieve import sift\n\nsift(1)\n", ["sieve.py"]),
        ("sieve.py", "def sift(flour):\n    return 2 * flour\n", ["sieve.py"]),
        ("wheel.py", "import sieve\n", ["sieve.py"]),
    ]
    for path, text, expected in edits:
        write_files(mill.root, {path: text})
        found = mill.build()
        assert sorted(mill.made) == expected, text
        assert found == mill.build("anew"), text
