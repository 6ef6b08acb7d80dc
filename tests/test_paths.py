from __future__ import annotations

import pytest

from mkdocs_repodoc.paths import (
    ancestors,
    common_folder,
    folder_of,
    is_text,
    name_of,
    prefix_of,
    readable,
    shared_parts,
)


def test_folder_and_name_of_what_lies_in_the_root() -> None:
    assert (folder_of("a.py"), name_of("a.py"), prefix_of("")) == ("", "a.py", "")
    assert (folder_of("a/b.py"), name_of("a/b.py"), prefix_of("a/b")) == ("a", "b.py", "a/b/")


def test_ancestors_end_with_the_root() -> None:
    assert list(ancestors("a/b/c.py")) == ["a/b", "a", ""]
    assert list(ancestors("c.py")) == [""]
    assert list(ancestors("")) == []


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        (["a/b/c.py"], "a/b"),
        (["a/b/c.py", "a/b.py"], "a"),
        (["a/b/c.py", "a/bc/d.py"], "a"),
        (["c.py", "a/b.py"], ""),
    ],
)
def test_common_folder_is_the_innermost(paths: list[str], folder: str) -> None:
    assert common_folder(paths) == folder


def test_two_paths_in_the_root_share_nothing() -> None:
    assert shared_parts("", "") == 0
    assert shared_parts("a/b", "a/b/c") == 2


def test_bytes_that_are_no_text_are_replaced() -> None:
    path = b"a\xff.py".decode("utf-8", "surrogateescape")
    assert not is_text(path)
    assert readable(path) == "a\N{REPLACEMENT CHARACTER}.py"
    assert is_text("\N{GREEK SMALL LETTER ALPHA}.py")
