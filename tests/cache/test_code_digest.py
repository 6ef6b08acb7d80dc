"""Digests of code and libraries change with what they are of, and with nothing else."""

from __future__ import annotations

import importlib.metadata
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_repodoc.cache import code_digest as module
from mkdocs_repodoc.cache.code_digest import code_digest, content_digest, libraries, version


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Digest a small package in the place of the installed one."""
    package = tmp_path / "package"
    (package / "linking" / "inner").mkdir(parents=True)
    (package / "html").mkdir()
    for name in ("linking/names.py", "linking/inner/deep.py", "html/page.html", "errors.py"):
        (package / name).write_text("x = 1\n")
    monkeypatch.setattr(module, "_PACKAGE", package)
    forget()
    yield package
    forget()


def forget() -> None:
    for known in (code_digest, content_digest, version):
        known.cache_clear()


def digest(*rooms: str) -> str:
    forget()
    return code_digest(rooms, ())


@pytest.mark.parametrize(
    ("room", "changed"),
    [
        ("linking", "linking/names.py"),
        ("linking", "linking/inner/deep.py"),
        ("errors", "errors.py"),
        ("", "html/page.html"),
    ],
)
def test_digest_changes_with_each_file_of_a_room(package: Path, room: str, changed: str) -> None:
    before = digest(room)
    (package / changed).write_text("x = 2\n")
    assert digest(room) != before


def test_digest_changes_with_names_and_not_with_other_rooms(package: Path) -> None:
    before = digest("linking")
    (package / "html/page.html").write_text("<p>")
    (package / "linking" / "__pycache__").mkdir()
    (package / "linking" / "__pycache__" / "names.pyc").write_bytes(b"x")
    assert digest("linking") == before
    shutil.move(package / "linking/names.py", package / "linking/words.py")
    assert digest("linking") != before


def test_digest_changes_with_the_version_of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_digest((), ("msgspec",))
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "99")
    forget()
    assert code_digest((), ("msgspec",)) != before


def test_what_several_digests_are_of_is_read_once(package: Path) -> None:
    before = digest("linking"), digest("")
    forget()
    of_rooms = code_digest(("linking",), ())
    (package / "linking/names.py").unlink()
    (package / "linking/names.py").write_text("x = 2\n")
    assert (of_rooms, code_digest(("",), ())) == before
    assert digest("") != before[1]


def test_versions_and_requirements() -> None:
    assert version("msgspec") == importlib.metadata.version("msgspec")
    assert version("no-such-distribution") == "none"
    assert {"msgspec", "tree-sitter"} <= set(libraries())
    assert "tree-sitter-rust" in libraries("tree-sitter")
    assert "tree-sitter-zig" in libraries("tree-sitter"), "what an extra brings changes results too"
    assert "msgspec" not in libraries("tree-sitter")


def test_what_a_distribution_requires_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def requires(name: str) -> list[str]:
        asked.append(name)
        return ["msgspec>=0.19"]

    monkeypatch.setattr(importlib.metadata, "requires", requires)
    libraries.cache_clear()
    try:
        assert [libraries("msg") for _ in range(3)] == [("msgspec",)] * 3
    finally:
        libraries.cache_clear()
    assert asked == ["mkdocs-repodoc"]
