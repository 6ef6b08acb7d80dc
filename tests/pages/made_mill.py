"""A small linked library with a command, documents and tests, as the book tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from body_text import section_text
from made_repository import made_context
from made_shop import page
from support.linked import link_files

from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.text.source_text import SourceText

_PADDING = "".join(f"\n\ndef _part{number}(x):\n    return x + {number}\n" for number in range(25))
MILL = {
    "pyproject.toml": (
        '[project]\nname = "mill"\ndescription = "Grinds grain."\nversion = "2.1"\n'
        'requires-python = ">=3.10"\ndependencies = ["click"]\n'
        'license = "MIT"\nscripts = {mill = "mill.cli:main"}\n'
    ),
    "README.md": (
        "[![Tests](t.svg)](t)\n\n# Mill\n\nMill turns grain into flour.\n\n"
        "## Example\n\n    mill wheat\n\n## Donate\n\nPlease do.\n\n## Other\n"
    ),
    "CONTRIBUTING.md": "# Contributing\n\nBring a sieve and read the code.\n",
    "docs/design.md": (
        "# Design\n\nStones never touch.\n\n## Millstones\n\nA millstone is a stone that turns.\n"
    ),
    "mill/__init__.py": "from mill.grain import Grain\nfrom mill.stones import Stone\n",
    "mill/cli.py": (
        '"""The command line."""\n\nimport click\n\nfrom mill.stones import Stone\n\n\n'
        'def main():\n    """Read the command line and grind."""\n    Stone().grind(3)\n'
        f"{_PADDING}"
    ),
    "mill/stones.py": (
        '"""Stones, which do the work.\n\nThey come in pairs.\n\nExample:\n\n    Stone()\n"""\n\n'
        "from mill.grain import Grain, weigh\n\n\n"
        'class Stone:\n    """A stone that turns."""\n\n'
        '    def grind(self, number):\n        """Grind so many grains."""\n'
        "        # TODO: grind both ways\n"
        "        weigh(number)\n        return self.turn(Grain(number))\n\n"
        '    def turn(self, grain: Grain):\n        """Turn once."""\n'
        "        return grain.crush()\n\n\n"
        "class Runner(Stone):\n    pass\n\n\nclass Bed(Stone):\n    pass\n"
        f"{_PADDING}"
    ),
    "mill/grain.py": (
        'class Grain:\n    """A seed that can be ground."""\n\n'
        "    def __init__(self, number):\n        self.number = number\n\n"
        '    def crush(self):\n        """Break the hull."""\n        return self.number * 2\n\n\n'
        'def weigh(number):\n    """Weigh some grains."""\n    return number\n'
        f"{_PADDING}"
    ),
    "tests/test_stones.py": (
        "import pytest\n\nfrom mill.stones import Stone\n\n\n"
        "def test_grind():\n    assert Stone().grind(1) == 2\n"
    ),
}


def mill_context(
    changed: Mapping[str, str] | None = None, history: GitHistory | None = None
) -> PageContext:
    """Return the mill, with some of its files changed; an empty one is left out."""
    files = {path: text for path, text in {**MILL, **(changed or {})}.items() if text}
    linked = link_files(files)
    repository = replace(linked.repository, history=history or linked.repository.history)
    context = made_context(repository, texts=linked.texts, detail=linked.details.__getitem__)
    assert isinstance(context.read_text("README.md"), SourceText)
    return context


def chapter(context: PageContext, title: str) -> str:
    """Return the text of a chapter, by what is before a colon in its title; empty if none."""
    body = page(context, "book")
    titles = ((each.title.partition(". ")[2], each.anchor) for each in body.sections)
    anchors = [anchor for each, anchor in titles if title in (each, each.partition(": ")[0])]
    return section_text(body, anchors[0]) if anchors else ""
