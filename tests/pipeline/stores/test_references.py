"""References of many files, with and without processes."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.cache import code_digest
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.linking import ResolvedFile, resolve_file
from mkdocs_repodoc.linking.references.indexed_meanings import IndexedReferences
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.stores import resolving_work
from mkdocs_repodoc.pipeline.stores.record_store import Progress
from mkdocs_repodoc.pipeline.stores.reference_store import ReferenceStore
from mkdocs_repodoc.settings import Settings

MANY = 70
"""More files than are resolved in line where processes can be forked."""


@contextmanager
def another_thread() -> Iterator[None]:
    """Have a second thread, as a preview has: the process must not be forked then."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def uses(builder: Builder) -> dict[tuple[str, str], int]:
    repository = builder.build({}, lambda *_: None).repository
    return {
        (path, symbol.name): repository.links.uses.count(SymbolRef(path, position))
        for path, file in repository.files.items()
        for position, symbol in enumerate(file.outline.symbols)
    }


def test_a_name_that_many_files_may_mean_is_resolved_anew_without_forking(tmp_path: Path) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    files = {
        f"m{i}.py": f"from base import f\n\n\ndef g{i}():\n    return f()\n" for i in range(MANY)
    }
    write_files(root, {"base.py": "def f():\n    return 1\n", **files})
    commit_all(root)
    builder = Builder(Settings(root=root, cache_dir=cache, jobs=2))
    assert uses(builder)["base.py", "f"] == 2 * MANY
    (root / "base.py").write_text("def f():\n    return 1\n\n\nadded = 1\n")
    with another_thread():
        found = uses(builder)
    builder.close()
    assert found["base.py", "f"] == 2 * MANY
    assert found["base.py", "added"] == 0


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the files that are resolved, in any process."""
    paths: list[str] = []
    resolve = ReferenceStore._resolve_anew

    def noted(
        store: ReferenceStore, shared: Any, missing: Mapping[str, str], progress: Progress
    ) -> Iterator[ResolvedFile]:
        paths.extend(missing)
        return resolve(store, shared, missing, progress)

    monkeypatch.setattr(ReferenceStore, "_resolve_anew", noted)
    return paths


def run(root: Path, cache: Path) -> dict[tuple[str, str], int]:
    """Return the uses of all symbols, as a run of its own finds them."""
    builder = Builder(Settings(root=root, cache_dir=cache, jobs=1))
    found = uses(builder)
    builder.close()
    return found


def test_a_run_after_an_edit_resolves_what_mentions_a_changed_name(
    tmp_path: Path, resolved: list[str]
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    files = {
        "base.py": "def grind():\n    return 1\n",
        "uses.py": "from base import grind\n\ngrind()\n",
        "asks.py": "import base\n\nbase.sift()\n",
        "other.py": "def turn():\n    return turn\n",
    }
    write_files(root, files)
    run(root, cache)
    edits = [
        ("def sift():\n    return 2\n\n\n" + files["base.py"], ["asks.py", "base.py"]),
        (files["base.py"], []),  # all of it is kept under the names of then
        ("def grinds():\n    return 1\n", ["asks.py", "base.py", "uses.py"]),
        ("def grinds(corn):\n    return 1\n", ["base.py"]),
        ("turns = 1\n\n\ndef grinds(corn):\n    return 1\n", ["base.py"]),
    ]
    for text, expected in edits:
        resolved.clear()
        write_files(root, {"base.py": text})
        found = run(root, cache)
        assert sorted(resolved) == expected, text
        assert found == run(root, tmp_path / f"anew {text!r:.20}"), text
        resolved.clear()
        assert found == run(root, cache)
        assert not resolved


def test_a_run_after_an_edit_does_not_need_the_references_of_a_file_that_had_none(
    tmp_path: Path, resolved: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    files = {
        "base.py": "def grind():\n    return 1\n",
        "other.py": "def turn():\n    return turn\n",
        "slow.py": "from base import grind\n\ngrind()\n",
    }
    write_files(root, files)
    put_many = Cache.put_many

    def lose(self: Cache, kind: Cached, items: Iterable[tuple[str, bytes]]) -> None:
        given = list(items)
        put_many(self, kind, given[:-1] if kind == Cached.RESOLVED else given)

    with monkeypatch.context() as patch:
        patch.setattr(Cache, "put_many", lose)
        run(root, cache)
    for text in ("def sift():\n    return 2\n", files["base.py"], "turns = 1\n"):
        write_files(root, {"base.py": text})
        resolved.clear()
        assert run(root, cache) == run(root, tmp_path / f"anew {text!r:.20}"), text


def test_references_of_before_are_asked_for_where_names_tell_what_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    files = {
        "mill.go": "package mill\n\nfunc Grind() int { return 1 }\n",
        "sift.go": "package mill\n\nfunc Sift() int { return Grind() }\n",
        "base.py": "def grind():\n    return 1\n",
        "uses.py": "from base import grind\n\ngrind()\n",
    }
    write_files(root, files)
    run(root, cache)
    asked: list[str] = []
    get_many = Cache.get_many

    def noted(self: Cache, kind: Cached, keys: Iterable[str], decode: Any) -> Any:
        wanted = list(keys)
        if kind == Cached.RESOLVED:
            asked.extend(key.split(":")[1] for key in wanted)
        return get_many(self, kind, wanted, decode)

    monkeypatch.setattr(Cache, "get_many", noted)
    for path, text, expected in (
        ("mill.go", files["mill.go"] + "\nfunc Turn() {}\n", ["mill.go", "sift.go"]),
        ("base.py", files["base.py"] + "\n\nturns = 1\n", ["base.py", "uses.py", "uses.py"]),
    ):
        asked.clear()
        write_files(root, {path: text})
        assert run(root, cache)["mill.go", "Grind"] == 1
        assert sorted(each for each in asked if each.endswith(path[-3:])) == expected
        assert len(asked) == len(set(files)) + (path == "base.py")


def test_a_run_after_a_file_was_added_resolves_all_files(
    tmp_path: Path, resolved: list[str]
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, {"a.py": "import b\n\nb.f()\n", "c.py": "x = 1\n"})
    run(root, cache)
    resolved.clear()
    write_files(root, {"b.py": "def f():\n    return 1\n"})
    assert run(root, cache)["b.py", "f"] == 1
    assert sorted(resolved) == ["a.py", "b.py", "c.py"]


def test_resolved_references_are_not_used_again_after_a_change_of_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = tmp_path / "repository", tmp_path / "cache"
    write_files(root, {"a.py": "def f():\n    return 1\n\n\nf()\n"})
    commit_all(root)
    resolved = tmp_path / "resolved"
    original = resolve_file

    def resolve(
        names: LanguageNames,
        path: str,
        detail: FileDetail,
        indexed: IndexedReferences | None,
    ) -> ResolvedFile:
        with resolved.open("a") as file:  # in another process
            file.write(path)
        return original(names, path, detail, indexed)

    def build_anew() -> None:
        builder = Builder(Settings(root=root, cache_dir=cache, jobs=1))
        builder.build({}, lambda *_: None)
        builder.close()

    monkeypatch.setattr(resolving_work, "resolve_file", resolve)
    build_anew()
    build_anew()
    assert resolved.read_text() == "a.py"
    # As if somebody had worked on how references are resolved.
    package = tmp_path / "mkdocs_repodoc"
    shutil.copytree(code_digest._PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / "linking" / "reference_links.py").open("a") as file:
        file.write("# changed\n")
    monkeypatch.setattr(code_digest, "_PACKAGE", package)
    code_digest.code_digest.cache_clear()
    build_anew()
    code_digest.code_digest.cache_clear()
    assert resolved.read_text() == "a.pya.py"
