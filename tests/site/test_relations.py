"""What a file's page says of files that it is tied to without an import."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site

FILES = {
    "mkdocs.yml": "site_name: S\ntheme: mkdocs\nplugins: [repodoc]\n",
    "docs/index.md": "# Home\n",
    "Makefile": "all:\n\tpython tools/make.py data/in.csv\n",
    "tools/make.py": "print(1)\n",
    "data/in.csv": "a,b\n",
    "pyproject.toml": '[project]\nname = "sea"\n[project.scripts]\nsea = "sea.cli:main"\n',
    "sea/__init__.py": "",
    "sea/cli.py": "def main(flag):\n    pass\n",
    "sea/cli.pyi": "def main(flag: bool) -> None: ...\n",
    "native/tide.hpp": "namespace tide { int rise(int x); }\n",
    "native/tide.cpp": "int tide::rise(int x) { return x; }\n",
    "notes.ipynb": '{"cells": [\n{"cell_type": "code", "source": "import sea"}]}',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder: Path = tmp_path_factory.mktemp("ties")
    write_files(folder / "project", FILES)
    commit_all(folder / "project")
    return build_site(folder / "project" / "mkdocs.yml", folder / "site")


def text(site: BuiltSite, path: str) -> str:
    """The words of a page, unspaced: cells of a table stand side by side without a space."""
    plain = html.unescape(re.sub(r"<[^>]+>", "", site.read(f"repo/{path}_docs/")))
    return "".join(plain.split())


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("Makefile", "Runs tools/make.py, line 2"),
        ("Makefile", "Refers to by path data/in.csv, line 2"),
        ("tools/make.py", "Run by Makefile, line 2"),
        ("data/in.csv", "Referred to by path in Makefile, line 2"),
        ("pyproject.toml", "Starts sea.cli.main, line 4"),
        ("sea/cli.py", "Started by pyproject.toml, line 4: main"),
        ("sea/cli.py", "Stub sea/cli.pyi"),
        ("sea/cli.py", "Signature in the stub (flag: bool) -> None"),
        ("sea/cli.pyi", "Stub of sea/cli.py"),
        ("native/tide.hpp", "Defined in native/tide.cpp:1"),
        ("native/tide.cpp", "Declared in native/tide.hpp:1"),
        ("notes.ipynb", "Cell 1, line 2 import sea"),
    ],
)
def test_a_tie_is_said_with_its_line(site: BuiltSite, path: str, said: str) -> None:
    assert said.replace(" ", "") in text(site, path)


def test_files_without_ties_say_nothing(site: BuiltSite) -> None:
    page = text(site, "sea/__init__.py")
    for title in ("Runs", "Runby", "Namesbypath", "Stub", "Declaredin"):
        assert title not in page
