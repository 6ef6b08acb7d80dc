"""Bases, subclasses, overrides."""

from __future__ import annotations

from support.linked import link_files

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
