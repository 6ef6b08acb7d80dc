"""Related files, concepts and examples."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.model.file_links import Reason
from mkdocs_repodoc.model.files import GitHistory

FILES = {
    "shop/__init__.py": "",
    "shop/item.py": "class Item:\n    def cost(self, a=0, b=0): ...\n",
    "shop/till.py": "from shop.item import Item\ndef pay():\n    Item().cost()\n",
    "shop/far.py": "def nothing(): ...\n",
    "tests/test_item.py": "from shop.item import Item\ndef test_cost():\n    Item().cost(1)\n",
    "examples/use.py": """
        from shop.item import Item
        Item().cost(
            1,
            b=2,
        )
        Item().cost()
        """,
    "other/a.py": "",
    "other/b.py": "",
}


def test_related_files_are_ranked_with_their_reasons() -> None:
    linked = link_files(
        FILES, GitHistory(co_changes={"shop/item.py": {"shop/far.py": 6, "other/a.py": 1}})
    )
    found = linking.file_links(linked.index, "shop/item.py")
    reasons = {entry.path: entry.reasons for entry in found.related}
    assert reasons["tests/test_item.py"] == (Reason("tests"), Reason("imports"))
    assert reasons["shop/till.py"] == (Reason("imports"), Reason("same folder"))
    assert reasons["shop/far.py"] == (Reason("changed together", 6), Reason("same folder"))
    assert "other/a.py" not in reasons
    assert found.related[0].path == "tests/test_item.py"
    assert list(reasons).index("shop/till.py") < list(reasons).index("shop/far.py")


def test_each_of_ten_importers_is_closer_than_each_of_more() -> None:
    def closest(importers: int) -> str:
        linked = link_files(
            {
                "item.py": "class Item: ...\n",
                "beside/b.py": "",
                **{f"m{number}/a.py": "import item\n" for number in range(importers)},
            },
            GitHistory(co_changes={"item.py": {"beside/b.py": 5}}),
        )
        return linking.file_links(linked.index, "item.py").related[0].path

    assert closest(10) == "m0/a.py"
    assert closest(11) == "beside/b.py"


def test_a_file_that_merely_lies_beside_is_not_related() -> None:
    files = {"a/x.py": "", "a/y.py": "", "b/z.py": ""}
    linked = link_files(files, GitHistory(co_changes={"a/x.py": {"b/z.py": 3}}))
    found = linking.file_links(linked.index, "a/x.py").related
    assert [each.path for each in found] == ["b/z.py"]


def test_a_licence_has_not_changed_because_of_another_file() -> None:
    changes = {"a/x.py": {"LICENSE": 5, "b/z.py": 3}, "LICENSE": {"a/x.py": 5}}
    files = {"a/x.py": "", "b/z.py": "", "LICENSE": "MIT License\n", "c/y.py": ""}
    linked = link_files(files, GitHistory(co_changes=changes))
    assert [each.path for each in linking.file_links(linked.index, "a/x.py").related] == ["b/z.py"]
    beside = {
        why.kind
        for each in linking.file_links(linked.index, "LICENSE").related
        for why in each.reasons
    }
    assert "changed together" not in beside


def test_file_that_nothing_is_tied_to_has_no_related_files() -> None:
    linked = link_files({"a/x.py": "", "b/y.py": ""})
    assert linking.file_links(linked.index, "a/x.py").related == ()


def test_a_file_that_nobody_but_itself_imports_has_no_related_files() -> None:
    linked = link_files({"a/__init__.py": "import a\n", "b/y.py": ""})
    (imported,) = linked.repository.links.imports["a/__init__.py"]
    assert imported.path == "a/__init__.py"
    assert linking.file_links(linked.index, "a/__init__.py").related == ()


def test_examples_come_from_examples_then_tests_then_code_and_prefer_arguments() -> None:
    linked = link_files(FILES)
    found = linking.examples(linked.repository, linked.symbol("shop/item.py", "Item.cost"))
    assert [(e.path, e.line, e.end_line, e.source, e.arguments) for e in found] == [
        ("examples/use.py", 2, 5, "example", 2),
        ("examples/use.py", 6, 6, "example", 0),
        ("tests/test_item.py", 3, 3, "test", 1),
        ("shop/till.py", 3, 3, "code", 0),
    ]
    assert {
        linked.texts[each.path].split("\n")[each.line - 1][each.column : each.end_column]
        for each in found
    } == {"cost"}


def test_recursion_and_mere_mentions_are_no_examples() -> None:
    linked = link_files({"a.py": "def run(n):\n    run(n - 1)\nprint(run)\n"})
    assert linking.examples(linked.repository, linked.symbol("a.py", "run")) == ()


def test_at_most_five_examples_and_files_take_turns() -> None:
    calls = "from a import run\n" + "run(1)\n" * 9
    linked = link_files({"a.py": "def run(n): ...\n", "b.py": calls, "c.py": calls})
    found = linking.examples(linked.repository, linked.symbol("a.py", "run"))
    assert [example.path for example in found] == ["b.py", "c.py", "b.py", "c.py", "b.py"]


def test_concepts_are_the_terms_that_other_files_do_not_use() -> None:
    files = {
        f"m{number}.py": f'"""Common words about the harbour and pier{number}."""\n'
        for number in range(12)
    }
    files["tide.py"] = '"""Tides: tide tables of the harbour; a tide rises."""\ndef tide(): ...\n'
    linked = link_files(files)
    found = linking.file_links(linked.index, "tide.py").concepts
    texts = [concept.text for concept in found]
    assert "harbour" not in texts
    assert texts[0].startswith("tide")
    assert found[0].files == 1


def test_what_only_prose_says_is_no_concept_of_code() -> None:
    code = '"""Coded, coded: a cookie is hard to bake."""\ndef bake_cookies(ovens): ...\n'
    linked = link_files({"a.py": code, "b.md": "# Baking\n\nCoded and coded cookies.\n"})
    texts = [each.text for each in linking.file_links(linked.index, "a.py").concepts]
    assert "coded" not in texts
    assert "cookie" in texts or "cookies" in texts
    documents = [each.text for each in linking.file_links(linked.index, "b.md").concepts]
    assert "coded" in documents


@pytest.mark.parametrize(("path", "tells"), [("oven.py", False), ("paths.py", True)])
def test_words_of_any_program_are_concepts_where_the_file_is_called_by_them(
    path: str, tells: bool
) -> None:
    code = "def bake_path(): ...\ndef cool_path(): ...\n"
    linked = link_files({path: code})
    texts = {each.text for each in linking.file_links(linked.index, path).concepts}
    assert "bake" in texts
    assert ("path" in texts) == tells


def test_counterpart_is_closer_than_a_neighbour_and_hidden_files_are_none() -> None:
    linked = link_files({"a/tide.c": "", "a/tide.h": "", "a/x.c": "", ".one": "", ".two": ""})
    found = linking.file_links(linked.index, "a/tide.c").related
    assert [(entry.path, entry.reasons) for entry in found] == [
        ("a/tide.h", (Reason("counterpart"),))
    ]
    found = linking.file_links(linked.index, ".one").related
    assert found == ()
