import codecs
import os
from pathlib import Path

import pytest
from support.repositories import write_files

from mkdocs_repodoc.text.source_text import decode, read_file, shown_line_count, shown_part


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        ("naïve".encode(), "naïve", "utf-8"),
        (codecs.BOM_UTF8 + b"a", "a", "utf-8"),
        ("héllo".encode("utf-16"), "héllo", "utf-16"),
        ("héllo".encode("latin-1"), "héllo", "iso8859-1"),
        (
            "# -*- coding: cp1252 -*-\n# €".encode("cp1252"),
            "# -*- coding: cp1252 -*-\n# €",
            "cp1252",
        ),
        (b"#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\n\xe9", None, "iso8859-1"),
    ],
)
def test_encodings(data: bytes, text: str | None, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert not decoded.problem
    if text is not None:
        assert decoded.text == text


def test_a_cookie_on_the_third_line_is_a_comment() -> None:
    assert decode(b"\n\n# coding: latin-1\n").encoding == "utf-8"


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13"])
def test_an_unknown_encoding_is_reported(name: str) -> None:
    decoded = decode(f"# coding: {name}\nx = 1\n".encode())
    assert name in decoded.problem
    assert decoded.text.endswith("x = 1\n")


@pytest.mark.parametrize("name", ["utf-16", "utf-32-le", "cp037", "punycode"])
def test_an_encoding_in_which_the_declaration_means_nothing_is_reported(name: str) -> None:
    text = f"# coding: {name}\nx = 'é'\n"
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.encoding == "utf-8"
    assert repr(name) in decoded.problem


def test_bytes_that_the_declared_encoding_cannot_read_are_reported() -> None:
    decoded = decode(b"# coding: utf-8\nx = '\xff'\n")
    assert "\ufffd" in decoded.text
    assert "Byte 21" in decoded.problem


def test_all_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\nd").lines == ["a", "b", "c", "d"]


def test_form_feeds_and_unicode_separators_end_no_line() -> None:
    assert decode("a\x0cb\u2028c\x85d\n".encode()).lines == ["a\x0cb\u2028c\x85d"]


def test_a_short_text_is_shown_whole() -> None:
    assert shown_part("a\nb\n", 100) == "a\nb\n"


def test_a_long_text_is_shown_in_whole_lines() -> None:
    assert shown_part("1234\n" * 9, 12) == "1234\n1234\n"
    assert shown_part("äöü" * 9, 7) == "äöü"


def test_of_minified_text_a_little_is_shown() -> None:
    text = "x=1;" * 20_000
    assert len(shown_part(text, 100_000)) == 5_000
    written = "x = 1\n" * 10_000
    assert shown_part(written, 100_000) == written


@pytest.mark.parametrize("text", ["a\n" * 900, "a" * 90_000, "ä\n" * 40_000, "a\n" * 60_000 + "b"])
def test_counts_the_lines_that_are_shown(text: str) -> None:
    lines = text.count("\n") + (not text.endswith("\n"))
    shown = shown_part(text, 100_000)
    counted = shown_line_count(len(text.encode()), lines, 100_000, lambda: text)
    assert counted == shown.count("\n") + (not shown.endswith("\n"))


def test_a_small_file_is_not_read_to_count_its_lines() -> None:
    assert shown_line_count(90, 9, 100_000, lambda: 1 / 0) == 9  # type: ignore[arg-type, return-value]  # it never returns


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    write_files(tmp_path, {"sub/a.txt": b"a\r\n\0"})
    assert read_file(tmp_path, "sub/a.txt") == b"a\r\n\0"


@pytest.mark.parametrize(
    "path", ["link", "folder/a.txt", "above/folder/a.txt", "pipe", "sub", "no"]
)
def test_what_has_taken_the_place_of_a_file_is_not_read(tmp_path: Path, path: str) -> None:
    write_files(tmp_path, {"root/sub/b.txt": "b", "outside/folder/a.txt": "secret"})
    root, outside = tmp_path / "root", tmp_path / "outside"
    (root / "link").symlink_to(outside / "folder/a.txt")
    (root / "folder").symlink_to(outside / "folder")
    (root / "above").symlink_to(outside)
    os.mkfifo(root / "pipe")
    with pytest.raises(OSError, match=r"link|symbolic|regular file|No such"):
        read_file(root, path)
