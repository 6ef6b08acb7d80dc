"""The tools that are compared, each set up as its own documentation tells a user to."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import Corpus

_THEME = "theme:\n  name: material\n  font: false\n"


@dataclass(frozen=True)
class Contender:
    """A tool and how to run it.

    Attributes:
        name: As the table shows it.
        missing: Returns why it can't run here; empty if it can.
        prepare: Writes its configuration into a folder and returns the command that builds.
        site: Folder of the built site, relative to the prepared one.
        served: Whether `mkdocs serve` previews what it makes.
    """

    name: str
    missing: Callable[[Corpus], str]
    prepare: Callable[[Corpus, Path], list[str]]
    site: str = "site"
    served: bool = False


def _needs_module(*modules: str) -> Callable[[Corpus], str]:
    def missing(_: Corpus) -> str:
        absent = [module for module in modules if importlib.util.find_spec(module) is None]
        return f"not installed: {', '.join(absent)} (pip install them)" if absent else ""

    return missing


def _needs_program(program: str) -> Callable[[Corpus], str]:
    return lambda _: "" if shutil.which(program) else f"not on PATH: {program}"


def _importable(corpus: Corpus) -> str:
    if missing := _needs_module("pdoc")(corpus):
        return missing
    if importlib.util.find_spec(corpus.name) is None:
        return f"it imports what it documents, and {corpus.name} is not installed"
    return ""


def _mkdocs(folder: Path, plugins: str) -> list[str]:
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "mkdocs.yml").write_text(f"site_name: Benchmark\n{_THEME}{plugins}")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def _repodoc(corpus: Corpus, folder: Path) -> list[str]:
    return _mkdocs(folder, f"plugins:\n  - search\n  - repodoc:\n      root: {corpus.folder}\n")


def _mkdocstrings(corpus: Corpus, folder: Path) -> list[str]:
    return _mkdocs(
        folder,
        "plugins:\n  - search\n"
        f"  - api-autonav:\n      modules: ['{corpus.package}']\n"
        "  - mkdocstrings:\n      handlers:\n        python:\n"
        f"          paths: ['{corpus.folder}']\n"
        "          options:\n            show_source: true\n",
    )


def _autoapi(corpus: Corpus, folder: Path) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   autoapi/index\n")
    (folder / "conf.py").write_text(
        "project = 'Benchmark'\n"
        "extensions = ['autoapi.extension', 'sphinx.ext.viewcode']\n"
        f"autoapi_dirs = [{str(corpus.package)!r}]\n"
    )
    return [sys.executable, "-m", "sphinx", "-q", "-j", "auto", "-b", "html", ".", "site"]


def _pdoc(corpus: Corpus, folder: Path) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    return [sys.executable, "-m", "pdoc", "--output-directory", "site", corpus.name]


def _doxygen(corpus: Corpus, folder: Path) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Doxyfile").write_text(
        "PROJECT_NAME = Benchmark\n"
        f"INPUT = {corpus.folder}\n"
        "FILE_PATTERNS = *.py\nRECURSIVE = YES\nEXTRACT_ALL = YES\nSOURCE_BROWSER = YES\n"
        # What this plugin's pages show too: private names, and references in both directions. They
        # also have diagrams, for which Doxygen would run Graphviz thousands of times.
        "EXTRACT_PRIVATE = YES\nREFERENCES_RELATION = YES\nREFERENCED_BY_RELATION = YES\n"
        "OPTIMIZE_OUTPUT_JAVA = YES\nGENERATE_LATEX = NO\n"
        "HTML_OUTPUT = site\nQUIET = YES\nWARNINGS = NO\nHAVE_DOT = NO\nNUM_PROC_THREADS = 0\n"
    )
    return ["doxygen", "Doxyfile"]


CONTENDERS = {
    contender.name: contender
    for contender in (
        Contender("repodoc", _needs_module("mkdocs_repodoc"), _repodoc, served=True),
        Contender(
            "mkdocstrings",
            _needs_module("mkdocstrings", "mkdocs_api_autonav"),
            _mkdocstrings,
            served=True,
        ),
        Contender("sphinx-autoapi", _needs_module("sphinx", "autoapi"), _autoapi),
        Contender("pdoc", _importable, _pdoc),
        Contender("doxygen", _needs_program("doxygen"), _doxygen),
    )
}
