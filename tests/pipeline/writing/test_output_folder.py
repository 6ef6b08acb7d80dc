"""The folder of a site: files are written when they change, removed when they go, or left."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from support.repositories import git, write_files

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.pipeline.writing.file_list import LIST
from mkdocs_repodoc.pipeline.writing.output_folder import OutputFolder, Tally


def put(folder: Path, files: dict[str, bytes]) -> Tally:
    output = OutputFolder(folder)
    output.claim(files)
    return output.finish([output.write(path, content) for path, content in files.items()])


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    assert put(tmp_path, {"a/x": b"1", "b/y": b"2"}) == Tally(2, 2, 2, 0)
    before = (tmp_path / "a/x").stat().st_mtime_ns
    assert put(tmp_path, {"a/x": b"1", "b/y": b"33"}) == Tally(2, 3, 1, 0)
    assert (tmp_path / "a/x").stat().st_mtime_ns == before
    assert (tmp_path / "b/y").read_bytes() == b"33"


def test_what_is_gone_is_removed_and_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, {"a/x": b"1", "a/deep/y": b"2", "b/z": b"3"})
    (tmp_path / "b" / "own").touch()
    assert put(tmp_path, {"a/x": b"1"}) == Tally(1, 1, 0, 2)
    assert names(tmp_path) == {LIST, "a/x", "b/own"}
    assert not (tmp_path / "a" / "deep").exists()


def test_a_page_that_changes_its_case_keeps_its_place_where_case_is_ignored(tmp_path: Path) -> None:
    put(tmp_path, {"Tool/x": b"1", "Tool/y": b"2"})
    (tmp_path / "tool").mkdir()
    for name in "xy":  # as such a file system would have it: one file, found under both names
        (tmp_path / "tool" / name).hardlink_to(tmp_path / "Tool" / name)
    put(tmp_path, {"tool/x": b"1", "tool/y": b"3"})
    assert names(tmp_path) == {LIST, "tool/x", "tool/y"}
    assert (tmp_path / "tool" / "y").read_bytes() == b"3"


def test_a_name_in_another_case_is_somebody_elses_where_case_counts(tmp_path: Path) -> None:
    put(tmp_path, {"Tool/x": b"1"})
    write_files(tmp_path, {"tool/x": "mine"})
    with pytest.raises(RepodocError, match="stays as it is"):
        put(tmp_path, {"tool/x": b"1"})
    assert names(tmp_path) == {LIST, "Tool/x", "tool/x"}


def test_a_file_that_somebody_else_has_made_stays(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"mine")
    with pytest.raises(RepodocError, match=r"index\.html was not written by mkdocs-repodoc"):
        put(tmp_path, {"a": b"1", "index.html": b"2"})
    assert names(tmp_path) == {"index.html"}
    assert (tmp_path / "index.html").read_bytes() == b"mine"


@pytest.mark.parametrize("change", ["edit", "delete", "link"])
def test_our_own_file_is_put_right(tmp_path: Path, change: str) -> None:
    put(tmp_path / "site", {"a": b"1"})
    file = tmp_path / "site" / "a"
    (tmp_path / "other").write_bytes(b"9")
    if change == "edit":
        file.write_bytes(b"2")
        os.utime(file, ns=(1, 1))
    else:
        file.unlink()
    if change == "link":
        file.symlink_to(tmp_path / "other")
    assert put(tmp_path / "site", {"a": b"1"}).written == 1
    assert file.read_bytes() == b"1"
    assert (tmp_path / "other").read_bytes() == b"9"


def test_a_build_that_was_broken_off_is_no_obstacle(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    output.claim(["a", "b"])
    output.write("a", b"half")
    assert put(tmp_path, {"b": b"2"}) == Tally(1, 1, 1, 1)
    assert names(tmp_path) == {LIST, "b"}


def test_files_can_be_claimed_bit_by_bit(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    output.claim(["a"])
    output.write("a", b"half")
    output.claim(["a", "b"])
    output.write("b", b"half")
    (tmp_path / "c").write_bytes(b"mine")
    with pytest.raises(RepodocError, match="c was not written by mkdocs-repodoc"):
        output.claim(["c"])
    assert put(tmp_path, {"d": b"4"}) == Tally(1, 1, 1, 2)
    assert names(tmp_path) == {LIST, "c", "d"}


def test_a_list_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "precious").touch()
    (tmp_path / "site" / LIST).write_text('{"../precious": ["", 0, 0], "/etc/x": ["", 0, 0]}')
    put(tmp_path / "site", {"a": b"1"})
    assert (tmp_path / "precious").exists()


def test_a_damaged_list_is_told(tmp_path: Path) -> None:
    (tmp_path / LIST).write_text("[")
    with pytest.raises(RepodocError, match="is damaged"):
        OutputFolder(tmp_path)


def test_a_list_for_which_there_is_no_room_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"a": b"1", "gone": b"2"})
    write = Path.write_bytes

    def write_half(file: Path, content: bytes) -> int:
        write(file, content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", write_half)
        with pytest.raises(OSError, match="No space left"):
            OutputFolder(tmp_path).claim(["a", "b"])
    assert names(tmp_path) == {LIST, "a", "gone"}
    assert put(tmp_path, {"a": b"1", "b": b"3"}) == Tally(2, 2, 1, 1)


def test_a_list_is_not_written_through_a_link(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/b": ""})
    for name in (LIST, f"{LIST}.draft"):
        (tmp_path / "site" / name).symlink_to(tmp_path / "none")
    put(tmp_path / "site", {"a": b"1"})
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "site" / LIST).is_symlink()


def test_nothing_is_written_or_removed_behind_a_link(tmp_path: Path) -> None:
    """The list and the links may have come with the repository."""
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "site"
    for folder in (elsewhere, site):
        folder.mkdir()
    (elsewhere / "own").write_bytes(b"mine")
    (site / "a").symlink_to(elsewhere)
    (site / LIST).write_text('{"a/own": ["", 4, 0], "b/x": ["", 1, 0]}')
    with pytest.raises(RepodocError, match="is a link"):
        put(site, {"a/deep/x": b"1"})
    put(site, {"c": b"1"})
    assert names(elsewhere) == {"own"}
    assert (elsewhere / "own").read_bytes() == b"mine"


@pytest.mark.parametrize("declines", [False, True])
def test_a_list_that_git_tracks_removes_nothing_that_it_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, declines: bool
) -> None:
    site = tmp_path / "src"
    write_files(tmp_path, {"src/old": "old", "src/.env": "own", "src/page": "edited"})
    git(tmp_path, "init", "--quiet")
    known = {"old": b"old", ".env": b"not what is there", "page": b"page", "gone": b"gone"}
    put(tmp_path / "elsewhere", known)
    (site / LIST).write_bytes((tmp_path / "elsewhere" / LIST).read_bytes())
    git(tmp_path, "add", f"src/{LIST}")
    if declines:
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    with pytest.raises(RepodocError, match=r"page is not as \.repodoc-files\.json .*--site-dir"):
        put(site, {"page": b"3"})

    put(site, {"new": b"1", "gone": b"2"})
    assert names(site) == {LIST, ".env", "page", "new", "gone"}


def test_a_tracked_site_with_other_ends_of_lines_is_built_again(tmp_path: Path) -> None:
    site = tmp_path / "docs"
    git(tmp_path, "init", "--quiet")
    put(site, {"page": b"a\nb\n", "old": b"a\n\n"})
    git(tmp_path, "add", "docs")
    for name in ("page", "old"):
        (site / name).write_bytes((site / name).read_bytes().replace(b"\n", b"\r\n"))
    put(site, {"page": b"c\n"})
    assert names(site) == {LIST, "page"}
    assert (site / "page").read_bytes() == b"c\n"
