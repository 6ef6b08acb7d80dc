"""Names that stand for a folder."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.symbols.telling_names import telling_names
from mkdocs_repodoc.model.repository import CODE_ROLES


def told(files: dict[str, str], folder: str) -> list[str]:
    repository = link_files(files).repository
    found = telling_names(repository, CODE_ROLES).get(folder, ())
    return [repository.symbol(ref).name for ref in found]


def test_what_a_program_shares_within_itself_is_told_before_what_one_file_uses() -> None:
    files = {
        "Cargo.toml": "[package]\nname = 'mill'\n",
        "src/main.rs": "mod stone;\nmod grind;\nmod sift;\nmod pack;\nmod weigh;\nfn main() {}\n",
        "src/stone.rs": "pub(crate) struct Stone;\nstruct Own;\npub struct Bench;\n",
    }
    for name in ("grind", "sift", "pack", "weigh"):
        files[f"src/{name}.rs"] = (
            f"use crate::stone::Stone;\npub(crate) fn {name}() -> Stone {{ Stone }}\n"
        )
    assert told(files, "src") == ["Stone"]


def test_names_that_begin_with_an_underscore_are_nobodys_to_use() -> None:
    files = {"mill/parts.py": "def _turn():\n    pass\n\ndef grind():\n    pass\n"}
    for name in ("a", "b", "c"):
        files[f"mill/{name}.py"] = "from mill.parts import _turn, grind\n_turn()\ngrind()\n"
    assert told(files, "mill") == ["grind"]
