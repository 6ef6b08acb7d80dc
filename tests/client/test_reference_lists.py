"""What the panel of references says of each symbol of a file."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from support.linked import link_files

from mkdocs_repodoc.client import reference_lists
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.reference_lists import ReferenceLists
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.settings import Settings

FILES = {
    "shop/__init__.py": "",
    "shop/item.py": """
        LIMIT = 3

        class Item:
            def price(self) -> int:
                return min(LIMIT, LIMIT)
    """,
    "shop/till.py": """
        from shop.item import Item

        def pay(item: Item, items) -> int:
            größe = [Item() for _ in "€"]; print(Item)
            return items[0].price() + item.price()
    """,
    "tests/test_item.py": """
        from shop.item import Item

        def test_price() -> None:
            assert Item().price()
            assert Item()
            assert Item
            assert [Item]
    """,
}


def references(path: str) -> Any:
    def lines(path: str) -> list[str]:
        return dedent(FILES[path]).lstrip("\n").splitlines()

    repository = link_files(FILES).repository
    settings = Settings(root=Path("/nowhere"))
    plan = plan_site(repository, settings)
    addresses = PageAddresses(plan, settings.uri, directory_urls=True)
    return ReferenceLists(repository, addresses, lines)(repository.files[path])


def shown(data: Any, symbol: str) -> list[str]:
    """Return the references as text, the name in brackets."""
    said = []
    for index, total, lines in data["symbols"][symbol][1]:
        path, _, part, texts = data["files"][index]
        said.append(f"{path} {total}{('', ' document', ' test')[part]}")
        for line, start, length, inferred in lines:
            text = texts[line]
            name = f"{text[:start]}[{text[start : start + length]}]{text[start + length :]}"
            said.append(f"{line} {name}{' ?' if inferred else ''}")
    return said


def test_each_line_stands_once_with_the_name_marked_and_tests_come_last() -> None:
    data = references("shop/item.py")
    assert (data["prefix"], data["base"], data["file"]) == ("shop.item.", "repo/", "_docs/")
    assert data["symbols"]["Item"][0] == 3
    assert shown(data, "Item") == [
        "shop/till.py 3",
        "1 from shop.item import [Item]",
        "3 def pay(item: [Item], items) -> int:",
        '4 größe = [[Item]() for _ in "€"]; print(Item)',
        "tests/test_item.py 5 test",
        "1 from shop.item import [Item]",
        "4 assert [Item]().price()",
        "5 assert [Item]()",
        "6 assert [Item]",
        "7 assert [[Item]]",
    ]


def test_documents_come_between_code_and_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    guide = "# Guide\n\n```python\nfrom shop.item import Item\n\nItem()\nItem()\n```\n"
    monkeypatch.setitem(FILES, "docs/guide.md", guide)
    files = [line for line in shown(references("shop/item.py"), "Item") if not line[0].isdigit()]
    assert files == ["shop/till.py 3", "docs/guide.md 3 document", "tests/test_item.py 5 test"]


def test_the_definition_itself_is_no_reference() -> None:
    data = references("shop/item.py")
    assert shown(data, "LIMIT") == ["shop/item.py 1", "5 return min([LIMIT], LIMIT)"]


def test_of_much_the_lines_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_lists, "MOST_LINES", 4)
    groups = references("shop/item.py")["symbols"]["Item"][1]
    assert [(total, len(lines)) for _, total, lines in groups] == [(3, 3), (5, 1)]


def test_what_reorders_text_is_shown_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FILES, "shop/till.py", "from shop.item import Item  # \u202ex\n")
    assert (
        shown(references("shop/item.py"), "Item")[1] == "1 from shop.item import [Item]  # \ufffdx"
    )
