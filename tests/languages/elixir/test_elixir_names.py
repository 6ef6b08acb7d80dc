"""Names of Elixir: modules, functions by arity, imports, types, structs, attributes."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files
from support.work import lines_run

SHOP = """\
defmodule Shop do
  @moduledoc "A shop."
  alias Shop.{Item, Basket}
  import Shop.Money, only: [format: 1]
  @limit 3
  @type t :: Item.t()
  @spec total(t, Basket.t()) :: integer
  def total(item, basket \\\\ nil), do: format(price(item)) + @limit
  defp price(%Item{cost: cost} = item), do: cost + item.cost + total(item) + hidden(1)
  def price(a, b), do: __MODULE__.price(b, a)
  def all(list), do: list |> Enum.map(&total/1) |> Basket.fill(2)
  def shadow(price), do: price
  def later, do: Enum.map([], fn total -> total end)
  def make, do: %Item{cost: 1}
  def twice(x) do
    y = make()
    for item <- x, do: item
    make
    y
  end
end
"""
ITEM = """\
defmodule Shop.Item do
  defstruct [:name, cost: 0]
  @type t :: %__MODULE__{cost: integer}
end
"""
BASKET = """\
defmodule Shop.Basket do
  use Shop.Helpers
  @type t :: list
  def fill(a, b), do: help(a) + help(a, b)
  defmodule Inner do
    def go, do: Shop.Basket.fill(1, 2)
  end
  def inner, do: Inner.go()
end
"""
MONEY = """\
defmodule Shop.Money do
  def format(x), do: x
  def hidden(x), do: x
end
defmodule Shop.Helpers do
  defmacro __using__(_) do
    quote do
      import Shop.Helpers
    end
  end
  def help(a), do: a
end
"""


@pytest.fixture(scope="module")
def shop() -> Linked:
    return link_files(
        {
            "lib/shop.ex": SHOP,
            "lib/shop/item.ex": ITEM,
            "lib/shop/basket.ex": BASKET,
            "lib/shop/money.ex": MONEY,
        }
    )


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("lib/shop.ex", "format", [(8, "Shop.Money.format")]),
        ("lib/shop.ex", "price", [(8, "Shop.price"), (10, "Shop.price")]),
        ("lib/shop.ex", "total", [(7, "Shop.total"), (9, "Shop.total"), (11, "Shop.total")]),
        ("lib/shop.ex", "hidden", []),
        ("lib/shop.ex", "limit", [(8, "Shop.limit")]),
        ("lib/shop.ex", "fill", [(11, "Shop.Basket.fill")]),
        ("lib/shop.ex", "t", [(6, "Shop.Item.t"), (7, "Shop.t"), (7, "Shop.Basket.t")]),
        (
            "lib/shop.ex",
            "cost",
            [(9, "Shop.Item.cost"), (9, "Shop.Item.cost"), (14, "Shop.Item.cost")],
        ),
        ("lib/shop.ex", "make", [(16, "Shop.make"), (18, "Shop.make")]),
        ("lib/shop.ex", "item", []),
        ("lib/shop/item.ex", "cost", [(3, "Shop.Item.cost")]),
        ("lib/shop/basket.ex", "help", [(4, "Shop.Helpers.help")]),
        ("lib/shop/basket.ex", "Inner", [(8, "Shop.Basket.Inner")]),
        ("lib/shop/basket.ex", "go", [(8, "Shop.Basket.Inner.go")]),
    ],
)
def test_names_lead_where_modules_and_arities_say(
    shop: Linked, path: str, name: str, found: list[tuple[int, str]]
) -> None:
    assert shop.links(path, name) == found


def test_functions_of_one_name_are_told_apart_by_arity(shop: Linked) -> None:
    lines = {
        reference.line: shop.repository.files["lib/shop.ex"]
        .outline.symbols[reference.symbol.position]
        .line
        for reference in shop.references("lib/shop.ex")
        if shop.text("lib/shop.ex", reference) == "price" and reference.kind != "definition"
    }
    assert lines == {8: 9, 10: 10}


def test_what_a_used_module_imports_is_inferred(shop: Linked) -> None:
    assert shop.confidences("lib/shop/basket.ex", "help") == ["inferred"]
    assert shop.confidences("lib/shop.ex", "format") == ["exact"]


def test_modules_that_are_defined_twice_decide_nothing() -> None:
    twice = "defmodule A do\n  def f, do: 1\nend\n"
    files = {"a.ex": twice, "b.ex": twice, "c.ex": "defmodule C do\n  def g, do: A.f()\nend\n"}
    assert link_files(files).links("c.ex", "f") == []


def test_hostile_nesting_ends() -> None:
    for code in ("(a = " * 3000, "[" * 5000 + "x", "f(" * 5000, "fn x -> " * 3000):
        linked = link_files({"a.ex": f"defmodule A do\n  def f(x), do: {code}\nend\n"})
        assert "a.ex" in linked.repository.files


def test_twice_as_many_functions_take_twice_the_work() -> None:
    def cost(count: int) -> int:
        functions = "".join(f"  def f{each}(x = y), do: f{each // 2}(x)\n" for each in range(count))
        code = f"defmodule A do\n{functions}end\n"
        return lines_run(lambda: link_files({"a.ex": code}))

    cost(3)  # what is made once and then kept
    assert cost(200) < 2.3 * cost(100)
