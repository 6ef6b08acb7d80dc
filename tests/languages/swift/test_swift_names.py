"""Names of Swift's types: in their module, where it is imported, and what stands behind them."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files
from support.work import lines_run

SHOP = """\
public struct Item: Priced {
  public static let none = Item()
  static func make(_ number: Int) -> Item { Item() }
  func cost() -> Int { 1 }
  struct Tag {}
}
public protocol Priced {}
public enum Size { case small, large }
private struct Hidden {}
struct Element {}
extension Item { func tag() -> Item.Tag { Tag() } }
let biggest = Size.large
"""
BASKET = """\
struct Basket<Element> {
  var first: Item
  var all: [Element]
  var hidden: Hidden?
  var twice: Twice
  func add(_ item: Item?) {
    if let item = item as? Item { print(Item.make(2), Item.none, Item.cost) }
  }
}
struct Twice {}
"""
APP = """\
import Shop
func run(_ Size: Int) -> Item { print(Size.large); return Item() }
struct Inner { struct Twice {} }
"""
STRANGER = "func run() -> Item { Item() }\n"


@pytest.fixture(scope="module")
def package() -> Linked:
    files = {
        "Sources/Shop/Item.swift": SHOP,
        "Sources/Shop/Basket.swift": BASKET,
        "Sources/App/App.swift": APP,
        "Sources/Other/Stranger.swift": STRANGER,
    }
    return link_files(files)


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("Sources/Shop/Item.swift", "Priced", [(1, "Priced")]),
        ("Sources/Shop/Item.swift", "Tag", [(11, "Item.Tag"), (11, "Item.Tag")]),
        ("Sources/Shop/Item.swift", "large", [(12, "Size.large")]),
        ("Sources/Shop/Basket.swift", "Item", [(2, "Item"), (6, "Item"), *[(7, "Item")] * 4]),
        ("Sources/Shop/Basket.swift", "make", [(7, "Item.make")]),
        ("Sources/Shop/Basket.swift", "none", [(7, "Item.none")]),
        ("Sources/Shop/Basket.swift", "cost", []),
        ("Sources/Shop/Basket.swift", "Element", []),
        ("Sources/Shop/Basket.swift", "Hidden", []),
        ("Sources/Shop/Basket.swift", "Twice", []),
        ("Sources/App/App.swift", "Item", [(2, "Item"), (2, "Item")]),
        ("Sources/App/App.swift", "large", []),
        ("Sources/Other/Stranger.swift", "Item", []),
    ],
)
def test_types_lead_where_modules_say(
    package: Linked, path: str, name: str, found: list[tuple[int, str]]
) -> None:
    assert package.links(path, name) == found


LAMP = """\
struct Lamp<Wick> {
  var oil = 1
  private var wick: Wick
  func burn(by amount: Int) { oil -= amount; self.burn(by: oil) }
  func light(oil: Int) { print(oil, self.oil) }
}
struct Wick {}
struct Ship { var oil = 2; func sail() { print(oil); help() } }
func help() {}
"""
MORE = """\
extension Lamp {
  func flicker(_ w: Wick) { burn(by: oil); if let wick = Optional(1) { print(wick) }; toll() }
  func toll() {}
}
func toll() {}
"""


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("Lamp", "oil", [(4, "Lamp.oil"), (4, "Lamp.oil"), (5, "Lamp.oil"), (8, "Ship.oil")]),
        ("Lamp", "burn", [(4, "Lamp.burn")]),
        ("Lamp", "Wick", []),
        ("Lamp", "help", [(8, "help")]),
        ("More", "burn", [(2, "Lamp.burn")]),
        ("More", "oil", [(2, "Lamp.oil")]),
        ("More", "Wick", []),
        ("More", "wick", []),
        ("More", "toll", [(2, "Lamp.toll")]),
    ],
)
def test_members_are_seen_in_their_type_and_its_extensions(
    path: str, name: str, found: list[tuple[int, str]]
) -> None:
    linked = link_files({"Sources/A/Lamp.swift": LAMP, "Sources/A/More.swift": MORE})
    assert linked.links(f"Sources/A/{path}.swift", name) == found


def test_what_protocols_may_add_to_is_inferred(package: Linked) -> None:
    assert package.confidences("Sources/Shop/Basket.swift", "make") == ["inferred"]
    assert package.confidences("Sources/Shop/Basket.swift", "none") == ["exact"]


@pytest.mark.parametrize(("depth", "found"), [(50, [(2, "Item")]), (3000, [])])
def test_deep_nesting_is_followed_or_left_alone(depth: int, found: list[tuple[int, str]]) -> None:
    deep = "(" * depth + "Item()" + ")" * depth
    linked = link_files({"Sources/A/a.swift": f"struct Item {{}}\nlet a = {deep}\n"})
    assert linked.links("Sources/A/a.swift", "Item") == found


def test_twice_as_many_types_take_twice_the_work() -> None:
    def cost(count: int) -> int:
        types = "".join(f"struct A{each} {{ var b: A{each // 2} }}\n" for each in range(count))
        return lines_run(lambda: link_files({"Sources/A/a.swift": types}))

    cost(3)  # what is made once and then kept
    assert cost(200) < 2.3 * cost(100)
