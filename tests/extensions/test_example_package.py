"""The extension of the documentation, as it is installed: a site with a part of each kind."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from support.extensions import FEATURE, install
from support.repositories import commit_all, write_files

import mkdocs_repodoc

ROOT = Path(__file__).parents[2]
PAGE = "site/repo/features/cart.feature_docs/index.html"


def run(folder: Path, path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, with one more folder of installed packages."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("mkdocs-repodoc")), *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def make_shop(folder: Path) -> Path:
    write_files(
        folder,
        {
            "features/cart.feature": FEATURE,
            "repodoc.toml": 'extensions = ["repodoc-gherkin"]\n',
            ".gitignore": "/site/\n/.cache/\n/repodoc.*l*\n!/repodoc.toml\n",
        },
    )
    commit_all(folder)
    return folder


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    install(tmp_path / "installed")
    return tmp_path / "installed"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_shop(tmp_path / "shop")


def test_each_part_is_in_the_site_and_gone_with_the_extension(shop: Path, installed: Path) -> None:
    done = run(shop, installed, "build")
    assert done.returncode == 0, done.stderr
    page = (shop / PAGE).read_text("utf-8")
    assert 'id="Leave-the-shop"' in page, "the language: a scenario is a symbol"
    assert "The scenario <code>Leave the shop</code> has no <code>Then</code>." in page, "the rule"
    assert "It passes whatever the software does" in page, "its explanation"
    assert "specification: its name ends in .feature" in page, "the role"
    assert "@shop, @slow" in page, "the fact"
    assert 'id="repodoc-gherkin:scenarios"' in page, "the section"
    index = (shop / "site/repo/index.html").read_text("utf-8")
    assert 'id="repodoc-gherkin:specifications"' in index
    assert "1 specification" in index
    twin = (shop / "site/repo/index.md").read_text("utf-8")
    assert "## Specifications" in twin, "the same in Markdown"
    assert json.loads((shop / "site/scenarios.json").read_text("utf-8")) == {
        "features/cart.feature": ["Fill a cart", "Leave the shop"]
    }

    asked = run(shop, installed, "query", "symbol", "Leave the shop", "--json")
    assert json.loads(asked.stdout)["subject"]["kind"] == "test", asked.stderr
    asked = run(shop, installed, "query", "symbol", "features/cart.feature", "--json")
    fact = {"name": "Tags", "value": "@shop, @slow", "line": 1}
    assert json.loads(asked.stdout)["facts"] == [fact], asked.stderr
    for name in ("repodoc.jsonl", "repodoc.sqlite"):
        assert run(shop, installed, "model", name).returncode == 0
        (stated,) = mkdocs_repodoc.load(shop / name).files["features/cart.feature"].facts
        assert msgspec.structs.asdict(stated) == fact

    rules = installed / "repodoc_gherkin" / "rules.py"
    rules.write_text(rules.read_text("utf-8").replace("has no `Then`.", "proves nothing."))
    assert run(shop, installed, "build").returncode == 0
    assert "proves nothing." in (shop / PAGE).read_text("utf-8"), "the code is in the key"

    (shop / "repodoc.toml").write_text("")
    assert run(shop, installed, "build").returncode == 0
    assert "proves nothing." not in (shop / PAGE).read_text("utf-8")
    assert not (shop / "site/scenarios.json").exists()


def test_one_that_is_not_installed_is_a_line(shop: Path, tmp_path: Path) -> None:
    done = run(shop, tmp_path / "nothing", "build")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "Error: repodoc option 'extensions': repodoc-gherkin is not installed; install it with pip "
        "in the environment of mkdocs-repodoc"
    )


def test_none_is_found_in_the_documented_repository(shop: Path, installed: Path) -> None:
    """Not where it lies in it, nor where Python is told to look for modules there."""
    inside = shop / "vendored"
    shutil.copytree(installed, inside)
    for path in (shop, inside):
        done = run(shop, path, "build")
        assert "repodoc-gherkin is not installed" in done.stderr


def test_one_that_fails_to_load_is_a_line(shop: Path, installed: Path) -> None:
    (installed / "repodoc_gherkin" / "rules.py").write_text("import shop_that_is_closed\n")
    done = run(shop, installed, "build")
    assert done.returncode == 2
    assert re.fullmatch(
        r"Error: repodoc option 'extensions': repodoc-gherkin can't be used: its "
        r"mkdocs_repodoc\.rules \(repodoc_gherkin\.rules:RULES\) can't be loaded: "
        r".*shop_that_is_closed.*",
        done.stderr.splitlines()[-1],
    )
    assert "Traceback" not in done.stderr


def test_the_names_that_are_called_public_are_there() -> None:
    page = (ROOT / "docs" / "extensions.md").read_text("utf-8").partition("## What is public")[2]
    rows = re.findall(r"^\| `([\w.]+)` \| (.*) \|$", page, re.MULTILINE)
    assert len(rows) > 20
    for module, names in rows:
        held = importlib.import_module(module)
        assert not {name for name in re.findall(r"`(\w+)`", names) if not hasattr(held, name)}


def test_the_example_imports_public_names_alone() -> None:
    page = (ROOT / "docs" / "extensions.md").read_text("utf-8")
    public = {
        (module, name)
        for module, names in re.findall(r"^\| `([\w.]+)` \| (.*) \|$", page, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", names)
    }
    modules = {module for module, _ in public}
    used = {
        (module, name)
        for file in (ROOT / "examples" / "repodoc-gherkin" / "repodoc_gherkin").glob("*.py")
        for module, names in re.findall(
            r"^from (mkdocs_repodoc[\w.]+) import (\([^)]*\)|.*)$", file.read_text(), re.MULTILINE
        )
        for name in re.findall(r"\w+", names)
    }
    assert len(used) > 20
    assert {each for each in used - public if ".".join(each) not in modules} == set()
