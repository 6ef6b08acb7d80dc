"""State that a file keeps for the whole process."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.changing.shared_state import shared_state

SHOP = """
    from typing import TypeVar

    CACHE = {}
    WAITING: list[int] = []
    NAMES = ["wheat"]
    UNUSED = {}
    EMPTY = []
    count = 0


    class Shop:
        items = {}


    Key = TypeVar("Key")


    def serve(name, key: Key = 1):
        global count
        count = count + 1
        CACHE[name] = NAMES
        WAITING.append(count)
        if CACHE == EMPTY or NAMES[0] == name:
            return EMPTY
        return Shop.items
    """


def state(path: str, text: str) -> list[str]:
    linked = link_files({path: text})
    found = shared_state(linked.repository, path, linked.texts[path].splitlines())
    return [linked.repository.symbol(each).name for each in found]


def test_variables_that_functions_set_or_fill_are_state_and_those_they_read_are_not() -> None:
    assert state("shop/shop.py", SHOP) == ["CACHE", "WAITING", "count"]


def test_a_variable_of_go_that_is_set_anew_is_state() -> None:
    names = 'package shop\n\nvar names = []string{"a"}\nvar till *Till\nvar fixed = 1\n\n'
    code = "func Reset() {\n\ttill = New()\n\tif fixed == 1 {\n\t\tnames = nil\n\t}\n}\n"
    assert state("shop/shop.go", names + "type Till struct{}\n\n" + code) == ["names", "till"]
