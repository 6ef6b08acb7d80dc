"""What modules of Elixir are to others, and which file holds one."""

from __future__ import annotations

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.languages.elixir.imports import resolve_import
from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.text.source_text import SourceText

PATHS = ["lib/shop/cart.ex", "lib/shop/logger.ex", "lib/shop.ex", "test/support/fixtures.ex"]


def symbols_of(code: str) -> dict[str, Symbol]:
    record = outline_of("a.ex", SourceText(code, "utf-8"), "elixir")
    return {symbol.name: symbol for symbol in record.outline.symbols}


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("defstruct [:items]", "struct"),
        ("defexception [:message]", "struct"),
        ("@callback pay(cart) :: :ok", "interface"),
        ("def pay(cart), do: cart", "module"),
    ],
)
def test_what_a_module_defines_says_what_it_is(inside: str, kind: str) -> None:
    found = symbols_of(f"defmodule Shop.Cart do\n  {inside}\nend\n")["Shop.Cart"]
    assert (found.kind, found.namespace, found.bare_name) == (kind, "Shop", "Cart")


def test_callbacks_are_members_of_a_behaviour() -> None:
    found = symbols_of(
        "defmodule Shop.Pays do\n"
        '  @doc "Takes the money."\n'
        "  @callback pay(cart :: Shop.Cart.t(), opts) :: {:ok, id} when id: term\n"
        "  @macrocallback with_till(block) :: Macro.t()\n"
        "end\n"
    )
    pay = found["Shop.Pays.pay"]
    assert pay.signature == "(cart :: Shop.Cart.t(), opts) :: {:ok, id}"
    assert (pay.kind, pay.labels, pay.summary) == ("function", ("callback",), "Takes the money.")
    assert found["Shop.Pays.with_till"].kind == "macro"


def test_other_names_for_types_belong_to_their_module() -> None:
    found = symbols_of("defmodule Shop.Cart do\n  @type t :: map\n  def new, do: %{}\nend\n")
    assert found["Shop.Cart.t"].bare_name == "Cart.t"


def test_documentation_in_a_sigil_is_read() -> None:
    code = 'defmodule Shop.Cart do\n  @moduledoc ~S"""\n  Holds items.\n  """\nend\n'
    assert symbols_of(code)["Shop.Cart"].summary == "Holds items."


@pytest.mark.parametrize(
    ("module", "path"),
    [
        ("Shop.Cart", "lib/shop/cart.ex"),
        ("Shop", "lib/shop.ex"),
        ("Fixtures", "test/support/fixtures.ex"),
        ("Logger", ""),
        ("Cart", ""),
    ],
)
def test_a_module_lies_where_its_namespaces_say(module: str, path: str) -> None:
    assert resolve_import(FileIndex(PATHS), "lib/shop/till.ex", Import(module)).path == path
