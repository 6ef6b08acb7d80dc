"""Import cycles, order, ranks, importers, tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.linked import link_files

from mkdocs_repodoc.linking.file_links.graph import components, ranks, shortest_cycle
from mkdocs_repodoc.model.file_links import (
    Cycle,
    Importer,
)


def test_cycle_names_its_files_in_order_and_the_lines_that_close_it() -> None:
    linked = link_files(
        {
            "c.py": "import a\n",
            "a.py": "'''A.'''\nimport b\n",
            "b.py": "import os\n\nfrom c import x\n",
            "d.py": "import a\n",
        }
    )
    assert linked.repository.links.cycles == (Cycle(("a.py", "b.py", "c.py"), (2, 3, 1)),)


def test_lazy_and_type_checking_imports_close_no_cycle() -> None:
    linked = link_files(
        {
            "a.py": "import b\nimport c\n",
            "b.py": "def f():\n    import a\n",
            "c.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a\n",
        }
    )
    assert linked.repository.links.cycles == ()


def test_a_package_and_its_own_modules_close_no_cycle() -> None:
    files = {"p/__init__.py": "from .a import x\n", "p/a.py": "from . import b\n"}
    files["p/b.py"] = "from p import x\n"
    assert link_files(files).repository.links.cycles == ()
    files["p/b.py"] = "from p.a import x\n"
    assert link_files(files).repository.links.cycles == (Cycle(("p/a.py", "p/b.py"), (1, 1)),)


def test_modules_of_a_tree_and_their_parents_close_no_cycle() -> None:
    files = {
        "src/lib.rs": "mod a;\npub struct Top;\n",
        "src/a.rs": "mod b;\nuse crate::Top;\npub struct A;\n",
        "src/a/b.rs": "use super::A;\n",
    }
    assert link_files(files).repository.links.cycles == ()


def test_cycles_of_fixtures_are_nobodys_fault() -> None:
    files = {"tests/data/one.py": "import two\n", "tests/data/two.py": "import one\n"}
    assert link_files(files).repository.links.cycles == ()


def test_imports_of_types_close_no_cycle_in_typescript() -> None:
    files = {
        "src/a.ts": "import { b } from './b'\nexport type A = string\n",
        "src/b.ts": "import type { A } from './a'\nexport const b = 1\n",
    }
    assert link_files(files).repository.links.cycles == ()
    files["src/b.ts"] = "import { type A } from './a'\nexport const b = 1\n"
    assert link_files(files).repository.links.cycles == ()
    files["src/b.ts"] = "import { A } from './a'\nexport const b = 1\n"
    assert len(link_files(files).repository.links.cycles) == 1


def test_order_puts_dependencies_first() -> None:
    linked = link_files({"a.py": "import b\n", "b.py": "import c\n", "c.py": "", "notes.txt": "x"})
    assert linked.repository.links.order == ("c.py", "b.py", "a.py", "notes.txt")


def test_rank_counts_indirect_dependants_and_sums_to_one() -> None:
    linked = link_files(
        {
            "base.py": "",
            "middle.py": "import base\n",
            "x.py": "import middle\n",
            "y.py": "import middle\n",
            "w.py": "import middle\n",
            "aside.py": "",
            "z.py": "import aside\n",
        }
    )
    found = linked.repository.links.ranks
    assert abs(sum(found.values()) - 1) < 1e-9
    ordered = sorted(found, key=lambda path: -found[path])
    # Three files import the middle one; only one imports the base, but those stand behind it.
    assert ordered[:3] == ["middle.py", "base.py", "aside.py"]


def test_user_of_a_reexported_name_depends_on_its_definition() -> None:
    linked = link_files(
        {
            "p/__init__.py": "from .impl import run\n",
            "p/impl.py": "def run(): ...\n",
            "p/idle.py": "def walk(): ...\n",
            "u1.py": "import p\np.run()\n",
            "u2.py": "from p import run\n",
        }
    )
    found = linked.repository.links.ranks
    assert found["p/impl.py"] > found["p/__init__.py"] > found["p/idle.py"]


def test_imported_by_names_each_line() -> None:
    linked = link_files({"a.py": "", "b.py": "import a\nimport a as again\n", "c.py": "import a\n"})
    assert linked.repository.links.imported_by == {
        "a.py": (Importer("b.py", 1), Importer("b.py", 2), Importer("c.py", 1))
    }


def test_components_are_found_without_recursion() -> None:
    paths = [f"{number:05}" for number in range(5000)]
    graph = {path: (following,) for path, following in pairwise(paths)}
    assert [component[0] for component in components(graph, paths)] == paths[::-1]
    graph[paths[-1]] = (paths[0],)
    assert components(graph, paths) == [paths]
    assert shortest_cycle(graph, paths[3], set(paths))[0] == paths[3]


def test_what_two_paths_lead_to_is_in_no_component_of_theirs() -> None:
    assert components({"a": ["b", "c"], "c": ["b"]}, "abc") == [["b"], ["c"], ["a"]]


def test_ranks_of_nothing() -> None:
    assert ranks({}, []) == {}


def test_each_file_gives_its_rank_to_what_it_depends_on_and_the_last_one_to_all() -> None:
    found = ranks({"a": ["c"], "b": ["c", "d"], "c": ["d"]}, "abcd")
    share = (0.5 + 0.5 * found["d"]) / 4
    assert found == pytest.approx(
        {
            "a": share,
            "b": share,
            "c": share + 0.5 * (found["a"] + found["b"] / 2),
            "d": share + 0.5 * (found["b"] / 2 + found["c"]),
        }
    )
    assert sum(found.values()) == pytest.approx(1)


TESTED = {
    "pkg/__init__.py": "from .shop import Shop\n",
    "pkg/shop.py": "from .item import Item\nclass Shop:\n    def sell(self) -> Item: ...\n",
    "pkg/item.py": "class Item:\n    def cost(self): ...\n",
    "pkg/idle.py": "def f(): ...\n",
    "tests/conftest.py": "from pkg import Shop\n",
    "tests/helper.py": "def prepare(): ...\n",
    "tests/test_shop.py": """
        from pkg import Shop
        from helper import prepare
        def test_sell():
            prepare()
            assert Shop().sell().cost()
        """,
    "tests/test_item.py": "from pkg.item import Item\ndef test_cost(): Item().cost()\n",
}


def test_tests_are_mapped_to_what_they_refer_to_the_closest_first() -> None:
    links = link_files(TESTED).repository.links
    assert links.tests_of == {
        "pkg/item.py": ("tests/test_item.py", "tests/test_shop.py"),
        "pkg/shop.py": ("tests/test_shop.py",),
    }
    assert links.tested_by == {
        "tests/test_item.py": ("pkg/item.py",),
        "tests/test_shop.py": ("pkg/shop.py", "pkg/item.py"),
    }


def test_files_of_one_package_need_each_other_without_imports() -> None:
    go = {
        "go.mod": "module example.com/m\n",
        "a.go": "package m\n\nfunc Run() {\n\tHelp()\n}\n",
        "b.go": "package m\n\nfunc Help() {}\n",
    }
    java = {
        "src/p/A.java": "package p;\nclass A {\n    B b;\n}\n",
        "src/p/B.java": "package p;\nclass B {\n}\n",
    }
    for files, (one, other), line in ((go, ("a.go", "b.go"), 4), (java, sorted(java), 3)):
        links = link_files(files).repository.links
        assert links.implicit_imports == {one: {other: line}}
        assert links.implicit_importers == {other: (Importer(one, line),)}
        assert links.order.index(other) < links.order.index(one)
        assert not links.imported_by


def test_what_is_imported_is_not_implied_and_other_packages_have_to_be() -> None:
    files = {
        "src/p/A.java": "package p;\nimport p.B;\nimport q.C;\nclass A {\n    B b;\n    C c;\n}\n",
        "src/p/B.java": "package p;\npublic class B {\n}\n",
        "src/q/C.java": "package q;\npublic class C {\n}\n",
    }
    links = link_files(files).repository.links
    assert links.implicit_imports == {}
    assert links.imported_by["src/p/B.java"] == (Importer("src/p/A.java", 2),)


def test_python_has_to_import_what_lies_in_the_same_folder() -> None:
    files = {
        "a.py": "from b import make\nmake().run()\n",
        "b.py": "from c import C\ndef make() -> C: ...\n",
        "c.py": "class C:\n    def run(self) -> None: ...\n",
    }
    assert link_files(files).repository.links.implicit_imports == {}
