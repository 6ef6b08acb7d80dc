"""Links that one run leaves to the next."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from coverage import CoverageData
from support.repositories import commit_all, write_files
from support.sites import EXAMPLE

from mkdocs_repodoc import linking
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.upkeep import usage
from mkdocs_repodoc.linking import (
    IndexedMeanings,
    RepositoryIndex,
    file_links,
    file_ties,
    linked_names,
    weighed_files,
)
from mkdocs_repodoc.linking.file_ties import FileTies
from mkdocs_repodoc.pipeline.linker import Linker
from mkdocs_repodoc.pipeline.stores.kept_links import KeptLinks
from mkdocs_repodoc.settings import Settings

LIBRARY = Path(__file__).parents[2] / "fixtures" / "library"
FEW = {
    "shop/__init__.py": "from shop.till import Till\n",
    "shop/till.py": "class Base:\n    def pay(self): ...\n\n\nclass Till(Base):\n"
    "    def pay(self): ...\n",
    "tests/test_till.py": "from shop import Till\n\n\ndef test_pay():\n    Till().pay()\n",
    "web/api.ts": 'import { call } from "./call";\nexport const api = call();\n',
    "web/call.ts": "export function call() {}\n",
    "go.mod": "module a\n",
    "a.go": 'package a\n\nimport "a/b"\n\nfunc F() { b.G() }\n',
    "b/b.go": "package b\n\nfunc G() {}\n",
}


@contextmanager
def linker(root: Path, cache: Path) -> Iterator[Linker]:
    made = Linker(Settings(root=root, cache_dir=cache))
    try:
        yield made
    finally:
        made.close()


def index_of(root: Path, cache: Path) -> RepositoryIndex:
    with linker(root, cache) as made:
        return made.link({}, lambda *_: None).index


@pytest.fixture
def nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(linked_names, "resolve_imports", refused)
    monkeypatch.setattr(sys.modules[linking.link.__module__], "tie_files", refused)
    monkeypatch.setattr(weighed_files, "_found_out", refused)


@pytest.mark.parametrize("files", [FEW, EXAMPLE, LIBRARY], ids=["few", "example", "library"])
def test_the_next_run_has_the_same_links(
    files: dict[str, str] | Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    if isinstance(files, Path):
        shutil.copytree(files, root, ignore=shutil.ignore_patterns(".cache", "site"))
    else:
        write_files(root, files)
    commit_all(root)
    first = index_of(root, cache)
    request.getfixturevalue("nothing_anew")
    second = index_of(root, cache)
    assert second.own_imports == first.own_imports
    assert second.inheritance == first.inheritance
    one, two = first.repository.links, second.repository.links
    for field in (*FileTies.__struct_fields__, "imports", "imported_by", "implicit_importers"):
        assert getattr(two, field) == getattr(one, field), field
    assert second.repository.files == first.repository.files
    for path in first.repository.files:
        assert file_links(second, path) == file_links(first, path)
        assert two.uses.users(path) == one.uses.users(path)


def test_what_is_told_of_files_beside_their_records_counts_as_well(tmp_path: Path) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, FEW)
    commit_all(root)
    index_of(root, cache)
    with linker(root, cache) as made:
        files = made.link({}, lambda *_: None).files
        kept = KeptLinks(made.cache, root)
        assert kept.of(files, IndexedMeanings()) is not None
        for change in ({"executable": True}, {"origin": "generated"}):
            (source, outline, key), *others = files
            now = msgspec.structs.replace(source, **change)
            assert kept.of([(now, outline, key), *others], IndexedMeanings()) is None


def test_a_run_with_other_files_takes_nothing(tmp_path: Path) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, FEW)
    commit_all(root)
    index_of(root, cache)
    (root / "shop" / "till.py").write_text("class Base:\n    pass\n\n\nclass Till:\n    pass\n")
    assert index_of(root, cache).repository.links.subclasses == {}
    fresh = index_of(root, tmp_path / "other")
    assert index_of(root, cache).own_imports == fresh.own_imports


def test_an_edit_while_it_runs_is_what_the_next_run_takes(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, FEW)
    commit_all(root)
    with linker(root, cache) as made:
        made.link({}, lambda *_: None)
        (root / "shop" / "__init__.py").write_text("import shop.till\n")
        edited = made.link({}, lambda *_: None).index
    request.getfixturevalue("nothing_anew")
    assert index_of(root, cache).own_imports == edited.own_imports


def test_what_could_not_be_worked_out_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise ValueError("no cycles today")

    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, FEW)
    commit_all(root)
    with monkeypatch.context() as patched:
        patched.setattr(file_ties, "find_cycles", failing)
        assert index_of(root, cache).losses.parts
    assert not index_of(root, cache).losses.parts


def test_ties_by_what_tests_have_run_are_not_left_to_others(tmp_path: Path) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, FEW)
    commit_all(root)
    measured = CoverageData(str(tmp_path / "coverage"))
    measured.set_context("tests/test_till.py::test_pay|run")
    measured.add_lines({str(root / "shop" / "till.py"): [2]})
    measured.write()
    made = Linker(Settings(root=root, cache_dir=cache, coverage=tmp_path / "coverage"))
    made.link({}, lambda *_: None)
    made.close()
    assert Cached.LINKS not in {each.kind for each in usage(cache).shares}
