"""Bases, subclasses, overrides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from support.linked import link_files

from mkdocs_repodoc.linking.symbol_links.inheritance import Inheritance, find_inheritance

FILES = {
    "a.py": """
        class Base:
            def run(self): ...
            def __secret(self): ...
            limit = 1
        """,
    "b.py": """
        import a
        class Middle(a.Base, Unknown): ...
        class Leaf(Middle):
            limit = 2
            def run(self): ...
            def __secret(self): ...
            def other(self): ...
        """,
}


def test_bases_and_subclasses() -> None:
    linked = link_files(FILES)
    base, middle = linked.symbol("a.py", "Base"), linked.symbol("b.py", "Middle")
    leaf = linked.symbol("b.py", "Leaf")
    assert linked.repository.links.bases == {middle: (base,), leaf: (middle,)}
    assert linked.repository.links.subclasses == {base: (middle,), middle: (leaf,)}


def test_overrides_skip_classes_without_the_member_and_private_names() -> None:
    linked = link_files(FILES)
    overrides = linked.repository.links.overrides
    assert overrides == {
        linked.symbol("b.py", "Leaf.limit"): linked.symbol("a.py", "Base.limit"),
        linked.symbol("b.py", "Leaf.run"): linked.symbol("a.py", "Base.run"),
    }
    assert linked.repository.links.overridden_by[linked.symbol("a.py", "Base.run")] == (
        linked.symbol("b.py", "Leaf.run"),
    )


@pytest.mark.parametrize(
    ("said", "bases"),
    [
        ({"Free": ["Base"]}, ["Base"]),
        ({"Free": ["Base", "Middle"]}, ["Middle"]),
        ({"Free": ["Base", "Leaf"]}, ["Leaf"]),
        ({"Free": ["Far", "Near"], "Near": ["Between"], "Between": ["Far"]}, ["Near"]),
        ({"Free": ["Near", "Far"], "Near": ["Far"], "Far": ["Near"]}, []),
        ({"Leaf": ["Base"]}, ["Middle"]),
        ({"Leaf": ["Near"]}, ["Middle", "Near"]),
    ],
)
def test_what_an_index_says_is_no_base_where_one_is_between(
    said: Mapping[str, Sequence[str]], bases: Sequence[str]
) -> None:
    """An index names all that a type inherits from, near and far, in any order."""
    alone = ("Base", "Far", "Between", "Near", "Free")
    text = "".join(f"class {name}: ...\n" for name in alone)
    linked = link_files({"a.py": f"{text}class Middle(Base): ...\nclass Leaf(Middle): ...\n"})
    symbols = {one: linked.symbol("a.py", one) for one in (*alone, "Middle", "Leaf")}
    outlines = [(file.source, file.outline) for file in linked.repository.files.values()]
    indexed = {symbols[this]: [symbols[each] for each in above] for this, above in said.items()}
    found = find_inheritance(linked.index.names, outlines, indexed=indexed)
    this = symbols[next(iter(said))]
    assert found.bases.get(this, ()) == tuple(symbols[each] for each in bases)


def test_of_a_file_that_was_not_known_before_an_edit_all_is_found_anew() -> None:
    linked = link_files({"a.py": "class Base: ...\nclass Till(Base): ...\n"})
    files = [(each.source, each.outline) for each in linked.repository.files.values()]
    found = find_inheritance(linked.index.names, files, Inheritance(), unchanged={"a.py"})
    assert found.bases == {linked.symbol("a.py", "Till"): (linked.symbol("a.py", "Base"),)}
