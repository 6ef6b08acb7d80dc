"""Functions that are worth saying who calls them."""

from __future__ import annotations

from collections.abc import Sequence

from support.linked import link_files

from mkdocs_repodoc.insight.changing.most_called import AskedFor, most_called
from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.model.linked_symbols import SymbolRef

SHOP = {
    "shop.py": '''
        def name():
            return 1


        def price(x):
            """Work out the price."""
            total = name()
            for each in range(x):
                total += each
            return total


        def forgotten():
            """Do nothing for anybody."""


        class ShopError(Exception):
            """Something is wrong with the shop."""
        ''',
    "till.py": """
        from shop import ShopError, name, price


        def sell():
            if price(1) > name():
                raise ShopError
        """,
    "tests/test_shop.py": "from shop import price\n\n\ndef test_price():\n    assert price(2)\n",
}


def called(
    most: int, told: Sequence[str] = (), path: Sequence[str] = ()
) -> list[tuple[str, list[tuple[str, str]]]]:
    repository = link_files(SHOP).repository
    symbols = repository.files["shop.py"].outline.symbols
    refs = {each.name: SymbolRef("shop.py", number) for number, each in enumerate(symbols)}
    asked = AskedFor([refs[each] for each in told], path=[refs[each] for each in path])
    found = most_called(repository, ReachingTests(repository), ["shop.py"], most, asked)
    return [
        (repository.symbol(each.symbol).name, [(use.path, use.kind) for use in each.uses])
        for each in found
    ]


def test_callers_in_the_software_are_told_of_what_is_called() -> None:
    assert called(9) == [
        ("name", [("shop.py", "call"), ("till.py", "call")]),
        ("price", [("till.py", "call")]),
        ("ShopError", [("till.py", "raise")]),
    ]


def test_what_only_hands_out_a_value_comes_last() -> None:
    assert [name for name, _ in called(2)] == ["price", "ShopError"]


def test_what_the_main_flow_passes_comes_before_all_others() -> None:
    assert [name for name, _ in called(1, told=["name"])] == ["name"]


def test_its_own_steps_come_before_what_they_call() -> None:
    assert [name for name, _ in called(1, told=["name", "price"])] == ["price"]
    assert [name for name, _ in called(1, told=["name", "price"], path=["name"])] == ["name"]
