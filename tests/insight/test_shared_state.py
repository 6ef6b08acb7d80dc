"""State that a file keeps for the whole process."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.changing.shared_state import shared_state

SHOP = """
    CACHE = {}
    WAITING: list[int] = []
    NAMES = ["wheat"]
    UNUSED = {}
    count = 0


    class Shop:
        items = {}


    def serve(name):
        global count
        count = count + 1
        CACHE[name] = NAMES
        WAITING.append(count)
        return Shop.items
    """


def test_variables_that_functions_set_or_fill_are_state() -> None:
    linked = link_files({"shop/shop.py": SHOP})
    lines = linked.texts["shop/shop.py"].splitlines()
    found = shared_state(linked.repository, "shop/shop.py", lines)
    names = [linked.repository.symbol(each).name for each in found]
    assert names == ["CACHE", "WAITING", "count"]
