"""Files of one kind."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.symbols.sibling_files import siblings

STONE = "WIDTH = 1\n\n\ndef turn():\n    return 1\n\n\ndef stop():\n    return 2\n"


def test_files_that_define_the_same_names_are_of_one_kind() -> None:
    files = {f"mill/{name}.py": STONE for name in ("bed", "runner", "emery", "burr", "quartz")}
    linked = link_files({**files, "mill/other.py": "def weigh():\n    return 3\n"})
    found = siblings(linked.repository, [*files, "mill/other.py"])
    assert found is not None
    assert found.files == tuple(files)
    assert found.names == ("WIDTH", "turn", "stop")


def test_a_few_files_are_none() -> None:
    files = {f"mill/{name}.py": STONE for name in ("bed", "runner", "emery")}
    assert siblings(link_files(files).repository, [*files]) is None
