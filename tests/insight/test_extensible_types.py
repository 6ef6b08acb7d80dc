"""Types that several others are made from."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.changing.extensible_types import Extensible, extensible_types
from mkdocs_repodoc.model.linked_symbols import SymbolRef

SHOP = """
    class Stone:
        def turn(self, grain: int) -> int: ...
        def name(self): ...


    class Runner(Stone):
        def turn(self, grain):
            found = grain
            return found


    class Bed(Stone):
        def turn(self, grain):
            return 1


    class Emery(Stone):
        def turn(self, grain):
            found = grain
            found += 1
            return found


    class MockStone(Stone):
        def turn(self, grain):
            return 1
    """


def found(is_test: int = 0, text: str = SHOP) -> tuple[list[str], list[str], bool, str]:
    linked = link_files({"shop/stones.py": text})

    def name(ref: SymbolRef) -> str:
        return linked.repository.symbol(ref).name

    types = extensible_types(
        linked.repository, {"shop": ["shop/stones.py"]}, 3, 4, lambda _, line: line == is_test
    )
    if not types["shop"]:
        return [], [], False, ""
    (each,) = types["shop"]
    assert isinstance(each, Extensible)
    model = name(each.model) if each.model is not None else ""
    return [*map(name, each.heirs)], [*map(name, each.defined)], each.by_all, model


def test_heirs_define_what_most_of_them_override_and_a_short_one_is_the_model() -> None:
    assert found() == (["Runner", "Bed", "Emery"], ["Stone.turn"], True, "Bed")


def test_what_half_of_the_heirs_override_is_not_said_of_most() -> None:
    bodies = {"Runner": "turn", "Bed": "turn", "Emery": "other", "Quartz": "other"}
    heirs = "".join(
        f"class {name}(Stone):\n    def {own}(self):\n        found = 1\n        return found\n"
        for name, own in bodies.items()
    )
    half = f"class Stone:\n    def turn(self): ...\n{heirs}"
    assert found(text=half) == ([*bodies], [], False, "")
    most = half.replace("def other", "def turn", 1)
    assert found(text=most) == ([*bodies], ["Stone.turn"], False, "Runner")


def test_what_stands_in_a_test_is_no_heir() -> None:
    assert found(is_test=6) == ([], [], False, "")


def test_members_of_an_enumeration_are_no_kinds_of_it() -> None:
    bodies = ", ".join(f"{name} {{ int cost() {{ return 1; }} }}" for name in ("A", "B", "C"))
    text = f"enum Api {{ {bodies}; abstract int cost(); }}\n"
    linked = link_files({"shop/Api.java": text})
    types = extensible_types(linked.repository, {"shop": ["shop/Api.java"]}, 3, 4, lambda *_: False)
    assert types["shop"] == ()
