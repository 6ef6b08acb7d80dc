"""Parts of names, whatever stands between them."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.query.symbol_names import SymbolNames, name_parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("pay", ("pay",)),
        ("shop.Till.pay", ("shop", "Till", "pay")),
        ("shop::Till::pay", ("shop", "Till", "pay")),
        ("Till#pay", ("Till", "pay")),
        ("src/shop", ("src", "shop")),
        ("Till.#secret", ("Till", "secret")),
        ("...", ()),
    ],
)
def test_parts_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(name) == parts


def test_a_symbol_is_found_by_any_end_of_its_name() -> None:
    linked = link_files(
        {
            "src/till.ts": "export class Till {\n  #secret() {}\n  pay() {}\n}\n",
            "src/other.ts": "export function pay() {}\n",
        }
    )
    names = SymbolNames(linked.index)
    found = {
        name: [(ref.path, linked.repository.symbol(ref).name) for ref in names.find(name)]
        for name in ("pay", "Till.pay", "till/Till/pay", "src/Till.pay", "secret", "src/other.pay")
    }
    pay, other = ("src/till.ts", "Till.pay"), ("src/other.ts", "pay")
    assert found["pay"] == [other, pay]
    assert found["Till.pay"] == found["till/Till/pay"] == found["src/Till.pay"] == [pay]
    assert [path for path, _ in found["secret"]] == ["src/till.ts"]
    assert found["src/other.pay"] == [other]


def test_names_below_a_folder_are_not_those_beside_it() -> None:
    linked = link_files({"a/x.py": "def f(): pass\n", "ab/x.py": "def f(): pass\n"})
    names = SymbolNames(linked.index)
    assert [ref.path for ref in names.find("f", "a")] == ["a/x.py"]
    assert [ref.path for ref in names.find("f", "a/")] == ["a/x.py"]
    assert len(names.find("f")) == 2


def test_a_member_that_a_type_has_from_another_is_found_by_its_name() -> None:
    linked = link_files(
        {
            "shop/base.py": "class Base:\n    def pay(self): pass\n    def stop(self): pass\n",
            "shop/till.py": "from shop.base import Base\n\n\nclass Till(Base):\n"
            "    def stop(self): pass\n\n\nclass Deep(Till):\n    pass\n",
            "src/Till.java": "class Base { void pay() {} }\nclass Till extends Base {}\n",
            "docs/api.md": "# Deep.pay\n\n# Deep.leave\n",
        }
    )
    names = SymbolNames(linked.index)

    def found(name: str, below: str = "") -> list[tuple[str, str]]:
        return [(ref.path, linked.repository.symbol(ref).name) for ref in names.find(name, below)]

    assert found("Deep.pay") == found("shop.till.Deep.pay") == [("shop/base.py", "Base.pay")]
    assert found("Deep.stop") == [("shop/till.py", "Till.stop")]
    assert found("Till.pay") == [("shop/base.py", "Base.pay"), ("src/Till.java", "Base.pay")]
    assert found("Till.pay", "src") == [("src/Till.java", "Base.pay")]
    assert [path for path, _ in found("Deep.leave")] == ["docs/api.md"]
    assert found("Deep.go") == found("shop.pay") == found("other.Deep.pay") == []
