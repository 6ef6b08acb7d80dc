"""What an earlier build has left comes back as far as it is wanted, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils import clean_directory
from support.repositories import write_files

from mkdocs_repodoc.hosts.mkdocs.earlier_pages import EarlierPages, write_if_changed

PAGES = {
    "code/repo/a.py_docs/index.html": "a",
    "code/repo/pkg/b.py_docs/index.html": "b",
    "code/repo/pkg/c.py_docs/index.html": "c",
    "index.html": "home",
}
WANTED = "code/repo/a.py_docs/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    write_files(folder, PAGES)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def cleaned(site: Path) -> EarlierPages:
    earlier = EarlierPages(site, "code/repo")
    earlier.hide()
    clean_directory(str(site))
    return earlier


def test_pages_that_are_wanted_come_back_as_they_were(site: Path) -> None:
    before = (site / WANTED).stat()
    cleaned(site).bring_back({str(site / WANTED), str(site / "code/repo/new/index.html")})
    assert files(site) == ["code", "code/repo", "code/repo/a.py_docs", WANTED]
    assert (site / WANTED).stat().st_ino == before.st_ino
    assert (site / WANTED).stat().st_mtime_ns == before.st_mtime_ns


def test_a_link_does_not_come_back(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write_files(outside, {"index.html": "not the site's"})
    (site / WANTED).unlink()
    (site / WANTED).symlink_to(outside / "index.html")
    (site / "code/repo/linked").symlink_to(outside)
    cleaned(site).bring_back({str(site / WANTED), str(site / "code/repo/linked/index.html")})
    assert files(site) == ["code"]
    assert (outside / "index.html").read_text() == "not the site's"


def test_a_folder_that_is_a_link_is_left_to_the_host(site: Path, tmp_path: Path) -> None:
    (site / "code/repo").rename(tmp_path / "elsewhere")
    (site / "code/repo").symlink_to(tmp_path / "elsewhere")
    cleaned(site).bring_back({str(site / WANTED)})
    assert files(site) == []


def test_nothing_comes_back_where_others_have_written(site: Path) -> None:
    earlier = cleaned(site)
    write_files(site, {"code/repo/other.html": "of another plugin"})
    earlier.bring_back({str(site / WANTED)})
    assert files(site) == ["code", "code/repo", "code/repo/other.html"]


DATA = "assets/repodoc/data"


def test_data_come_back_that_have_the_same_content(site: Path) -> None:
    write_files(site, {f"{DATA}/a.js": "a", f"{DATA}/b/b.js": "b", f"{DATA}/c.js": "c"})
    before = (site / DATA / "b/b.js").stat()
    earlier = cleaned(site)
    assert earlier.take_back(site / DATA / "b/b.js", b"b")
    assert not earlier.take_back(site / DATA / "a.js", b"new")
    assert not earlier.take_back(site / DATA / "other.js", b"c")
    assert not earlier.take_back(site / "index.html", b"home")
    earlier.discard()
    assert [each for each in files(site) if each.endswith(".js")] == [f"{DATA}/b/b.js"]
    after = (site / DATA / "b/b.js").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_data_behind_a_link_are_left_alone(site: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "elsewhere", {"repodoc/data/a.js": "a"})
    (site / "assets").symlink_to(tmp_path / "elsewhere")
    EarlierPages(site, "code/repo").hide()
    assert (tmp_path / "elsewhere/repodoc/data/a.js").exists()


def test_nothing_is_left_of_a_build_that_fails_or_is_cut_off(site: Path) -> None:
    cleaned(site).discard()
    assert files(site) == []
    write_files(site, PAGES)
    EarlierPages(site, "code/repo").hide()
    EarlierPages(site, "code/repo").hide()
    clean_directory(str(site))
    assert files(site) == []


def test_a_first_build_has_nothing_to_keep(tmp_path: Path) -> None:
    cleaned(tmp_path / "site").bring_back(set())
    assert files(tmp_path) == []


def test_a_file_of_the_same_content_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "page.html"
    write_if_changed(b"one", file)
    before = file.stat()
    write_if_changed(b"one", file)
    assert file.stat() == before


def test_a_file_of_another_content_leaves_its_other_name_alone(tmp_path: Path) -> None:
    file, copy = tmp_path / "page.html", tmp_path / "copy.html"
    write_if_changed(b"one", file)
    copy.hardlink_to(file)
    write_if_changed(b"two", file)
    assert (file.read_bytes(), copy.read_bytes()) == (b"two", b"one")
