"""What identifiers mean beyond their scope: members, instances, strings, and what is recorded."""

from __future__ import annotations

import pytest
from support.linked import confidences, link_files, links
from support.python_records import record

SHOP = """
class Item:
    price = 1
    def cost(self): ...
class Shop:
    def make(self) -> Item: ...
    def item(self, name): ...
"""


def code(body: str) -> str:
    return SHOP.lstrip("\n") + body


def after(body: str, name: str) -> list[str]:
    """Targets of an identifier in what stands behind the classes."""
    first = SHOP.count("\n")
    return [target for line, target in links(code(body), name) if line >= first]


def test_member_of_self_is_exact() -> None:
    source = """
        class Shop:
            def run(self):
                return self.other()
            def other(self): ...
    """
    assert links(source, "other") == [(3, "app.Shop.other")]
    assert confidences(source, "other") == ["exact"]


def test_first_parameter_is_self_whatever_its_name() -> None:
    source = """
        class Shop:
            def run(this):
                this.other()
            def other(this): ...
    """
    assert links(source, "other") == [(3, "app.Shop.other")]


def test_static_method_has_no_self() -> None:
    source = """
        class Shop:
            @staticmethod
            def run(self):
                self.other()
            def other(self): ...
    """
    assert links(source, "other") == []


def test_rebound_self_is_no_longer_the_instance() -> None:
    source = """
        class Shop:
            def run(self, given):
                self = given
                self.other()
            def other(self): ...
    """
    assert links(source, "other") == []


def test_class_method_and_new_get_the_class() -> None:
    source = """
        class Shop:
            @classmethod
            def build(cls):
                cls.other()
                return cls().other()
            def __new__(cls):
                cls.other
            def other(self): ...
    """
    assert [line for line, _ in links(source, "other")] == [4, 5, 7]
    assert confidences(source, "other") == ["exact", "inferred", "exact"]


def test_closure_in_a_method_sees_its_self() -> None:
    source = """
        class Shop:
            def run(self):
                def later():
                    self.other()
                return [self.other() for _ in range(3)]
            def other(self): ...
    """
    assert [line for line, _ in links(source, "other")] == [4, 5]


def test_super_skips_the_class_itself() -> None:
    source = """
        class Base:
            def run(self): ...
        class Shop(Base):
            def run(self):
                super().run()
                super(Shop, self).run()
    """
    assert links(source, "run") == [(5, "app.Base.run"), (6, "app.Base.run")]


def test_member_of_unknown_parameter_is_no_link() -> None:
    assert after("def f(x): x.cost()\n", "cost") == []


@pytest.mark.parametrize(
    "annotation",
    [
        "Item",
        "'Item'",
        "Item | None",
        "'Item | None'",
        "Optional[Item]",
        "Union[Item, None]",
        "Annotated[Item, 1]",
        "typing.Optional['Item']",
    ],
)
def test_annotated_parameter_has_the_members_of_its_type(annotation: str) -> None:
    body = f"def f(x: {annotation}): x.cost()\n"
    assert after(body, "cost") == ["app.Item.cost"]
    assert confidences(code(body), "cost") == ["inferred"]


@pytest.mark.parametrize(
    "annotation", ["list[Item]", "Item | int", "Callable[[], Item]", "type[Item] | None", "T"]
)
def test_containers_and_unions_are_not_their_parts(annotation: str) -> None:
    assert after(f"def f(x: {annotation}): x.price.real\n", "real") == []
    assert after(f"def f(x: {annotation}): x.make\n", "make") == []


def test_annotated_star_arguments_are_containers() -> None:
    assert after("def f(*x: Item, **y: Item): x.cost(), y.cost()\n", "cost") == []


def test_annotated_parameter_keeps_its_type_unless_another_is_assigned() -> None:
    body = "def f(x: Item):\n    x = {}\n    x.cost()\n    x.cost()\n"
    assert after(body.format("g(x)"), "cost") == ["app.Item.cost"] * 2
    assert after(body.format("Shop()"), "cost") == []


def test_constructed_variable_has_the_members_of_its_class() -> None:
    assert after("def f():\n    x = Item()\n    x.cost()\n", "cost") == ["app.Item.cost"]
    assert after("x = Item()\nx.cost()\n", "cost") == ["app.Item.cost"]


def test_variable_of_two_classes_has_what_only_one_of_them_defines() -> None:
    body = "def f(y):\n    x = Item()\n    if y: x = {}()\n    x.cost()\n"
    assert after(body.format("Shop"), "cost") == ["app.Item.cost"]
    assert after(body.format("gone"), "cost") == []
    assert after("class Other:\n    def cost(self): ...\n" + body.format("Other"), "cost") == []


def test_a_class_that_makes_up_its_members_may_have_any() -> None:
    body = "class Any:\n    def __getattr__(self, name): ...\nclass Open(Gone): ...\n"
    body += "def f(y):\n    x = Item() if y else {}()\n    x.cost()\n"
    assert after(body.format("Any"), "cost") == []
    assert after(body.format("Open"), "cost") == []


def test_none_before_the_value_does_not_count() -> None:
    body = "def f(y):\n    x = None\n    if y: x = Item()\n    x.cost()\n"
    assert after(body, "cost") == ["app.Item.cost"]


def test_both_sides_of_a_condition_must_agree() -> None:
    assert after("def f(y):\n    x = Item() if y else None\n    x.cost()\n", "cost") == [
        "app.Item.cost"
    ]
    assert after("def f(y):\n    x = Item() if y else gone()\n    x.cost()\n", "cost") == []
    assert after("def f(y: Item):\n    x = y or Item()\n    x.cost()\n", "cost") == [
        "app.Item.cost"
    ]


def test_return_annotation_gives_members_of_a_call() -> None:
    assert after("Shop().make().cost()\n", "cost") == ["app.Item.cost"]
    assert after("def f(shop: Shop):\n    x = shop.make()\n    x.cost()\n", "cost") == [
        "app.Item.cost"
    ]


def test_call_without_annotation_has_no_members() -> None:
    assert after("Shop().item('a').cost()\n", "cost") == []


def test_function_that_returns_a_constructed_value_has_its_type() -> None:
    assert after("def f(): return Item()\nf().cost()\n", "cost") == ["app.Item.cost"]
    assert after("def f():\n    yield 1\n    return Item()\nf().cost()\n", "cost") == []


def test_coroutine_must_be_awaited() -> None:
    body = """
async def fetch() -> Item: ...
async def f():
    (await fetch()).cost()
    x = await fetch()
    x.cost()
    fetch().cost()
"""
    assert after(body, "cost") == ["app.Item.cost"] * 2


def test_with_binds_what_enter_returns() -> None:
    source = """
        class File:
            def __enter__(self): return self
            def read(self): ...
        class Lock:
            def __enter__(self): return 1
            def read(self): ...
        def f():
            with File() as file, Lock() as lock:
                file.read()
                lock.read()
    """
    assert links(source, "read") == [(9, "app.File.read")]


def test_caught_exception_has_the_members_of_its_class() -> None:
    source = """
        class Fault(Exception):
            def where(self): ...
        def f():
            try: ...
            except Fault as fault:
                fault.where()
            except (Fault, ValueError) as other:
                other.where()
    """
    assert links(source, "where") == [(6, "app.Fault.where")]


def test_attribute_set_in_init_has_its_parameters_type() -> None:
    source = """
        class Item:
            def cost(self): ...
        class Shop:
            def __init__(self, item: Item, other):
                self.item = item
                self.other = other
                self.made = Item()
            def run(self):
                self.item.cost()
                self.made.cost()
                self.other.cost()
    """
    assert links(source, "cost") == [(9, "app.Item.cost"), (10, "app.Item.cost")]
    assert links(source, "made") == [(10, "app.Shop.made")]


def test_property_has_the_type_that_it_returns() -> None:
    source = """
        class Item:
            def cost(self): ...
        class Shop:
            @property
            def item(self) -> Item: ...
            def run(self):
                self.item.cost()
    """
    assert links(source, "cost") == [(7, "app.Item.cost")]


def test_self_type_is_that_of_the_receiver() -> None:
    source = """
        from typing import Self
        class Base:
            def chain(self) -> Self: ...
            def same(self): return self
        class Shop(Base):
            def sell(self): ...
        Shop().chain().sell()
        Shop().same().sell()
        Base().chain().sell()
    """
    assert links(source, "sell") == [(7, "app.Shop.sell"), (8, "app.Shop.sell")]


def test_cast_and_type_of_self() -> None:
    assert after("def f(x):\n    y = cast('Item', x)\n    y.cost()\n", "cost") == ["app.Item.cost"]
    source = """
        class Shop:
            def run(self):
                type(self).other(), self.__class__.other()
            def other(self): ...
    """
    assert [line for line, _ in links(source, "other")] == [3, 3]


def test_string_annotation_is_linked_where_it_stands() -> None:
    linked = link_files({"app.py": code("def f(ä: 'Shop', x: 'list[ Item ]') -> \"Item\": ...\n")})
    found = [
        (linked.text("app.py", reference), reference.kind)
        for reference in linked.references("app.py")
        if reference.line == SHOP.count("\n") and reference.kind != "definition"
    ]
    assert found == [("Shop", "annotation"), ("Item", "annotation"), ("Item", "annotation")]


def test_strings_elsewhere_and_literals_are_texts() -> None:
    assert after("x = 'Item'\n", "Item") == []
    assert after("def f(x: Literal['Item']): ...\n", "Item") == []
    assert after("def f(x: Annotated[int, 'Item']): ...\n", "Item") == []
    assert after("def f(x: 'not an annotation'): ...\n", "Item") == []


def test_every_part_of_a_chain_is_linked() -> None:
    source = """
        class Outer:
            class Inner:
                def run(self): ...
        Outer.Inner.run
    """
    linked = link_files({"app.py": source})
    last = [r for r in linked.references("app.py") if r.line == 4]
    assert [linked.repository.qualified_name(r.symbol) for r in last] == [
        "app.Outer",
        "app.Outer.Inner",
        "app.Outer.Inner.run",
    ]


def test_kinds_of_use() -> None:
    source = """
        class Fault(Exception): ...
        def mark(*a): ...
        @mark
        def f(x: Fault = mark) -> Fault:
            try:
                raise Fault(1, 2)
            except Fault:
                mark(1, *x, a=3)
        @mark(1)
        class Sub(Fault): ...
        mark = 3
    """
    made = record(source)
    kinds = [
        (reference.line, reference.kind, reference.arguments)
        for reference in made.detail.references
        if reference.kind != "definition"
    ]
    assert kinds == [
        (3, "decorator", 0),
        (4, "annotation", 0),
        (4, "name", 0),
        (4, "annotation", 0),
        (6, "raise", 2),
        (7, "except", 0),
        (8, "call", 3),
        (9, "decorator", 1),
        (10, "base", 0),
        (11, "assign", 0),
    ]


def test_columns_are_bytes() -> None:
    made = record("def größe(): ...\nx = 'é', größe()\n")
    call = next(reference for reference in made.detail.references if reference.kind == "call")
    assert (call.line, call.column, call.end_column) == (2, 10, 17)


def test_call_ends_on_the_line_of_its_bracket() -> None:
    made = record("def f(*a): ...\nf(\n    1,\n)\n")
    call = next(reference for reference in made.detail.references if reference.kind == "call")
    assert (call.line, call.end_line) == (2, 4)


def test_scope_is_the_innermost_symbol_decorators_included() -> None:
    made = record(
        """
        def mark(f): ...
        class Shop:
            @mark
            def run(self):
                mark
        mark
        """
    )
    names = [symbol.name for symbol in made.outline.symbols]
    found = [
        names[reference.scope] if reference.scope >= 0 else ""
        for reference in made.detail.references
        if reference.kind in ("name", "decorator")
    ]
    assert found == ["Shop.run", "Shop.run", ""]


def test_imports_are_linked_part_by_part() -> None:
    files = {"pkg/__init__.py": "", "pkg/sub.py": "def run(): ...\n"}
    source = "import pkg.sub as s\nfrom pkg.sub import run as go\n"
    linked = link_files({"app.py": source, **files})
    found = [
        (linked.text("app.py", r), linked.repository.qualified_name(r.symbol))
        for r in linked.references("app.py")
    ]
    assert found == [
        ("pkg", "pkg"),
        ("sub", "pkg.sub"),
        ("s", "pkg.sub"),
        ("pkg", "pkg"),
        ("sub", "pkg.sub"),
        ("run", "pkg.sub.run"),
        ("go", "pkg.sub.run"),
    ]


def test_deeply_nested_expressions_do_not_stop_the_rest() -> None:
    chain = "x" + ".a()" * 500
    source = f"def helper(): ...\ndef f(x):\n    {chain}\n    helper()\n"
    assert links(source, "helper") == [(4, "app.helper")]


def test_targets_are_shared_by_identifiers_that_mean_the_same() -> None:
    made = record("import os\nos.path\nos.path\nos.path\n")
    assert len(made.detail.references) == 7
    assert len(made.detail.targets) == 2


def test_types_of_symbols_are_in_the_outline() -> None:
    made = record(code("x = Item()\ny = 1\ndef f() -> Shop: ...\n"))
    names = [symbol.name for symbol in made.outline.symbols]
    assert {names[position] for position, _ in made.outline.types} == {"Shop.make", "x", "f"}
