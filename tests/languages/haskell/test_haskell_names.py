"""Names of Haskell: imports, exports, patterns, constructors, fields, classes."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files
from support.work import lines_run

SHOP = """\
module Shop (total, Basket(..), module Shop.Item, hidden) where
import qualified Shop.Money as M
import Shop.Item
import Shop.Money (format, Coin(..))
import Shop.More hiding (tax)

data Basket = Basket { items :: [Item], owner :: M.Coin } | Empty

total :: Basket -> Int
total Empty = 0
total b@(Basket { items = xs, owner }) = go xs + M.pay b + tax
  where go (x:rest) = cost x + go rest
        go [] = 0

hidden :: Priced a => a -> Coin
hidden item = let cost = price item in Penny cost

shown b = [ format cost | cost <- items b, let total = cost, total > 1 ]
act = do
  total <- get
  print total
  return Basket { items = [], owner = Pound }
(<+>) a b = total a
x = total Empty <+> total Empty
"""
ITEM = """\
module Shop.Item (Item(cost), Priced(price), make) where
data Item = Item { cost :: Int, secret :: Int }
class Priced a where
  price :: a -> Int
instance Priced Item where
  price item = secret item
make = Item
tax = 1
"""
MONEY = """\
module Shop.Money where
data Coin = Penny Int | Pound
format c = c
pay x = x
"""
MORE = """\
module Shop.More (module X, tax, more) where
import Shop.Money as X (pay)
tax = 2
more = 3
"""
APP = """\
import Shop
main = print (make, cost, pay, secret, total, Penny, Empty)
"""


@pytest.fixture(scope="module")
def shop() -> Linked:
    return link_files(
        {
            "src/Shop.hs": SHOP,
            "src/Shop/Item.hs": ITEM,
            "src/Shop/Money.hs": MONEY,
            "src/Shop/More.hs": MORE,
            "app/Main.hs": APP,
        }
    )


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("src/Shop.hs", "total", [(1, "total"), (23, "total"), (24, "total"), (24, "total")]),
        ("src/Shop.hs", "Empty", [(10, "Basket.Empty"), *[(24, "Basket.Empty")] * 2]),
        ("src/Shop.hs", "cost", [(12, "Item.cost")]),
        ("src/Shop.hs", "price", [(16, "Priced.price")]),
        ("src/Shop.hs", "pay", [(11, "pay")]),
        ("src/Shop.hs", "tax", [(5, "tax")]),
        ("src/Shop.hs", "Penny", [(16, "Coin.Penny")]),
        ("src/Shop.hs", "Coin", [(4, "Coin"), (7, "Coin"), (15, "Coin")]),
        (
            "src/Shop.hs",
            "items",
            [(11, "Basket.items"), (18, "Basket.items"), (22, "Basket.items")],
        ),
        ("src/Shop.hs", "go", []),
        ("src/Shop.hs", "<+>", [(24, "<+>")]),
        ("src/Shop/Item.hs", "secret", [(6, "Item.secret")]),
        ("src/Shop/Item.hs", "price", [(1, "Priced.price")]),
        ("app/Main.hs", "make", [(2, "make")]),
        ("app/Main.hs", "cost", [(2, "Item.cost")]),
        ("app/Main.hs", "Empty", [(2, "Basket.Empty")]),
        ("app/Main.hs", "secret", []),
        ("app/Main.hs", "pay", []),
        ("app/Main.hs", "Penny", []),
    ],
)
def test_names_lead_where_imports_and_exports_say(
    shop: Linked, path: str, name: str, found: list[tuple[int, str]]
) -> None:
    assert shop.links(path, name) == found


def test_what_two_modules_give_decides_nothing() -> None:
    files = {"A.hs": "module A where\nf = 1\n", "B.hs": "module B where\nf = 1\n"}
    files["C.hs"] = "module C where\nimport A\nimport B\ng = f\n"
    assert link_files(files).links("C.hs", "f") == []


def test_modules_that_pass_each_other_on_end() -> None:
    files = {
        "A.hs": "module A (module B, f) where\nimport B\nf = g\n",
        "B.hs": "module B (module A, g) where\nimport A\ng = f\n",
    }
    assert link_files(files).links("A.hs", "g") == [(3, "g")]


@pytest.mark.parametrize(("depth", "found"), [(50, [(3, "f")]), (3000, [])])
def test_deep_nesting_is_followed_or_left_alone(depth: int, found: list[tuple[int, str]]) -> None:
    deep = "(" * depth + "f" + ")" * depth
    assert link_files({"A.hs": f"module A where\nf = 1\ng = {deep}\n"}).links("A.hs", "f") == found


def test_twice_as_many_functions_take_twice_the_work() -> None:
    def cost(count: int) -> int:
        code = "".join(f"f{each} x = f{each // 2} x\n" for each in range(count))
        return lines_run(lambda: link_files({"A.hs": f"module A where\n{code}"}))

    cost(3)  # what is made once and then kept
    assert cost(200) < 2.3 * cost(100)
