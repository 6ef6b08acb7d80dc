"""Builds after edits: a site that follows them is the one that a build from nothing makes."""

from __future__ import annotations

import random
import re
from pathlib import Path

from support.edits import change
from support.repositories import commit_all, copy_example, write_files
from support.static_sites import build_static

from mkdocs_repodoc.pipeline.writing.file_list import LIST

EDITS = 2
_PART = re.compile(r"/data/(?:source/)?[a-z]\d+\.js$")
"""Parts of the palette's index and of the index of the source."""
HELPER = '\n\ndef helper_of_all() -> int:\n    """Return a number of no account."""\n    return 1\n'


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def test_a_site_after_random_edits_is_the_one_from_nothing(tmp_path: Path, edit_seed: int) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    root, site = tmp_path / "repository", tmp_path / "site"
    modules = copy_example(root)
    build_static(root, site, cache_dir=str(tmp_path / "kept"))
    for number in range(EDITS):
        change(modules, dice)
        if dice.randrange(2):
            commit_all(root, "Change")
        build_static(root, site, cache_dir=str(tmp_path / "kept"))
        anew = tmp_path / f"anew {number}"
        build_static(root, anew, cache_dir=str(tmp_path / f"nothing {number}"))
        assert files(site) == files(anew)


def test_a_function_more_leaves_parts_of_the_indexes_as_they_are(tmp_path: Path) -> None:
    root, site = tmp_path / "repository", tmp_path / "site"
    module = copy_example(root)[0]
    build_static(root, site)
    before = files(site)
    write_files(root, {str(module.relative_to(root)): module.read_text() + HELPER})
    build_static(root, site)
    after = files(site)
    parts = {path for path in after if _PART.search(path)}
    changed = {path for path in parts if after[path] != before.get(path)}
    assert any(b"helper_of_all" in after[path] for path in changed)
    assert changed < parts
