"""How names are followed from file to file: re-exports, stars, branches, members."""

from __future__ import annotations

import pytest
from support.linked import confidences, link_files, links

from mkdocs_repodoc import linking

DEF = "def run(): ...\n"


def test_reexport_is_followed_to_the_definition() -> None:
    files = {
        "pkg/__init__.py": "from .api import run as go\n",
        "pkg/api.py": "from ._impl import run\n",
        "pkg/_impl.py": DEF,
    }
    assert links("from pkg import go\ngo()\n", "go", files) == [
        (1, "pkg._impl.run"),
        (2, "pkg._impl.run"),
    ]
    assert confidences("import pkg\npkg.go()\n", "go", files) == ["exact"]


def test_star_import_takes_what_all_lists_or_what_is_public() -> None:
    files = {
        "listed.py": "__all__ = ['_a']\ndef _a(): ...\ndef b(): ...\n",
        "open.py": "def _c(): ...\ndef d(): ...\n",
    }
    source = "from listed import *\nfrom open import *\n_a, b, _c, d\n"
    assert links(source, "_a", files) == [(3, "listed._a")]
    assert links(source, "b", files) == []
    assert links(source, "_c", files) == []
    assert links(source, "d", files) == [(3, "open.d")]


def test_star_import_is_followed_through_a_package() -> None:
    files = {
        "pkg/__init__.py": "from .a import *\nfrom .b import *\n",
        "pkg/a.py": "def run(): ...\ndef only(): ...\n",
        "pkg/b.py": DEF,
    }
    assert links("import pkg\npkg.run\n", "run", files) == [(2, "pkg.b.run")]
    assert links("import pkg\npkg.only\n", "only", files) == [(2, "pkg.a.only")]


def test_own_name_hides_a_star_import() -> None:
    assert links("from a import *\ndef run(): ...\nrun()\n", "run", {"a.py": DEF}) == [
        (3, "app.run")
    ]


def test_modules_that_reexport_each_other_end_in_no_link() -> None:
    files = {
        "a.py": "from b import run\nfrom b import *\n",
        "b.py": "from a import run\nfrom a import *\n",
    }
    assert links("from a import run, other\nrun, other\n", "run", files) == []
    assert links("from a import run, other\nrun, other\n", "other", files) == []


def test_both_branches_of_a_condition_lead_to_the_same_or_are_inferred() -> None:
    source = """
        try:
            from fast import run
        except ImportError:
            from slow import run
        def f(): run()
    """
    files = {"fast.py": DEF, "slow.py": DEF}
    assert (5, "fast.run") in links(source, "run", files)
    assert confidences(source, "run", files)[-1] == "inferred"


def test_fallback_to_none_does_not_hide_an_import() -> None:
    source = "try:\n    from a import run\nexcept ImportError:\n    run = None\ndef f(): run()\n"
    assert (5, "a.run") in links(source, "run", {"a.py": DEF})


def test_fallback_definition_is_preferred_to_an_import_from_outside() -> None:
    source = """
        try:
            from fast import run
        except ImportError:
            def run(): ...
        def f(): run()
    """
    assert links(source, "run") == [(5, "app.run")]


def test_type_checking_and_function_level_imports_are_linked() -> None:
    source = """
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from a import Item
        def f(x: "Item"):
            from a import run
            x.cost(), run()
        run()
    """
    files = {"a.py": "class Item:\n    def cost(self): ...\ndef run(): ...\n"}
    assert links(source, "cost", files) == [(6, "a.Item.cost")]
    assert [line for line, _ in links(source, "run", files)] == [5, 6]


def test_overload_leads_to_the_implementation() -> None:
    source = """
        from typing import overload
        @overload
        def run(x: int) -> int: ...
        @overload
        def run(x: str) -> str: ...
        def run(x): return x
    """
    linked = link_files({"a.py": source, "app.py": "from a import run\n"})
    (use,) = [r for r in linked.references("app.py") if linked.text("app.py", r) == "run"]
    assert linked.repository.symbol(use.symbol).line == 6


def test_property_leads_to_its_getter() -> None:
    source = """
        class Shop:
            @property
            def item(self): ...
            @item.setter
            def item(self, value): ...
            def run(self):
                self.item
    """
    linked = link_files({"app.py": source})
    use = [r for r in linked.references("app.py") if linked.text("app.py", r) == "item"][-1]
    assert linked.repository.symbol(use.symbol).name_line == 3


def test_members_are_inherited_across_modules_in_method_resolution_order() -> None:
    files = {
        "a.py": "class A:\n    def run(self): ...\n    def only(self): ...\n",
        "b.py": "from a import A\nclass B(A):\n    def run(self): ...\n",
        "c.py": "import a\nclass C(a.A):\n    def only(self): ...\n",
    }
    source = """
        from b import B
        from c import C
        class D(B, C):
            def go(self):
                self.run(), self.only(), super().only()
    """
    assert links(source, "run", files) == [(5, "b.B.run")]
    assert links(source, "only", files) == [(5, "c.C.only"), (5, "c.C.only")]
    assert confidences(source, "run", files) == ["exact"]


def test_member_behind_an_unknown_base_is_inferred_and_in_front_of_it_exact() -> None:
    files = {"a.py": "class A:\n    def run(self): ...\n"}
    source = (
        "from a import A\nfrom else_where import X\nclass B({}):\n    def f(self): self.run()\n"
    )
    assert confidences(source.format("X, A"), "run", files) == ["inferred"]
    assert confidences(source.format("A, X"), "run", files) == ["exact"]


def test_classes_that_inherit_from_themselves_are_survived() -> None:
    source = """
        class A(B):
            def f(self): self.gone()
        class B(A): ...
        class C(C): ...
        class D(A, B, A): ...
    """
    assert links(source, "gone") == []


def test_subclass_of_the_same_name_inherits_from_the_imported_one() -> None:
    files = {"a.py": "class Item:\n    def run(self): ...\n"}
    source = "from a import Item\nclass Item(Item):\n    def f(self): self.run()\n"
    assert links(source, "run", files) == [(3, "a.Item.run")]


def test_generic_base_and_alias_of_a_class() -> None:
    files = {"a.py": "class Box:\n    def run(self): ...\nAlias = Box\n"}
    source = """
        import a
        class Mine(a.Box[int]):
            def f(self): self.run()
        class Other(a.Alias):
            def f(self): self.run()
        def g(x: a.Alias): x.run()
    """
    assert [line for line, _ in links(source, "run", files)] == [3, 5, 6]


def test_instance_at_module_level_is_known_elsewhere() -> None:
    files = {"a.py": "class Shop:\n    def run(self): ...\nshop = Shop()\n"}
    source = "from a import shop\nimport a\nshop.run()\na.shop.run()\n"
    assert links(source, "run", files) == [(3, "a.Shop.run"), (4, "a.Shop.run")]
    assert confidences(source, "shop", files) == ["exact"] * 3
    assert confidences(source, "run", files) == ["inferred"] * 2


def test_same_bare_name_elsewhere_is_never_a_link() -> None:
    files = {"a.py": DEF, "b.py": "class B:\n    def run(self): ...\n"}
    assert links("def f(x):\n    run()\n    x.run()\n    y.run()\n", "run", files) == []


def test_decorated_generators_are_not_what_their_annotation_says() -> None:
    source = """
        from contextlib import contextmanager
        class Item:
            def cost(self): ...
        @contextmanager
        def item() -> Item: ...
        item().cost()
    """
    assert links(source, "cost") == []


@pytest.mark.parametrize(
    ("scope", "name", "target"),
    [
        ("", "Shop", "pkg.app.Shop"),
        ("", "Shop.run", "pkg.app.Shop.run"),
        ("Shop", "run", "pkg.app.Shop.run"),
        ("Shop.run", "inner", "pkg.app.Shop.run.inner"),
        ("", "Item", "pkg.Item"),
        ("", "~pkg.app.Shop.run()", "pkg.app.Shop.run"),
        ("", "pkg.Item.cost", "pkg.Item.cost"),
        ("", "pkg.app", "pkg.app"),
        ("", "run", None),
        ("", "no name", None),
        ("", "", None),
        ("", "int", None),
    ],
)
def test_look_up(scope: str, name: str, target: str | None) -> None:
    linked = link_files(
        {
            "pkg/__init__.py": "class Item:\n    def cost(self): ...\n",
            "pkg/app.py": """
                from . import Item
                class Shop:
                    def run(self):
                        def inner(): ...
            """,
        }
    )
    position = linked.symbol("pkg/app.py", scope).position if scope else -1
    found = linking.look_up(linked.index, "pkg/app.py", position, name)
    assert (linked.repository.qualified_name(found) if found else None) == target


def test_descriptor_is_not_what_an_instance_has() -> None:
    source = """
        class Field:
            def __get__(self, instance, owner): ...
            def name(self): ...
        class Plain:
            def name(self): ...
        class Shop:
            field = Field()
            plain = Plain()
            def run(self):
                self.field.name, self.plain.name
        Shop.field.name
    """
    assert links(source, "name") == [(10, "app.Plain.name"), (11, "app.Field.name")]


def test_nothing_is_looked_up_in_a_language_without_names() -> None:
    linked = link_files({"a.py": "def pay(): ...\n", "b.lua": "function pay() end\n"})
    assert linking.look_up(linked.index, "b.lua", -1, "pay") is None
