"""The dispatcher: every kind of bytes becomes a record, and its key says what it depends on."""

from __future__ import annotations

import struct
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_repodoc.analysis import record_keys
from mkdocs_repodoc.analysis.analyse import AnalysisOptions, Content, analyse, analyse_all
from mkdocs_repodoc.analysis.record_keys import record_key
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileRecord, ImageSize
from mkdocs_repodoc.text.source_text import decode

OPTIONS = AnalysisOptions()
FORMATS = [
    *("markdown", "restructuredtext", "toml", "yaml", "json", "json5", "ini", "makefile", "css"),
    *("dockerfile", "cmake", "csv", "html", "jinja", "sql", "protobuf", "requirements", "ignore"),
    *("cython", "text", "xml", "jupyter", "no such language"),
]
PIECES = [
    *("#", "[", "]", "{", "}", "(", ")", '"', "'", "`", ":", "=", "-", "|", "<", ">", "\\", "\n"),
    *("  ", "\t", "a", "é", "\r\n", "key", "/*", "*/", "--", "{%", "%}", "block x", "FROM y"),
    *("CREATE TABLE t (", "message M {", "def f():", "a: &x", "*x", "---\n", "```", "<h1>", "$$"),
    *("[t]", "k = 1", '"k": ', "\x00", "\x0c", "::", "define", "endef", "option(", '"""'),
]


@pytest.mark.parametrize("language", FORMATS)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_reader_fail(language: str, pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    record = analyse("some.file", language, data, OPTIONS)
    outline = record.outline
    assert len(record.detail.symbols) == len(outline.symbols)
    if b"\0" not in data:
        lines = decode(data).lines
        assert outline.lines.total == len(lines)
        for symbol in outline.symbols:
            assert 1 <= symbol.line <= symbol.end_line <= max(len(lines), 1)
            if symbol.column >= 0:
                row = lines[symbol.name_line - 1].encode()
                assert row[symbol.column : symbol.end_column].decode().strip()
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(record), type=FileRecord) == record


@pytest.mark.parametrize("language", FORMATS)
@pytest.mark.parametrize(
    "piece", ["[", '{"a":', "- ", "(", "<a ", "<!--", "{% block ", "a\\\n", "'"]
)
def test_deep_or_endless_input_ends_soon(language: str, piece: str) -> None:
    record = analyse("some.file", language, piece.encode() * 20_000, OPTIONS)
    assert len(record.outline.symbols) <= 500


def test_depth_is_said() -> None:
    (problem,) = analyse("a.json", "json", b"[" * 100_000, OPTIONS).outline.diagnostics
    assert "nested too deeply" in problem.message


def test_undecodable_bytes_are_said() -> None:
    outline = analyse(
        "a.txt", "text", "# coding: utf-8\ngr\xfc\xdf".encode("latin-1"), OPTIONS
    ).outline
    assert "not valid utf-8" in outline.diagnostics[0].message


def test_encoding_is_told() -> None:
    assert analyse("a.txt", "text", "grüß".encode("utf-16"), OPTIONS).outline.encoding == "utf-16"


def test_binary_data_has_no_lines_whatever_its_name() -> None:
    outline = analyse("a.py", "python", b"\0\1\2", OPTIONS).outline
    assert (outline.lines.total, outline.symbols, outline.diagnostics) == (0, (), ())


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480),
        b"GIF89a" + struct.pack("<HH", 640, 480) + b"\0",
        b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x11\x08" + struct.pack(">HH", 480, 640) + b"\0" * 9,
        b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x7f\x02\0\xdf\x01\0",
        b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 479 << 14),
    ],
    ids=["png", "gif", "jpeg", "webp", "lossless webp"],
)
def test_image_tells_its_size(data: bytes) -> None:
    assert analyse("a.img", "png", data, OPTIONS).outline.image == ImageSize(640, 480)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0", b"GIF89a\0\0\0\0\0", b"\xff\xd8\xff\xe0\0\0", b"\0\1"]
)
def test_image_that_is_cut_off_has_no_size(data: bytes) -> None:
    assert analyse("a.png", "png", data, OPTIONS).outline.image is None


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (640, 480)), (6, (480, 640))])
def test_photograph_is_as_large_as_it_is_shown(
    order: str, orientation: int, size: tuple[int, int]
) -> None:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    exif = b"Exif\0\0" + mark + struct.pack(f"{order}IH", 8, 1)
    exif += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    data = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    data += b"\xff\xc0\0\x11\x08" + struct.pack(">HH", 480, 640) + b"\0" * 9
    assert analyse("a.jpg", "jpeg", data, OPTIONS).outline.image == ImageSize(*size)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('width="64" height="48"', ImageSize(64, 48)),
        ("width='1in' height='36pt' viewBox='0 0 1 1'", ImageSize(96, 48)),
        ('width="64" viewBox="0 0 4 3"', ImageSize(64, 48)),
        ('viewBox="0,0,4,3" height="48px"', ImageSize(64, 48)),
        ('viewBox="0 0 4 3"', ImageSize(1000, 750, fluid=True)),
        ('width="100%" height="100%" viewBox="0 0 4 3"', None),
        ('stroke-width="64" height="48"', None),
        ('viewBox="0 0 4"', None),
        ('viewBox="0 0 0 0"', None),
        ('viewBox="0 0 nan inf"', None),
        ("", None),
    ],
)
def test_drawing_tells_its_size_or_its_shape(said: str, size: ImageSize | None) -> None:
    inner = '<svg width="9" height="9"/>'
    text = f'<?xml version="1.0"?>\n<!-- <svg_ width="1"> -->\n<svg xmlns="x" {said}>{inner}</svg>'
    assert analyse("a.svg", "xml", text.encode(), OPTIONS).outline.image == size


@pytest.mark.parametrize("language", ["symlink", "submodule"])
def test_what_has_no_content_has_an_empty_record(language: str) -> None:
    assert analyse("a", language, b"../b", OPTIONS).outline.lines.total == 0


def test_failure_of_a_reader_costs_this_file_only_and_names_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_name: str, _language: str) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr("mkdocs_repodoc.format_readers.readers.reader_for", broken)
    outline = analyse("a.md", "markdown", b"x\n\ny\n", OPTIONS).outline
    (problem,) = outline.diagnostics
    assert problem.severity == "error"
    assert "KeyError: 'a bug' (analysis/analyse.py, line " in problem.message
    assert outline.lines.total == 3
    assert problem.traceback.startswith(
        'Traceback (most recent call last):\n  File "mkdocs_repodoc/analysis/analyse.py", line '
    )
    assert problem.traceback.endswith("KeyError: 'a bug'")


def test_what_the_input_does_is_no_bug() -> None:
    (problem,) = analyse("a.json", "json", b"[" * 100_000, OPTIONS).outline.diagnostics
    assert not problem.traceback


LONG = "1" * 5_000


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("a.json", "json", f'{{"kept": {LONG}}}'),
        ("package.json", "json", f'{{"kept": 1, "a": {LONG}}}'),
        ("package.json", "json", r'{"name": "\ud800", "scripts": {"kept": "\udfff"}}'),
        ("a.toml", "toml", f"kept = {LONG}"),
        ("pyproject.toml", "toml", f"[kept]\nname = {LONG}"),
        (
            "a.ipynb",
            "jupyter",
            r'{"cells": [{"cell_type": "markdown", "source": "# kept \ud800"}]}',
        ),
        ("a.py", "python", "# coding: idna\nkept = 1\n"),
        ("a.py", "python", "# coding: undefined\nkept = 1\n"),
        ("a.py", "python", "# coding: punycode\nkept = 'é'\n"),
        ("a.py", "python", 'def kept():\n    """A \\ud800."""\n'),
    ],
)
def test_hostile_file_keeps_its_names(name: str, language: str, text: str) -> None:
    record = analyse(name, language, text.encode(), OPTIONS)
    assert "error" not in {problem.severity for problem in record.outline.diagnostics}
    assert any("kept" in symbol.name for symbol in record.outline.symbols)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(record), type=FileRecord) == record


@pytest.mark.parametrize(
    ("language", "factor"),
    [("python", 1), ("ruby", 1), ("text", 10), ("json", 10), ("jupyter", 10)],
)
def test_of_a_file_above_the_limit_only_the_text_is_shown(language: str, factor: int) -> None:
    options = AnalysisOptions(analysis_limit=1_000)
    line = b"# x\n"
    within = analyse("a.b", language, line * (250 * factor), options).outline
    above = analyse("a.b", language, line * (250 * factor) + b"#", options).outline
    assert "analysis_limit" not in str(within.diagnostics)
    (problem,) = above.diagnostics
    assert (problem.severity, above.symbols) == ("info", ())
    assert f"more than {1_000 * factor:,} bytes (option 'analysis_limit')" in problem.message
    assert above.lines.total == within.lines.total + 1


@pytest.mark.parametrize(
    ("language", "begin", "end"),
    [
        ("ruby", b"module A\n", b"end\n"),
        ("rust", b"mod a{", b"}"),
        ("c++", b"namespace a{", b"}"),
        ("c#", b"namespace a{", b"}"),
        ("java", b"class A{", b"}"),
        ("kotlin", b"class A {\n", b"}\n"),
        ("swift", b"struct A{", b"}"),
        ("scala", b"object A{", b"}"),
    ],
)
def test_names_of_deeply_nested_definitions_stay_in_proportion(
    language: str, begin: bytes, end: bytes
) -> None:
    sizes = []
    for depth in (1_000, 2_000):
        code = begin * depth + end * depth
        outline = analyse("a", language, code, OPTIONS).outline
        assert "100 levels deep" in outline.diagnostics[0].message
        sizes.append(sum(len(symbol.name) for symbol in outline.symbols))
    assert 0 < sizes[0] == sizes[1]


def test_record_of_a_deep_file_is_the_same_under_any_recursion_limit() -> None:
    before = sys.getrecursionlimit()
    for count in (300, 700, 1_500):
        code = f"x = {'-' * count}1\n".encode()
        records = []
        for limit in (before, 20 * before):
            sys.setrecursionlimit(limit)
            try:
                records.append(analyse("a.py", "python", code, OPTIONS))
                assert sys.getrecursionlimit() == limit
            finally:
                sys.setrecursionlimit(before)
        assert records[0] == records[1]


def key_of(path: str = "a/b.py", language: str = "python", digest: str = "0" * 64) -> str:
    return record_key(SourceFile(path, "text", language, 1, digest), OPTIONS)


def test_key_depends_on_all_that_the_record_does() -> None:
    keys = {
        key_of(),
        key_of(path="a/c.py"),
        key_of(language="text"),
        key_of(digest="1" * 64),
        record_key(SourceFile("a/b.py", "text", "python", 1, "0" * 64), AnalysisOptions("numpy")),
    }
    assert len(keys) == 5


def test_key_does_not_depend_on_the_folder() -> None:
    assert key_of(path="a/b.py") == key_of(path="other/b.py")


def test_key_of_a_name_that_is_no_utf8() -> None:
    assert len(key_of(path="caf\udce9.txt")) == 64


def test_key_changes_with_the_code_and_the_parsers(monkeypatch: pytest.MonkeyPatch) -> None:
    rooms: set[str] = set()
    libraries: set[str] = set()

    def other_digest(of_rooms: tuple[str, ...], of_libraries: tuple[str, ...]) -> str:
        rooms.update(of_rooms)
        libraries.update(of_libraries)
        return "another"

    before = key_of()
    monkeypatch.setattr(record_keys, "code_digest", other_digest)
    assert key_of() != before
    assert {"analysis", "format_readers", "languages", "model", "text"} <= rooms
    assert {"griffelib", "ruff", "tree-sitter", "tree-sitter-rust"} <= libraries


def test_record_holds_what_a_linter_finds_in_line_order() -> None:
    code = b"import functools, pickle\n@functools.cache\ndef f(x):\n    return pickle.loads(x)\n"
    code += b"@functools.cache\ndef g(x): ...\n"
    outline = analyse("a.py", "python", code, OPTIONS).outline
    assert [(each.rule, each.line) for each in outline.findings] == [
        ("cached-function", 2),
        ("S301", 4),
        ("cached-function", 5),
    ]


def test_files_together_have_the_records_that_they_have_alone() -> None:
    contents = [
        Content("a.py", "python", b"eval(x)\n"),
        Content("a.md", "markdown", b"# Title\n"),
        Content("b.py", "python", b"import pickle\n"),
        Content("c.py", "python", b"exec(x)\n"),
    ]
    together = analyse_all(contents, OPTIONS)
    assert together == [analyse(*content, OPTIONS) for content in contents]
    assert [len(record.outline.findings) for record in together] == [1, 0, 0, 1]
