"""Whatever is in the cache, the site is the same."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site

from mkdocs_repodoc.cache.entry_seals import checksum
from mkdocs_repodoc.pipeline.stores import reference_store

MANY = 20
"""Modules: more than there are strange values."""
KINDS = ("outline", "detail", "resolved", "history", "proof", "page", "data")
CONTENTS = {"page", "data"}
"""What is in these is content: whatever can be unpacked is right."""
DATED = {"index.html", "sitemap.xml", "sitemap.xml.gz"}
"""By MkDocs and its theme."""
_pack = msgspec.msgpack.encode
STRANGE = (
    b"",
    b"\xc1",
    *map(_pack, (None, 5, "text", {"a": 1}, ["../../../outside"], [[["x"] * 9] * 9])),
)
THEME = Path(__file__).parents[1] / "golden" / "theme"
"""Shows a page and little else: no theme is asked here, and forty sites are built."""
SITE = """
site_name: Site
theme: {{name: null, custom_dir: {theme}}}
plugins: [search, repodoc: {{jobs: {jobs}}}{more}]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damaged") / "project"
    files = {f"m{i}.py": f"import base\n\n\ndef f{i}():\n    base.f()\n" for i in range(MANY)}
    write_files(folder, {**files, "base.py": "def f():\n    pass\n", "docs/index.md": "# Home\n"})
    commit_all(folder)
    return folder


def build(root: Path, jobs: int, *, whole_pages: bool) -> BuiltSite:
    more = "" if whole_pages else ", autorefs"
    (root / "mkdocs.yml").write_text(SITE.format(theme=THEME, jobs=jobs, more=more))
    return build_site(root / "mkdocs.yml", root.parent / "site")


def contents(site: BuiltSite) -> dict[str, bytes]:
    return {
        file.relative_to(site.folder).as_posix(): file.read_bytes()
        for file in site.folder.rglob("*")
        if file.is_file() and file.relative_to(site.folder).as_posix() not in DATED
    }


def replace_all(root: Path, kind: str) -> int:
    """Replace all values of a kind by strange ones, with checksums that are right."""

    def strange() -> Iterator[bytes]:
        while True:
            yield from STRANGE
            if kind not in CONTENTS:
                yield from map(zlib.compress, STRANGE)

    values = strange()
    (file,) = (root / ".cache").rglob("*.sqlite")
    with closing(sqlite3.connect(file)) as connection, connection:
        query = "SELECT key FROM entries WHERE kind = ?"
        names = [name for (name,) in connection.execute(query, [kind])]
        for name in names:
            value = next(values)
            entry = checksum(name, value) + value
            connection.execute("UPDATE entries SET value = ? WHERE key = ?", (entry, name))
    return len(names)


@pytest.mark.parametrize(("jobs", "whole_pages"), [(1, True), (2, False)])
def test_values_of_another_schema_are_made_anew(
    root: Path, jobs: int, monkeypatch: pytest.MonkeyPatch, *, whole_pages: bool
) -> None:
    # So few files are resolved in line otherwise.
    monkeypatch.setattr(reference_store, "_WORTH_SEVERAL", MANY // 2)
    monkeypatch.setattr(reference_store, "_CHUNK_FILES", MANY // 4)
    right = contents(build(root, jobs, whole_pages=whole_pages))
    for kind in KINDS:
        assert replace_all(root, kind), kind
        site = build(root, jobs, whole_pages=whole_pages)
        assert contents(site) == right, kind
        told = [line for line in site.log if "contained damaged entries" in line]
        needed = kind not in {"detail", "resolved"}  # an unchanged site asks for no detail
        assert len(told) <= 1, kind
        assert told or not needed, (kind, site.log)
    for kind in KINDS:
        assert replace_all(root, kind), kind
    site = build(root, jobs, whole_pages=whole_pages)
    assert contents(site) == right
    assert len([line for line in site.log if "contained damaged entries" in line]) == 1
