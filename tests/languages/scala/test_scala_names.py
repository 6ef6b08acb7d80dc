"""Names of Scala: members of what is around, packages and imports, what objects have."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files
from support.work import lines_run

MODEL = """\
package shop
package model
class Item(val price: Int, count: Int) {
  def cost(times: Int): Int = times * price + count + Item.free
  def twice = this.cost(2)
  def open(price: Int) = price
}
object Item {
  val free = 0
  def make(n: Int): Item = new Item(n, 1)
  def make2 = { def price = 1; price }
}
trait Priced[Tag] { def tag: Tag }
class Tag
object Sizes { case object Large; class Box }
"""
USE = """\
package shop
import model._
class Basket extends Priced[Int] {
  val first: Item = Item.make(1)
  def all(xs: List[Item]) = xs match { case Item(p, q) => first; case first => first }
  def large: Sizes.Box = { Sizes.Large; Item.price }
  def over(n: Int) = n
  def over(n: String) = over(n)
}
"""
ALIEN = (
    "package other\nimport elsewhere.Item\nclass A { def a: Item = Item.make(1); val b: Tag = 1 }\n"
)


@pytest.fixture(scope="module")
def shop() -> Linked:
    return link_files({"a/Model.scala": MODEL, "a/Use.scala": USE, "b/Alien.scala": ALIEN})


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("a/Model.scala", "price", [(4, "Item.price"), (11, "Item.make2.price")]),
        ("a/Model.scala", "count", []),
        ("a/Model.scala", "cost", [(5, "Item.cost")]),
        ("a/Model.scala", "free", [(4, "Item.free")]),
        ("a/Model.scala", "Tag", []),
        ("a/Use.scala", "Priced", [(3, "Priced")]),
        ("a/Use.scala", "make", [(4, "Item.make")]),
        ("a/Use.scala", "first", []),
        ("a/Use.scala", "Box", [(6, "Sizes.Box")]),
        ("a/Use.scala", "Large", [(6, "Sizes.Large")]),
        ("a/Use.scala", "price", []),
        ("a/Use.scala", "over", []),
        ("b/Alien.scala", "Item", []),
        ("b/Alien.scala", "make", []),
        ("b/Alien.scala", "Tag", []),
    ],
)
def test_names_lead_where_scopes_and_packages_say(
    shop: Linked, path: str, name: str, found: list[tuple[int, str]]
) -> None:
    assert shop.links(path, name) == found


def test_classes_and_their_companions_are_told_apart(shop: Linked) -> None:
    places = [
        (
            reference.line,
            shop.repository.files["a/Model.scala"]
            .outline.symbols[reference.symbol.position]
            .name_line,
        )
        for reference in shop.references("a/Use.scala")
        if shop.text("a/Use.scala", reference) == "Item" and reference.line == 4
    ]
    assert places == [(4, 3), (4, 8)]


def test_a_package_stands_in_front_of_what_it_has() -> None:
    use = "package other\nclass A { val a: kiln.Fire = kiln.light; def f(kiln: B) = kiln.light }\n"
    files = {"a.scala": "package kiln\nclass Fire\nobject light\n", "b.scala": use}
    linked = link_files(files)
    assert linked.links("b.scala", "Fire") == [(2, "Fire")]
    assert linked.links("b.scala", "light") == [(2, "light")]
    taken = use.replace("class", "import x.kiln\nclass")
    assert link_files({**files, "b.scala": taken}).links("b.scala", "light") == []


def test_functions_are_inferred(shop: Linked) -> None:
    assert shop.confidences("a/Use.scala", "make") == ["inferred"]
    assert shop.confidences("a/Model.scala", "free") == ["exact"]


def test_deep_nesting_ends() -> None:
    deep = "(" * 3000 + "A.b" + ")" * 3000
    blocks = (
        "object A { val b = 1 }\nobject C { def d = " + "{ " * 3000 + "A.b" + " }" * 3000 + " }"
    )
    linked = link_files({"a.scala": f"object A {{ val b = 1 }}\nobject C {{ val d = {deep} }}\n"})
    assert {line for line, _ in linked.links("a.scala", "b")} <= {2}
    assert {line for line, _ in link_files({"a.scala": blocks}).links("a.scala", "b")} <= {2}


def test_twice_as_many_types_take_twice_the_work() -> None:
    def cost(count: int) -> int:
        types = "".join(f"class A{each} {{ val b: A{each // 2} }}\n" for each in range(count))
        return lines_run(lambda: link_files({"a.scala": types}))

    cost(3)  # what is made once and then kept
    assert cost(200) < 2.3 * cost(100)
