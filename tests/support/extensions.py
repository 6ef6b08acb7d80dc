"""Packages as pip leaves them in a folder of the path: modules, and metadata beside them."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

GHERKIN = Path(__file__).parents[2] / "examples" / "repodoc-gherkin"

FEATURE = """\
@shop @slow
Feature: Cart

  Scenario: Fill a cart
    Given an empty cart
    When somebody adds an apple
    Then the cart has an apple

  Scenario: Leave the shop
    When somebody leaves
"""
"""A file for the example's extension; its second scenario has no outcome."""


def write_metadata(
    folder: Path, name: str, version: str, entry_points: Mapping[str, Mapping[str, str]]
) -> None:
    """Write what makes a folder's modules an installed package.

    Args:
        folder: The folder of the path.
        name: The package's name.
        version: Its version.
        entry_points: Group → name → value.
    """
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.3\nName: {name}\nVersion: {version}\n")
    lines = []
    for group, entries in entry_points.items():
        lines += [f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()), ""]
    (info / "entry_points.txt").write_text("\n".join(lines))


def install(folder: Path, package: Path = GHERKIN) -> None:
    """Install a package that has nothing to build, without a network.

    Args:
        folder: The folder of the path.
        package: Its folder, with a pyproject.toml and the modules.
    """
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    module = project["name"].replace("-", "_")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package / module, folder / module, ignore=ignored)
    write_metadata(folder, project["name"], project["version"], project["entry-points"])
