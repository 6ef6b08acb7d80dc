"""Paths that a module names, and what a `setup.py` states."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.model.facts import (
    Dependency,
    InstalledCommand,
    Plugin,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
)
from mkdocs_repodoc.model.records import FileOutline


def outline(code: str, name: str = "test_sea.py") -> FileOutline:
    return analyse(name, "python", dedent(code).encode(), AnalysisOptions()).outline


def paths(code: str) -> list[tuple[str, bool]]:
    return [(one.path, one.anchored) for one in outline(code).mentions]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('open("tests/data/sea.csv")', [("tests/data/sea.csv", False)]),
        ('Path(__file__).parent / "data" / "sea.csv"', [("data/sea.csv", True)]),
        ('Path(__file__).resolve().parents[1] / "setup.py"', [("../setup.py", True)]),
        ('Path(__file__).with_name("sea.csv")', [("sea.csv", True)]),
        ('os.path.join(os.path.dirname(__file__), "data", "sea.csv")', [("data/sea.csv", True)]),
        ('os.path.dirname(os.path.abspath(__file__)) + "/sea.csv"', [("sea.csv", True)]),
        ('HERE = Path(__file__).parent\nSEA = HERE / "sea.csv"', [("sea.csv", True)]),
        (
            'DATA = Path(__file__).parent.joinpath("data")\nf(DATA / "a.txt")',
            [("data/a.txt", True)],
        ),
    ],
)
def test_literal_paths(code: str, found: list[tuple[str, bool]]) -> None:
    assert paths(code) == found


@pytest.mark.parametrize(
    "code",
    [
        '(tmp_path / "data/sea.csv").write_text("")',
        'os.path.join(folder, "data/sea.csv")',
        '"""See `data/sea.csv` and "data/sea.csv"."""',
        '# open("data/sea.csv")\nx = 1',
        'f"data/{name}/sea.csv"',
        '"data/" + name + "/sea.csv"',
        'open("sea.csv")',
        'get("https://example.org/data/sea.csv")',
        'Path(__file__).parent / name / "sea.csv"',
        'HERE = Path(__file__)\nHERE = other()\nHERE / "data/sea.csv"',
        '"either/or"',
    ],
)
def test_what_names_no_file(code: str) -> None:
    assert paths(code) == []


def test_an_expression_without_end_is_no_path() -> None:
    assert paths("x = " + " / ".join(['"a/b.c"'] * 200) + '\ny = "a/b.c"') == [("a/b.c", False)]


def test_setup_script_states_literals() -> None:
    code = """
        from setuptools import setup
        setup(
            name="sea", version=read_version(), python_requires=">=3.9",
            install_requires=["salt>1", extra],
            extras_require={"deep": ["trench"]},
            url="https://sea.example", project_urls={"Chart": "https://c.example", "No": None},
            entry_points={
                "console_scripts": ["sea = sea.cli:main"], "pytest11": "salt = sea.fixtures",
            },
        )
    """
    assert outline(code, "setup.py").facts == (
        ProjectMetadata("sea"),
        Runtime("Python", ">=3.9"),
        Dependency("salt"),
        ProjectUrl("Homepage", "https://sea.example"),
        ProjectUrl("Chart", "https://c.example"),
        InstalledCommand("sea", "sea.cli", "main"),
        Plugin("pytest11", "salt", "sea.fixtures"),
    )


def test_a_function_called_setup_elsewhere_states_nothing() -> None:
    own = outline('def setup(**k): ...\nsetup(name="sea")', "setup.py")
    elsewhere = outline('from setuptools import setup\nsetup(name="sea")', "other.py")
    assert own.facts == elsewhere.facts == ()
