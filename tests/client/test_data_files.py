"""What the data files say of a repository."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from support.linked import insight_into, link_files

from mkdocs_repodoc.client.data_files import DataFiles, SourceLines
from mkdocs_repodoc.client.palette_entries import (
    COMMAND,
    PAGE,
    Entry,
    entries,
    landmark_entries,
    plain,
)
from mkdocs_repodoc.insight.periphery.remoteness import Remoteness
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.site_plan import Landmark
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.settings import Settings

FILES = {
    "src/shop/__init__.py": '"""A shop."""\n',
    "src/shop/item.py": '''
        """Things to sell."""

        class Item:
            """One `thing`, see :class:`Shop`."""

            def price(self, count: int) -> float:
                return 1.0
    ''',
    "src/shop/till.py": """
        from shop.item import Item

        def pay(item: Item) -> None:
            item.price(2)
    """,
    "src/odd#name.py": "x = 1\n",
    "README.md": "# Shop\n\n## How to buy things\n",
}


def lines(path: str) -> list[str]:
    return dedent(FILES[path]).lstrip("\n").splitlines()


@pytest.fixture(scope="module")
def files() -> DataFiles:
    settings = Settings(root=Path("/nowhere"))
    linked = link_files(FILES)
    return DataFiles(
        insight_into(linked), plan_site(linked.repository, settings), settings, SourceLines(lines)
    )


def entries_of(files: Mapping[str, str], *, is_slim: bool = False) -> Iterator[Entry]:
    repository = link_files(files).repository
    return entries(repository, Remoteness(repository), is_slim=is_slim)


def value(content: bytes) -> Any:
    return json.loads(f"[{content.decode().strip()[12:-1]}]")[1]


def test_every_symbol_file_and_folder_is_found() -> None:
    found = {(e.kind, e.scope + e.name, e.path): e for e in entries_of(FILES)}
    assert ("folder", "src/shop", "src/shop") in found
    assert ("file", "src/shop/item.py", "src/shop/item.py") in found
    assert ("heading", "How to buy things", "README.md") in found
    item = found["class", "Item", "src/shop/item.py"]
    assert (item.module, item.uses, item.line) == ("shop.item", 1, 3)
    assert item.summary == "One thing, see Shop."
    price = found["method", "Item.price", "src/shop/item.py"]
    assert (price.scope, price.name, price.signature) == ("Item.", "price", "(count: int) -> float")


def test_classes_and_used_things_come_before_others() -> None:
    weights = {entry.name: entry.weight for entry in entries_of(FILES)}
    assert weights["Item"] > weights["price"]
    assert weights["item.py"] > weights["till.py"]


def test_the_tree_names_every_file_once(files: DataFiles) -> None:
    tree = value(files["tree.js"])

    def paths(node: list[Any], above: str) -> list[str]:
        below = [name for folder in node[1] for name in paths(folder, f"{above}{folder[0]}/")]
        return below + [above + name for name in node[2].split("/") if name]

    assert sorted(paths(tree["root"], "")) == sorted(FILES)
    assert tree["urls"] == {}
    assert (tree["base"], tree["file"]) == ("repo/", "_docs/")


def test_names_are_known_and_others_are_not(files: DataFiles) -> None:
    assert {"tree.js", "find.js", "p0.js"} <= set(files)
    assert len(list(files)) == len(files)
    for name in ("", "tree", "p99999.js", "../find.js"):
        assert files.get(name) is None


def test_the_tree_is_there_without_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("mkdocs_repodoc.client.data_files.Index", never)
    settings = Settings(root=Path("/nowhere"))
    linked = link_files(FILES)
    plan = plan_site(linked.repository, settings)
    files = DataFiles(insight_into(linked), plan, settings, SourceLines(lines))
    assert b"till.py" in files["tree.js"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A `name`, **bold**", "A name, bold"),
        ("See [the docs](https://example.org).", "See the docs."),
        ("See :py:`x`\nand more", "See x and more"),
        ("word " * 30, "word word word word…"),
        ("[a b][`c.D#e()`] f", "a b f"),
        ("List&lt;T&gt; &amp; x", "List<T> & x"),
    ],
)
def test_a_summary_is_one_plain_line(text: str, shown: str) -> None:
    assert plain(text, 20) == shown


def test_commands_of_the_project_are_found_and_lead_to_what_they_run() -> None:
    project = """
        [project]
        name = "shop"
        scripts = { shop-admin = "shop.admin:main", shop-lost = "elsewhere:main" }
    """
    code = "import sys\n\ndef main() -> None:\n    sys.exit()\n"
    made = {"pyproject.toml": project, "shop/__init__.py": "", "shop/admin.py": code}
    (command,) = (e for e in entries_of(made) if e.kind == COMMAND)
    assert (command.name, command.path, command.line) == ("shop-admin", "shop/admin.py", 3)
    assert command.anchor == "shop.admin.main"


def test_what_is_remote_comes_later() -> None:
    made = {"shop/item.py": "", "tests/test_item.py": "def test_it() -> None:\n    assert True\n"}
    found = {entry.path: entry for entry in entries_of(made)}
    assert found["tests/test_item.py"].weight < found["shop/item.py"].weight


def test_required_packages_are_found_in_their_manifest() -> None:
    project = '{"name": "shop", "dependencies": {"@pay/cards": "^1", "till": "2"}}'.replace(
        ", ", ",\n"
    )
    found = list(entries_of({"package.json": project}))
    packages = {(e.name, e.path, e.anchor) for e in found if e.kind == Kind.DEPENDENCY}
    assert packages == {
        ("@pay/cards", "package.json", "dependencies.@pay/cards"),
        ("till", "package.json", "dependencies.till"),
    }


def test_private_names_are_marked() -> None:
    code = "def buy() -> None:\n    pass\n\n\ndef _pay() -> None:\n    pass\n"
    hidden = {e.name: e.is_hidden for e in entries_of({"a.py": code})}
    assert hidden == {"a.py": False, "buy": False, "_pay": True}


def test_generated_symbols_are_found_by_name_alone_where_the_site_is_slim() -> None:
    code = 'def buy(item: int) -> str:\n    """Buy."""\n'
    made = {"a.py": code, "b.py": f"# Code generated by shopgen. DO NOT EDIT.\n{code}"}
    told = {
        is_slim: {
            entry.path: (entry.signature, entry.summary)
            for entry in entries_of(made, is_slim=is_slim)
            if entry.name == "buy"
        }
        for is_slim in (False, True)
    }
    whole = ("(item: int) -> str", "Buy.")
    assert told == {False: {"a.py": whole, "b.py": whole}, True: {"a.py": whole, "b.py": ("", "")}}


def test_pages_about_the_repository_are_entries() -> None:
    landmark = Landmark(
        "Main Flows", "repo/comprehensive_book/", "main-flows", "Comprehensive book"
    )
    (entry,) = landmark_entries([landmark])
    assert (entry.kind, entry.name, entry.path) == (PAGE, "Main Flows", landmark.url)
    assert (entry.anchor, entry.summary) == ("main-flows", "Comprehensive book")
