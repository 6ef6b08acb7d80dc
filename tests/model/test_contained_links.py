"""Links in blocks: each is found, whatever block it is in."""

from __future__ import annotations

import json

import msgspec

from mkdocs_repodoc.model.blocks import (
    Column,
    Definition,
    Definitions,
    Diagram,
    Edge,
    Fold,
    Item,
    Items,
    Node,
    Note,
    Paragraph,
    Table,
)
from mkdocs_repodoc.model.contained_links import links_in
from mkdocs_repodoc.model.inline import Code, PageLink, Part


def link(name: str) -> PageLink:
    return PageLink(name, f"repo/{name}_docs.md")


BLOCKS: tuple[Part, ...] = (
    Paragraph((link("a.py"), " is run by ", link("b.py"))),
    Items((Item((link("c.py"),), (Item(("in it: ", link("d.py"))),)), Item((Code("x"),)))),
    Table((Column("File"),), (((link("e.py"),),), ((link("f.py"), link("g.py")),))),
    Diagram(
        "Files", (Node("1", "h.py", link("h.py")), Node("2", "x")), (Edge("1", "2"),), "imports"
    ),
    Fold("More", (Note("info", ("See ", link("i.py"))),)),
    Definitions("Terms", (Definition("t", ("t",), ((link("j.py"),),)),)),
)


def test_links_are_found_at_any_depth_and_in_order() -> None:
    assert [each.text for each in links_in(BLOCKS)] == [f"{name}.py" for name in "abcdefghij"]


def test_no_link_of_an_encoded_block_is_missed() -> None:
    for block in BLOCKS:
        encoded = json.dumps(msgspec.to_builtins(block))
        assert len(list(links_in(block))) == encoded.count('"type": "PageLink"')


def test_text_has_no_links() -> None:
    assert list(links_in(("repo/a.py_docs.md", Code("a.py")))) == []
