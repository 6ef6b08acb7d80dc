"""References of many files, with and without processes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.repositories import commit_all, write_files

from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pipeline.builder import Builder
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
