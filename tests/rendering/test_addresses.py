"""Addresses as one page writes them."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.rendering.addresses import quote_anchor, relative


@pytest.mark.parametrize(
    ("start", "target", "way"),
    [
        ("repo/a.py_docs/", "repo/b.py_docs/", "../b.py_docs/"),
        ("repo/a.py_docs/", "repo/a.py_docs/", "./"),
        ("repo/a.py_docs/", "repo/", "../"),
        ("repo/a.py_docs/", "", "../../"),
        ("repo/a.py_docs/", "./", "../../"),
        ("", "repo/", "repo/"),
        ("", "", "./"),
        ("repo/a.html", "repo/b.html", "b.html"),
        ("repo/a.html", "repo/x/b.html", "x/b.html"),
        ("repo/x/y/a.html", "repo/x/b.html", "../b.html"),
        ("repo/x/", "repo/x/y:z/", "./y:z/"),
        ("a/b/", "a/", "../"),
        ("a/", "a/b/c", "b/c"),
    ],
)
def test_relative_addresses(start: str, target: str, way: str) -> None:
    assert relative(start, target) == way


def test_anchors_are_encoded_for_attributes_without_quotes() -> None:
    assert quote_anchor("a b\"'<>=`ä#%") == "a%20b%22%27%3C%3E%3D%60%C3%A4%23%25"
    assert quote_anchor("pkg.mod.Class.method") == "pkg.mod.Class.method"
