"""The distance of files from today's software: tests, benchmarks and past versions."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.periphery.customary_folders import BENCHMARKS
from mkdocs_repodoc.insight.periphery.past_versions import PastVersions
from mkdocs_repodoc.insight.periphery.remoteness import AROUND, OWN, PAST, Remoteness

CODE = "def buy() -> None:\n    pass\n"


def test_tests_and_past_versions_are_remote() -> None:
    made = {
        "shop/item.py": CODE,
        "shop/v1/item.py": CODE,
        "shop/_legacy/item.py": CODE,
        "shop/compat.py": CODE,
        "tests/test_item.py": "def test_it() -> None:\n    assert True\n",
        "bench/speed.py": CODE,
    }
    remoteness = Remoteness(link_files(made).repository)
    assert [remoteness.of_file(path) for path in made] == [OWN, PAST, PAST, PAST, AROUND, AROUND]
    assert [remoteness.of_folder(path) for path in ("shop", "shop/v1", "bench")] == [
        OWN,
        PAST,
        AROUND,
    ]


def test_of_versions_side_by_side_the_last_is_todays() -> None:
    paths = ["a/v3/item.py", "a/v4/item.py", "api/v1/item.py", "docs-v2/x.py", "docs/x.py"]
    past = PastVersions(link_files(dict.fromkeys(paths, CODE)).repository)
    assert [path for path in paths if path in past] == ["a/v3/item.py", "docs-v2/x.py"]


def test_software_about_archives_is_of_today() -> None:
    paths = ["archive/zip.go", "old/zip.go"]
    past = PastVersions(link_files(dict.fromkeys(paths, "package zip\n")).repository)
    assert [path for path in paths if path in past] == ["old/zip.go"]


@pytest.mark.parametrize(
    ("path", "has"),
    [
        ("benches/parse.rs", True),
        ("src/micro-benchmarks/a.py", True),
        ("src/Shop.Benchmarks/A.cs", True),
        ("cmd/shopbench/main.go", True),
        ("src/workbench/window.ts", False),
        ("src/benchmark.py", False),
    ],
)
def test_folders_of_benchmarks_are_known_by_their_names(path: str, has: bool) -> None:
    assert bool(BENCHMARKS.search(path)) == has
