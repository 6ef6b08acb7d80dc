"""Builds after edits: what they take from the build before never differs from a build anew."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from support.edits import mutate
from support.repositories import copy_example, write_files

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    Links,
    Repository,
)
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.settings import Settings

EDITS = 4


def facts(repository: Repository) -> dict[str, object]:
    """Return all that linking has found, in a form that can be compared."""
    links = repository.links
    found: dict[str, object] = {
        field.name: getattr(links, field.name) for field in fields(Links) if field.name != "uses"
    }
    found["files"] = repository.files
    found["folders"] = repository.folders
    found["used by"] = {
        (path, position): links.uses.of(SymbolRef(path, position))
        for path, file in repository.files.items()
        for position in range(-1, len(file.outline.symbols))
    }
    return found


def differences(edited: Mapping[str, object], anew: Mapping[str, object]) -> list[str]:
    """Return the names of the facts that differ, to keep failures short."""
    return [name for name, fact in anew.items() if edited[name] != fact]


def test_a_build_after_random_edits_equals_a_build_anew(tmp_path: Path, edit_seed: int) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    root = tmp_path / "repository"
    modules = copy_example(root)
    builder = Builder(Settings(root=root, cache_dir=tmp_path / "kept", jobs=1))
    builder.build({}, lambda *_: None)
    for _ in range(EDITS):
        module = dice.choice(modules)
        module.write_text(mutate(module.read_text(), dice))
        edited = builder.build({}, lambda *_: None).repository
        fresh = Builder(Settings(root=root, cache_dir=tmp_path / "anew", jobs=1))
        anew = fresh.build({}, lambda *_: None).repository
        fresh.close()
        assert not differences(facts(edited), facts(anew)), module
    builder.close()


def test_each_of_several_runs_after_random_edits_equals_one_anew(
    tmp_path: Path, edit_seed: int
) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    root = tmp_path / "repository"
    modules = copy_example(root)

    def run(cache: str) -> Mapping[str, object]:
        builder = Builder(Settings(root=root, cache_dir=tmp_path / cache, jobs=1))
        found = facts(builder.build({}, lambda *_: None).repository)
        builder.close()
        return found

    run("kept")
    for number in range(EDITS):
        module = dice.choice(modules)
        module.write_text(mutate(module.read_text(), dice))
        assert not differences(run("kept"), run(f"anew {number}")), module


def test_a_file_that_comes_and_goes_is_linked_and_forgotten(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (root / "use.py").write_text("import made\n\nmade.run()\n")
    (root / "other.py").write_text("x = 1\n")
    builder = Builder(Settings(root=root, cache_dir=tmp_path / "cache", jobs=1))

    def target() -> str:
        return builder.build({}, lambda *_: None).repository.links.imports["use.py"][0].path

    assert not target()
    made = root / "made.py"
    made.write_text("def run(): ...\n")
    assert target() == "made.py"
    made.unlink()
    assert not target()
    builder.close()


def test_members_that_move_in_a_base_class_are_still_the_overridden_ones(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    base = "class Base:\n    def run(self): ...\n"
    (root / "base.py").write_text(base)
    (root / "middle.py").write_text("from base import Base\n\n\nclass Middle(Base): ...\n")
    leaf = "from middle import Middle\n\n\nclass Leaf(Middle):\n    def run(self): ...\n"
    (root / "leaf.py").write_text(leaf)
    builder = Builder(Settings(root=root, cache_dir=tmp_path / "cache", jobs=1))

    def overridden() -> str:
        repository = builder.build({}, lambda *_: None).repository
        return repository.symbol(repository.links.overrides[SymbolRef("leaf.py", 1)]).name

    assert overridden() == "Base.run"
    (root / "base.py").write_text(base.replace("    def run", "    early = 1\n\n    def run"))
    assert overridden() == "Base.run"
    builder.close()


CRATE = {
    "Cargo.toml": '[package]\nname = "sea"\n',
    "src/lib.rs": "mod tide;\nmod ship;\npub use tide::Level;\n",
    "src/tide.rs": "pub struct Level;\nimpl Level { pub fn new() -> Self { Level } }\n",
    "src/main.rs": "fn main() { sea::Level::new(); }\n",
    "src/ship.rs": "use crate::Level;\nfn sail() { Level::new().rise(); }\n",
}
CRATE_EDITS = (
    ("src/tide.rs", "pub struct Level;", "pub struct First;\npub struct Level;"),
    ("src/tide.rs", "impl Level {", "impl Level { pub fn rise(&self) {}"),
    ("src/lib.rs", "pub use tide::Level;", "pub use tide::First as Level;"),
    ("src/lib.rs", "mod tide;", "mod tide { pub struct First; impl First { pub fn new() {} } }"),
    ("Cargo.toml", "sea", "lake"),
)


def test_each_edit_of_a_crate_links_what_a_build_anew_does(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    for path, text in CRATE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    builder = Builder(Settings(root=root, cache_dir=tmp_path / "kept", jobs=1))
    builder.build({}, lambda *_: None)
    seen = []
    for path, old, new in CRATE_EDITS:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new))
        site = builder.build({}, lambda *_: None)
        edited = facts(site.repository)
        fresh = Builder(Settings(root=root, cache_dir=tmp_path / "anew", jobs=1))
        site_anew = fresh.build({}, lambda *_: None)
        anew = facts(site_anew.repository)
        assert not differences(edited, anew), path
        assert dict(site.data_files()) == dict(site_anew.data_files()), path
        fresh.close()
        seen.append(edited["used by"])
    builder.close()
    assert all(one != other for one, other in itertools.pairwise(seen))


def test_a_notebook_follows_what_its_imports_mean_now(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    cell = '{"cell_type": "code", "metadata": {}, "outputs": [], "source": "from tide import High"}'
    write_files(
        root,
        {
            "tide/__init__.py": "from tide.water import High\n",
            "tide/water.py": "from tide.deep import High\n",
            "tide/deep.py": "class High: ...\n",
            "look.ipynb": f'{{"cells": [{cell}], "metadata": {{}}, "nbformat": 4}}',
        },
    )
    builder = Builder(Settings(root=root, cache_dir=tmp_path / "kept", jobs=1))
    try:
        before = builder.build({}, lambda *_: None).repository.links.imports["look.ipynb"]
        assert before[0].symbol == SymbolRef("tide/deep.py", 0)
        (root / "tide/water.py").write_text("X = 1\n")
        after = builder.build({}, lambda *_: None).repository.links.imports["look.ipynb"]
        assert after[0].symbol is None
    finally:
        builder.close()
