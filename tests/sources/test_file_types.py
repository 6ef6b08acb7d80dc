from __future__ import annotations

import pytest

from mkdocs_repodoc.sources.file_types import classify, is_text, language_of


@pytest.mark.parametrize(
    ("name", "head", "language"),
    [
        ("a.py", b"", "python"),
        ("a.pyi", b"", "python"),
        ("a.ts", b"", "typescript"),
        ("a.tsx", b"", "tsx"),
        ("a.cu", b"", "cuda"),
        ("a.cs", b"", "c#"),
        ("README.rst", b"", "restructuredtext"),
        ("README", b"Read me", "text"),
        ("CMakeLists.txt", b"", "cmake"),
        ("Dockerfile", b"", "dockerfile"),
        ("Dockerfile.dev", b"", "dockerfile"),
        ("dockerfile.py", b"", "python"),
        ("BUILD", b"", "bazel"),
        ("BUILD.md", b"", "markdown"),
        ("Makefile.am", b"", "makefile"),
        ("Makefile.rst", b"", "restructuredtext"),
        ("Dockerfile.md", b"", "markdown"),
        ("Gemfile.md", b"", "markdown"),
        ("requirements.txt", b"", "requirements"),
        ("requirements-dev.txt", b"", "requirements"),
        ("dev_requirements.in", b"", "requirements"),
        ("requirements.md", b"", "markdown"),
        ("poetry.lock", b"", "toml"),
        ("Pipfile.lock", b"", "json"),
        (".gitignore", b"", "ignore"),
        ("setup.cfg", b"", "ini"),
        ("tsconfig.json", b"", "json5"),
        ("note.ipynb", b"", "jupyter"),
        ("a.pyx", b"", "cython"),
        ("page.html.j2", b"", "jinja"),
        ("a.proto", b"", "protobuf"),
        ("a.tsv", b"", "csv"),
        ("run", b"#!/usr/bin/env python3.12\n", "python"),
        ("run", b"#!/bin/bash -e\n", "shell"),
        ("run", b"#!/usr/bin/env -S node --x\n", "javascript"),
        ("run", b"#!\n", "text"),
        ("feed", b"<?xml version='1.0'?><rss/>", "xml"),
        ("unknown.qqq", b"words", "text"),
        ("table.inc", b"{1, 2},", "text"),
    ],
)
def test_language_by_name_then_shebang_then_content(name: str, head: bytes, language: str) -> None:
    assert language_of(name, head) == language


@pytest.mark.parametrize(
    ("head", "language"),
    [
        (b"#include <stdio.h>\nint f(void);\n", "c"),
        (b"#include <vector>\nint f();\n", "c++"),
        (b"namespace a {\n}\n", "c++"),
        (b"template <typename T> struct A;\n", "c++"),
        (b"/* the class of this namespace */\nint f(void);\n", "c"),
        (b"// std::vector is for others\nstruct a { int b; };\n", "c"),
        (b"@interface A : NSObject\n@end\n", "objective-c"),
        (b"enum class colour : int { red };\n", "c++"),
        (b"enum colour { red };\n", "c"),
        (b"", "c"),
    ],
)
def test_header_is_c_unless_only_cpp_could_say_it(head: bytes, language: str) -> None:
    assert language_of("a.h", head) == language


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (b"", True),
        (b"plain", True),
        ("größe".encode(), True),
        ("größe".encode("latin-1"), True),
        ("größe".encode("utf-16"), True),
        ("größe".encode("utf-8-sig"), True),
        (b"\x1b[31mred\x1b[0m", True),
        (b"a\0b", False),
        (b"\xff\x01\x02\xfe", False),
        (b"%PDF-1.7\n", False),
        ("é".encode() * 4095 + b"\xc3", True),
    ],
)
def test_text_is_told_from_binary(head: bytes, text: bool) -> None:
    assert is_text(head) is text


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", ("image", "png")),
        ("a.jpg", b"\xff\xd8\xff\0", ("image", "jpeg")),
        ("favicon.ico", b"\0\0\1\0", ("image", "ico")),
        ("a.svg", b"<svg/>", ("image", "xml")),
        ("a.png", b"not an image at all", ("text", "text")),
        ("a.png", b"", ("text", "text")),
        ("a.zip", b"PK\3\4\0", ("binary", "zip")),
        ("a.so", b"\x7fELF\0", ("binary", "binary")),
        ("a.py", b"x = '\0'", ("binary", "binary")),
        ("a.py", b"version https://git-lfs.github.com/spec/v1\n", ("lfs", "lfs pointer")),
        ("a.py", b"x = 1\n", ("text", "python")),
    ],
)
def test_kind_is_what_the_content_says(name: str, head: bytes, expected: tuple[str, str]) -> None:
    assert classify(name, head) == expected
