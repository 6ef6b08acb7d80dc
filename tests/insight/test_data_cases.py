"""Tests whose cases are the files of a folder."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.changing.cases.data_cases import DataCases, data_cases

TEST = """
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "grains"
LATE = {"wheat": 3, "spelt": 4}


@pytest.mark.parametrize("path", DATA.glob("*.input"))
def test_grain(path):
    assert path
"""
GRAINS = {
    f"tests/grains/{name}.{ending}": f"{name}\n"
    for name in ("wheat", "spelt", "millet")
    for ending in ("input", "output")
}


def found(files: dict[str, str]) -> list[DataCases]:
    linked = link_files(files)
    return list(data_cases(linked.repository, linked.texts.__getitem__))


def test_a_folder_that_a_test_lists_has_its_cases() -> None:
    linked = link_files({**GRAINS, "tests/test_grains.py": TEST})
    (cases,) = data_cases(linked.repository, linked.texts.__getitem__)
    assert (cases.test, cases.line, cases.folder) == ("tests/test_grains.py", 9, "tests/grains")
    assert dict(cases.endings) == {".input": 3, ".output": 3}
    assert cases.example == ("tests/grains/wheat.input", "tests/grains/wheat.output")
    assert cases.lists == ((linked.symbol("tests/test_grains.py", "LATE"), 2),)


def test_a_folder_that_is_only_named_has_none() -> None:
    named = TEST.replace('DATA.glob("*.input")', "[DATA]")
    assert found({**GRAINS, "tests/test_grains.py": named}) == []


def test_a_few_files_are_no_cases() -> None:
    few = dict(list(GRAINS.items())[:3])
    assert found({**few, "tests/test_grains.py": TEST}) == []


def test_a_script_beside_the_tests_has_no_cases() -> None:
    script = "import os\n\n\ndef main():\n    return os.listdir('mill/sorts')\n"
    sorts = {f"mill/sorts/{name}.txt": name for name in ("wheat", "spelt", "rye", "oats", "millet")}
    assert found({**sorts, "testing/sorts.py": script}) == []
