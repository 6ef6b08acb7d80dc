"""Cost grows with the number of files and no faster; an unchanged repository costs less again.

Only ratios within one run are looked at, in processor time of all processes (`jobs: 1`): machines
differ, and share themselves among tests.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files
from support.sites import build_site

MODULE = '''"""Module {number} of the test."""

from pkg.f{folder}.m{other} import Shape{other}, area{other}


class Shape{number}(Shape{other}):
    """A shape.

    Args:
        size: How large it is.
    """

    def __init__(self, size: int) -> None:
        self.size = size

    def grow(self, by: int = {number}) -> "Shape{number}":
        """Return a larger shape."""
        return Shape{number}(self.size + by)


def area{number}(shape: Shape{number}) -> int:
    """Return the area of a shape."""
    return area{other}(shape) + shape.size ** 2
'''
SMALL, LARGE = 40, 160
IN_FOLDER = 20


def processor_seconds() -> float:
    """Return what this process and those that it has started have taken."""
    return sum(os.times()[:4])


@dataclass
class Measured:
    """Processor seconds and size of a first build."""

    cold: float
    megabytes: float
    config_file: Path


def measure(folder: Path, count: int) -> Measured:
    files = {"docs/index.md": "# Home\n", "pkg/__init__.py": ""}
    for number in range(count):
        other = number - number % IN_FOLDER + (number + 1) % IN_FOLDER
        place = number // IN_FOLDER
        files[f"pkg/f{place}/__init__.py"] = ""
        files[f"pkg/f{place}/m{number}.py"] = MODULE.format(
            number=number, other=other, folder=place
        )
    files["mkdocs.yml"] = (
        "site_name: S\ntheme: {name: material, font: false}\n"
        "plugins: [search, {repodoc: {jobs: 1}}]\n"
    )
    project = folder / "project"
    write_files(project, files)
    commit_all(project)
    start = processor_seconds()
    build_site(project / "mkdocs.yml", folder / "site")
    cold = processor_seconds() - start
    generated = folder / "site" / "repo"
    size = sum(file.stat().st_size for file in generated.rglob("*") if file.is_file())
    return Measured(cold, size / 1e6, project / "mkdocs.yml")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(tmp_path_factory.mktemp("small"), SMALL)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(tmp_path_factory.mktemp("large"), LARGE)


def test_time_for_a_file_does_not_grow_with_the_repository(
    large: Measured,
    small: Measured,  # after the other, which has then paid for what is done once in a process
) -> None:
    assert large.cold / LARGE < 1.3 * small.cold / SMALL


def test_size_of_a_file_s_pages_does_not_grow_with_the_repository(
    small: Measured, large: Measured
) -> None:
    assert large.megabytes / LARGE < 1.15 * small.megabytes / SMALL


def test_an_unchanged_repository_costs_a_fraction(large: Measured, tmp_path: Path) -> None:
    start = processor_seconds()
    site = build_site(large.config_file, tmp_path / "site")
    warm = processor_seconds() - start
    assert any("(0 analysed now)" in line for line in site.log)
    assert warm < 0.4 * large.cold


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_no_page_carries_the_whole_navigation(small: Measured, tmp_path: Path, theme: str) -> None:
    options: dict[str, object] = {"name": theme}
    if theme == "material":
        options["font"] = False
    site = build_site(small.config_file, tmp_path / "site", theme=options)
    page = site.read("repo/pkg/f1/m21.py_docs/")
    shown = {number for number in range(SMALL) if f"m{number}.py_docs/" in page}
    assert shown - {21} == set(range(20, 40)) - {21}
