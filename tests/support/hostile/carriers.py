"""Payloads in what each language and format says about itself: comments, names, strings, cells.

A carrier takes as many payloads as its share; all together hold each several times.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator

from support.hostile.case import Case, case
from support.hostile.payloads import PAYLOADS, marked, payload

Pair = tuple[str, str]
"""The mark and the payload."""


def _lines(text: str) -> str:
    """Return text that ends no comment."""
    return text.replace("*/", "* /").replace('"""', "'''").replace("\n", " ")


def _each(head: str, template: str, tail: str = "") -> Callable[[list[Pair]], str]:
    """Make a carrier of a template: `{i}` counts, `{m}` is the mark, `{p}` the payload."""

    def make(pairs: list[Pair]) -> str:
        parts = [
            template.replace("{i}", str(i)).replace("{m}", m).replace("{p}", _lines(p))
            for i, (m, p) in enumerate(pairs)
        ]
        return head + "".join(parts) + tail

    return make


def _quoted(template: str, head: str = "", tail: str = "") -> Callable[[list[Pair]], str]:
    """Make a carrier whose payloads are strings of JSON, which YAML and JavaScript read as well."""

    def make(pairs: list[Pair]) -> str:
        parts = [
            template.replace("{i}", str(i)).replace("{s}", json.dumps(f"{m} {p}"))
            for i, (m, p) in enumerate(pairs)
        ]
        return head + "".join(parts) + tail

    return make


def _notebook(pairs: list[Pair]) -> str:
    cells: list[dict[str, object]] = []
    for mark, text in pairs:
        cells.append({"cell_type": "markdown", "metadata": {}, "source": f"{mark} {text}"})
        outputs = [
            {"output_type": "display_data", "metadata": {}, "data": {kind: text}}
            for kind in ("text/html", "image/svg+xml", "application/javascript", "text/markdown")
        ]
        stream = {"output_type": "stream", "name": "stdout", "text": text}
        error = {"output_type": "error", "ename": text, "evalue": text, "traceback": [text]}
        cells.append(
            {
                "cell_type": "code",
                "metadata": {},
                "execution_count": 1,
                "source": f"x = {text!r}",
                "outputs": [*outputs, stream, error],
            }
        )
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


_SLASHES = "/// {m} {p}\n"
_STARS = "/** {m} {p} */\n"

CARRIERS: dict[str, Callable[[list[Pair]], str]] = {
    "paragraphs.md": _each("# Paragraphs\n\n", "{m}\n\n{p}\n\n"),
    "inline.md": _each("# Inline\n\n", "{m} {p} *tail*\n\n"),
    "headings.md": _each("# Headings\n\n", "## {m} {p}\n\n"),
    "lists.md": _each("# Lists\n\n", "- {m} {p}\n"),
    "table.md": _each("# Table\n\n| a | b |\n|---|---|\n", "| {m} | {p} |\n"),
    "quotes.mdx": _each("# Quotes\n\n", "> {m} {p}\n\n"),
    "titles.md": _each("# Titles\n\n", "[{m}](index.md '{p}')\n\n"),
    "code.md": _each("# Code\n\n", "```html\n{m} {p}\n```\n\n"),
    "front.md": _quoted("k{i}: {s}\n", "---\ntitle: x\n", "---\n# Front\n"),
    "paragraphs.rst": _each("Paragraphs\n==========\n\n", "{m}\n\n{p}\n\n"),
    "raw.rst": _each("Raw\n===\n\n", "{m}\n\n.. raw:: html\n\n   {p}\n\n"),
    "titles.rst": _each("Titles\n======\n\n", "{m} {p}\n" + "-" * 200 + "\n\nx\n\n"),
    "images.rst": _each("Images\n======\n\n", "{m}\n\n.. image:: x\n   :alt: {p}\n\n"),
    "links.rst": _each("Links\n=====\n\n", "{m} `x <javascript:alert({i})>`_ {p}\n\n"),
    "notebook.ipynb": _notebook,
    "plain.txt": _each("", "{m} {p}\n"),
    "page.html": _each("<!doctype html><title>x</title>", "<p>{m}</p>{p}\n"),
    "page.xml": _each("<r>", "<a><!-- {m} -->{p}</a>\n", "</r>"),
    "docstrings.py": _each('"""Docs."""\n', '\n\ndef f{i}():\n    r"""{m} {p}"""\n'),
    "numpy_style.py": _each(
        '"""N."""\n',
        '\n\ndef f{i}(a):\n    r"""{m}\n\n    Parameters\n    ----------\n'
        '    a : int\n        {p}\n    """\n',
    ),
    "fields.py": _each(
        '"""S."""\n',
        '\n\ndef f{i}(a):\n    r"""{m}\n\n    :param a: {p}\n    :raises X: {p}\n    """\n',
    ),
    "defaults.py": _quoted("def f{i}(a={s}): ...\n"),
    "constants.py": _quoted("C{i} = {s}\n"),
    "annotations.py": _quoted("a{i}: {s} = 1\n"),
    "decorated.py": _quoted("@app.get({s})\ndef f{i}(): ...\n", "import app\n"),
    "options.py": _quoted(
        "p.add_argument('--o{i}', help={s})\n", "import argparse\np = argparse.ArgumentParser()\n"
    ),
    "failures.py": _quoted("class E{i}(Exception):\n    {s}\n"),
    "test_cases.py": _quoted("def test_{i}():\n    {s}\n"),
    "notes.py": _each("", "# TODO: {m} {p}\n"),
    "docs.js": _each("", _STARS + "export function f{i}() {}\n"),
    "cases.test.js": _quoted("it({s}, () => {});\n", "describe('d', () => {\n", "});\n"),
    "strings.ts": _quoted("export const c{i} = {s};\n"),
    "view.tsx": _quoted("export const C{i} = () => <b title={{s}}>x</b>;\n"),
    "docs.java": _each("class D {\n", _STARS + "void f{i}() {}\n", "}\n"),
    "docs.go": _each("package d\n\n", "// F{i} {m} {p}\nfunc F{i}() {}\n"),
    "docs.rs": _each("", _SLASHES + "pub fn f{i}() {}\n"),
    "docs.c": _each("", _STARS + "int f{i}(void) { return 1; }\n"),
    "docs.hpp": _each("", _SLASHES + "int f{i}();\n"),
    "docs.cs": _each("class D {\n", "/// <summary>{m} {p}</summary>\nvoid F{i}() {}\n", "}\n"),
    "docs.rb": _each("", "# {m} {p}\ndef f{i}\nend\n"),
    "docs.php": _each("<?php\n", _STARS + "function f{i}() {}\n"),
    "docs.kt": _each("", _STARS + "fun f{i}() {}\n"),
    "docs.swift": _each("", _SLASHES + "func f{i}() {}\n"),
    "docs.lua": _each("", "--- {m} {p}\nfunction f{i}() end\n"),
    "docs.sh": _each("#!/bin/sh\n", "# {m} {p}\nf{i}() { :; }\n"),
    "docs.scala": _each("", _STARS + "def f{i}() = 1\n"),
    "docs.dart": _each("", _SLASHES + "void f{i}() {}\n"),
    "docs.jl": _each("", '"""{m} {p}"""\nf{i}() = 1\n'),
    "docs.hs": _each("", "-- | {m} {p}\nf{i} = 1\n"),
    "docs.zig": _each("", _SLASHES + "pub fn f{i}() void {}\n"),
    "docs.pyx": _each("", 'def f{i}():\n    """{m} {p}"""\n'),
    "keys.json": _quoted("{s}: 1,\n", "{", '"end": 1}'),
    "values.json": _quoted('"k{i}": {s},\n', "{", '"end": 1}'),
    "keys.yaml": _quoted("{s}: {s}\n"),
    "keys.toml": _each("", "# {m} {p}\nk{i} = 1\n"),
    "keys.ini": _each("[s]\n", "; {m} {p}\nk{i} = {p}\n"),
    "cells.csv": _each("a,b\n", "{m},{p}\n"),
    "tables.sql": _each("", '-- {m} {p}\nCREATE TABLE "t{i} {p}" (a int);\n'),
    "rules.css": _each("", _STARS + ".c{i} { color: red }\n"),
    "rules.scss": _each("", "/// {m} {p}\n$v{i}: 1px;\n"),
    "messages.proto": _each('syntax = "proto3";\n', "// {m} {p}\nmessage M{i} {}\n"),
    "carried/Dockerfile": _each("FROM scratch\n", "# {m} {p}\nCOPY x{i} /{i}\n"),
    "carried/Makefile": _each("", "t{i}: ## {m} {p}\n\techo {i}\n"),
    "carried/CMakeLists.txt": _each("", "# {m} {p}\nadd_library(l{i} x.c)\n"),
    "carried/package.json": _quoted('"s{i}": {s},\n', '{"name":"x","scripts":{', '"end":"x"}}'),
    "carried/Cargo.toml": _quoted("f{i} = {s}\n", '[package]\nname = "x"\n[package.metadata]\n'),
    "carried/requirements.txt": _each("", "p{i}==1 # {m} {p}\n"),
    "carried/Taskfile.yml": _quoted(
        "  t{i}:\n    desc: {s}\n    cmds: [{s}]\n", "version: '3'\ntasks:\n"
    ),
    ".github/workflows/carried.yml": _quoted(
        "      - name: {s}\n        run: {s}\n",
        "name: c\non: push\njobs:\n  j:\n    runs-on: x\n    steps:\n",
    ),
    "carried/.gitlab-ci.yml": _quoted("j{i}:\n  script: [{s}]\n"),
    "template.jinja": _each("", "<p>{m}</p>{p}\n"),
}


def carried(share: int) -> Iterator[Case]:
    """Yield a file for each carrier.

    Args:
        share: How many payloads each of them takes, of one that follows on what the last one had.
    """
    numbers = itertools.count()
    for path, make in CARRIERS.items():
        pairs = [(marked(n), payload(n)) for n in itertools.islice(numbers, share)]
        shown = tuple(mark for mark, _ in pairs)
        folder = "" if "/" in path else "carriers/"
        yield case(folder + path, make(pairs), *shown)


def least_share() -> int:
    """Return the share with which each payload is carried five times at least."""
    return -(-5 * len(PAYLOADS) // len(CARRIERS))
