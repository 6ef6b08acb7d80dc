"""The standard library as real input: what its syntax trees and Griffe know, records must know."""

from __future__ import annotations

import ast
import re
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path

import griffe
import pytest

from mkdocs_repodoc.languages.python.python_analyser import analyse_python
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import decode

MODULES = (
    *("abc", "argparse", "ast", "bisect", "collections/__init__", "contextlib", "ctypes/__init__"),
    *("dataclasses", "datetime", "enum", "functools", "inspect", "logging/__init__", "mailbox"),
    *("os", "pathlib", "pickle", "socket", "tarfile", "typing", "unittest/mock", "zipfile"),
)
FOLDER = Path(sysconfig.get_path("stdlib"))
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@pytest.fixture(
    scope="module", params=[name for name in MODULES if (FOLDER / f"{name}.py").is_file()]
)
def module(request: pytest.FixtureRequest) -> tuple[str, FileRecord]:
    text = decode((FOLDER / f"{request.param}.py").read_bytes())
    return text.text, analyse_python("module.py", text, AnalysisOptions())


def test_every_definition_has_its_symbol(module: tuple[str, FileRecord]) -> None:
    text, made = module
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
    expected = {
        (
            node.name,
            min([decorator.lineno for decorator in node.decorator_list], default=node.lineno),
            node.lineno,
            node.end_lineno,
        )
        for node in ast.walk(tree)
        if isinstance(node, Definition)
    }
    found = {
        (symbol.name.rpartition(".")[2], symbol.line, symbol.name_line, symbol.end_line)
        for symbol in made.outline.symbols
        if symbol.kind in {"class", "function", "method", "property"}
    }
    assert found == expected


def test_every_place_holds_the_name(module: tuple[str, FileRecord]) -> None:
    text, made = module
    lines = [line.encode() for line in text.split("\n")]
    wrong = [
        symbol
        for symbol in made.outline.symbols
        if lines[symbol.name_line - 1][symbol.column : symbol.end_column].decode()
        != symbol.name.rpartition(".")[2]
    ]
    assert not wrong
    for entry in made.outline.imports:
        written = lines[entry.line - 1][entry.column : entry.end_column].decode()
        assert written == (entry.name or entry.module)


def test_every_member_that_griffe_finds_is_there(module: tuple[str, FileRecord]) -> None:
    text, made = module
    names = {symbol.name for symbol in made.outline.symbols}
    tree = griffe.visit("module", Path("module.py"), text)
    assert {name for name, _ in _members(tree)} <= names


def test_signatures_are_those_of_griffe(module: tuple[str, FileRecord]) -> None:
    text, made = module
    ours: dict[str, list[str]] = {}
    for symbol in made.outline.symbols:
        ours.setdefault(symbol.name, []).append(_plain(symbol.signature))
    odd = [
        (name, signature)
        for name, member in _members(griffe.visit("module", Path("module.py"), text))
        if isinstance(member, griffe.Function)
        and (signature := _plain(member.signature(name=" ")))
        # Griffe writes a `/` where only the receiver stands before it.
        and not signature.startswith("(/")
        and not any(_same(signature, other) for other in ours[name])
        # It takes properties for functions where the decorator is not the built-in one.
        and not any(other.startswith(":") or not other for other in ours[name])
    ]
    assert not odd


def test_lines_add_up(module: tuple[str, FileRecord]) -> None:
    text, made = module
    counts = made.outline.lines
    assert counts.total == text.count("\n") + (not text.endswith("\n"))
    assert min(counts.code, counts.comment, counts.blank) >= 0


def _members(
    parent: griffe.Module | griffe.Class, prefix: str = ""
) -> Iterator[tuple[str, griffe.Object]]:
    for name, member in parent.members.items():
        if isinstance(member, griffe.Object):
            yield f"{prefix}{name}", member
            if isinstance(member, griffe.Class):
                yield from _members(member, f"{prefix}{name}.")


def _plain(signature: str) -> str:
    """Return a signature without what Griffe writes in another way."""
    signature = re.sub(r"""[\s'"\\r]""", "", signature)
    signature = re.sub(r"0[ox][\da-fA-F]+", lambda match: str(int(match[0], 0)), signature)
    return re.sub(r"^\((?:mcls|metacls)(?:,|(?=\)))", "(", signature)


def _same(theirs: str, ours: str) -> bool:
    """Compare signatures of which ours may have shortened defaults."""
    return re.fullmatch(".*?".join(re.escape(part) for part in ours.split("…")), theirs) is not None
