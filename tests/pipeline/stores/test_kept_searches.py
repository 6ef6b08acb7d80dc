"""Searches through files: what was found is used again for files that are as they were."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.edits import mutate
from support.repositories import copy_example

from mkdocs_repodoc.cache.file_searches import FileSearch
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.landmarks import landmark_uris
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.stores.kept_searches import KeptSearches
from mkdocs_repodoc.settings import Settings


class Looks:
    """Finds a list in each file, and knows which files it was looked for in."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.stale_reads: list[str] = []
        self.stale = ""

    def find(self, path: str) -> list[Registration]:
        self.paths.append(path)
        if path == self.stale:
            self.stale_reads.append(path)
        ref = SymbolRef(path, 0)
        return [Registration(ref, 3, "list", ("a", "b"), "", members=(ref,), lines=(4, 5))]

    def search(
        self, cache: Cache, records: dict[str, str], given: object = ()
    ) -> dict[str, list[Registration]]:
        """Search the files of a build; what was looked for in earlier ones is forgotten."""
        self.paths.clear()
        searches = KeptSearches(cache, Path("/project"), records, self.stale_reads)
        return searches.results(FileSearch("lists", list[Registration], self.find, given), records)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with closing(Cache(tmp_path / "cache")) as cache:
        yield cache


def test_a_file_is_searched_once(cache: Cache) -> None:
    looks = Looks()
    first = looks.search(cache, {"b.py": "1", "a.py": "2"})
    again = looks.search(cache, {"b.py": "1", "a.py": "2"})
    assert list(again.items()) == list(first.items())
    assert isinstance(again["a.py"][0], Registration)
    assert isinstance(again["a.py"][0].members[0], SymbolRef)
    assert not looks.paths


def test_a_file_with_another_record_is_searched_again(cache: Cache) -> None:
    looks = Looks()
    looks.search(cache, {"a.py": "1", "b.py": "2", "gone.py": "3"})
    looks.search(cache, {"a.py": "1", "b.py": "changed", "new.py": "3"})
    assert looks.paths == ["b.py", "new.py"]
    looks.search(cache, {"a.py": "1", "b.py": "changed", "new.py": "3"})
    assert not looks.paths


def test_what_is_sought_keeps_results_apart(cache: Cache) -> None:
    looks = Looks()
    looks.search(cache, {"a.py": "1"}, ["one"])
    looks.search(cache, {"a.py": "1"}, ["two"])
    assert looks.paths == ["a.py"]


def test_what_was_found_in_another_text_than_that_of_the_record_is_not_kept(cache: Cache) -> None:
    looks = Looks()
    looks.stale = "a.py"
    looks.search(cache, {"a.py": "1", "b.py": "2"})
    looks.stale = ""
    looks.search(cache, {"a.py": "1", "b.py": "2"})
    assert looks.paths == ["a.py"]


def test_names_that_are_no_unicode_are_found_anew(cache: Cache) -> None:
    looks = Looks()
    found = looks.search(cache, {"\udcff.py": "1"}, ["\udcff"])
    assert looks.search(cache, {"\udcff.py": "1"}, ["\udcff"]) == found
    assert looks.paths == ["\udcff.py"]


def landmarks(root: Path, cache: Path) -> dict[str, PageBody]:
    """Return the pages about the whole repository."""
    builder = Builder(Settings(root=root, cache_dir=cache, jobs=1))
    site = builder.build({}, lambda *_: None)
    bodies = {uri: site.body(uri) for uri in landmark_uris(site.plan)}
    builder.close()
    return bodies


def test_pages_about_the_repository_are_those_of_a_build_anew(
    tmp_path: Path, edit_seed: int
) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    root = tmp_path / "repository"
    modules = copy_example(root)
    with modules[0].open("a", encoding="utf-8") as first:
        first.write('\nimport os\n\n# TIDE_LEVEL is how high it is\nos.environ["TIDE_LEVEL"]\n')
    landmarks(root, tmp_path / "kept")
    for number in range(3):
        module = dice.choice(modules)
        module.write_text(mutate(module.read_text(), dice))
        edited = landmarks(root, tmp_path / "kept")
        assert edited == landmarks(root, tmp_path / f"anew {number}")
