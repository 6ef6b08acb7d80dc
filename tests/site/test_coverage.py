"""A site with what its tests have measured."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from coverage import CoverageData
from mkdocs.exceptions import Abort
from support.repositories import commit_all, write_files
from support.sites import build_site

FILES = {
    ".gitignore": "/site/\n/.cache/\n/.coverage*\n",
    ".coveragerc": "[run]\nrelative_files = True\n",
    "mkdocs.yml": ("site_name: Shop\ntheme: mkdocs\nplugins:\n- repodoc: {coverage: .coverage}\n"),
    "docs/index.md": "# Shop\n",
    "shop/__init__.py": "",
    "shop/cart.py": '''"""The cart."""

from shop.price import total

class Cart:
    """Holds things."""

    def add(self, count):
        """Put things in."""
        return total(count)
''',
    "shop/price.py": '''"""Prices."""

def total(count):
    """Add up."""
    return 3 * count

def tax(count):
    """Nobody calls it."""
    return count
''',
    "tests/test_cart.py": '''"""Tests of the cart."""
import pytest
from shop.cart import Cart

@pytest.mark.parametrize("count", [1, 2])
def test_add(count):
    """It costs."""
    assert Cart().add(count) == 3 * count
''',
}


def measure(project: Path) -> None:
    command = ["pytest", "-q", "-p", "no:cacheprovider", "--cov=shop", "--cov-context=test"]
    subprocess.run(
        [sys.executable, "-m", *command, "tests"], cwd=project, check=True, capture_output=True
    )


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</d[dt]>", " ", html)).split())


def test_symbols_tell_which_tests_have_run_them(project: Path) -> None:
    write_files(project, FILES)
    measure(project)
    commit_all(project)
    site = build_site(project / "mkdocs.yml", project / "site")

    price = site.read("repo/shop/price.py_docs/")
    fact = re.search(r"Covered by</dt>.*?</dd>", price, re.DOTALL)
    assert fact is not None
    assert text_of(fact[0]) == "Covered by tests/test_cart.py: test_add measured"
    assert "href=../../tests/test_cart.py_docs/#test_cart.test_add>" in fact[0]
    assert price.count("Covered by") == 1, "no test runs `tax`"
    # No test refers to the module, yet one was seen to run it.
    assert "tests/test_cart.py, 1 line run measured" in text_of(price)

    test = text_of(site.read("repo/tests/test_cart.py_docs/"))
    assert "Covers shop/cart.py (1 line), shop/price.py (1 line) measured" in test


def test_a_file_that_cannot_be_used_ends_the_build(
    project: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("option 'coverage'")
    write_files(project, FILES)
    commit_all(project)
    with pytest.raises(Abort, match=r"option 'coverage': there is no file .*\.coverage"):
        build_site(project / "mkdocs.yml", project / "site")


def test_a_new_measurement_shows_in_the_next_build(project: Path) -> None:
    write_files(project, FILES)
    commit_all(project)
    url = "repo/shop/cart.py_docs/"
    data = CoverageData(basename=str(project / ".coverage"))
    data.set_context("tests/test_cart.py::test_other|run")
    data.add_lines({"shop/cart.py": [1]})
    data.close()
    before = build_site(project / "mkdocs.yml", project / "site").read(url)
    measure(project)
    after = build_site(project / "mkdocs.yml", project / "site").read(url)
    assert "Covered by" not in before
    assert "Covered by" in after
