"""Functions that name most entries of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.lists import written_fields as module
from mkdocs_repodoc.insight.changing.lists.entry_handlers import entry_handlers
from mkdocs_repodoc.insight.changing.lists.registrations import find_registrations
from mkdocs_repodoc.insight.changing.lists.written_fields import WrittenFields
from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens

FRUIT = """
    from enum import Enum


    class Fruit(Enum):
        APPLE = 1
        PEAR = 2
        QUINCE = 3
        MEDLAR = 4


    def price(fruit: Fruit) -> int:
        if fruit is Fruit.APPLE:
            return 1
        if fruit is Fruit.PEAR:
            return 2
        return 3 if fruit is Fruit.QUINCE else 4


    def is_apple(fruit: Fruit) -> bool:
        return fruit is Fruit.APPLE


    class FruitOptions:
        size: int = 1
        depth: int = 2
        colour: str = ""
        weight: int = 3


    def show(report: FruitOptions):
        "Show the size, the depth and the colour of a report."
        size = depth = colour = report
        return size + depth + colour


    def print_all(report):
        return report.size, report.depth, report.colour


    def options_of(data):
        return FruitOptions(size=data, depth=data, colour="red")
    """


def found(name: str, *, tests: bool = False) -> list[tuple[str, int, int]]:
    linked = link_files({"shop/fruit.py": FRUIT})
    repository = linked.repository

    def read_lines(path: str) -> list[str]:
        return linked.texts[path].splitlines()

    lists = find_registrations(
        repository, {"shop": ["shop/fruit.py"]}, read_lines, 9, lambda *_: tests
    )
    (wanted,) = (each for each in lists["shop"] if repository.symbol(each.symbol).name == name)
    handlers = entry_handlers(repository, wanted, WrittenFields(read_lines), lambda *_: tests)
    return [(repository.symbol(each.function).name, each.line, each.number) for each in handlers]


def test_a_function_that_names_half_of_the_members_deals_with_them() -> None:
    assert found("Fruit") == [("price", 12, 3)]
    assert found("Fruit", tests=True) == []


def test_a_function_of_settings_that_gives_their_fields_deals_with_them() -> None:
    assert found("FruitOptions") == [("options_of", 41, 3)]


def test_a_file_with_too_few_of_the_names_is_not_read_word_by_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = "from shop.fruit import FruitOptions\n\n\ndef big():\n    return FruitOptions(size=9)\n"
    linked = link_files({"shop/fruit.py": FRUIT, "shop/user.py": user})
    read: list[str] = []

    def noted(lines: Iterable[CodeLine]) -> Iterator[Token]:
        kept = list(lines)
        read.append("\n".join(each.code for each in kept))
        return code_tokens(kept)

    monkeypatch.setattr(module, "code_tokens", noted)
    repository = linked.repository

    def read_lines(path: str) -> list[str]:
        return linked.texts[path].splitlines()

    lists = find_registrations(
        repository, {"shop": ["shop/fruit.py"]}, read_lines, 9, lambda *_: False
    )
    (options,) = (each for each in lists["shop"] if each.form == "settings")
    entry_handlers(repository, options, WrittenFields(read_lines), lambda *_: False)
    assert [text for text in read if "def big" in text] == []
    assert [text for text in read if "def options_of" in text] != []
