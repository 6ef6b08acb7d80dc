"""What types of values tell, with a name that each rule links and one that it must not."""

from __future__ import annotations

import pytest
from support.link_marks import follow_marks

SHOP = """
    from __future__ import annotations
    from collections.abc import Iterator
    from contextlib import asynccontextmanager, contextmanager
    from enum import Enum
    from typing import NamedTuple, TypeVar

    class Base:
        def cost(self): ...
    class Item(Base):
        def eat(self): ...
    class Tool(Base):
        def use(self): ...
    class Other:
        def cost(self): ...

    class Colour(Enum):
        RED = 1
        def mix(self): ...

    class Order(NamedTuple):
        item: Item
        number: int
        tool: Tool
        def total(self): ...

    T = TypeVar("T", bound="Item")

    @contextmanager
    def opened() -> Iterator[Item]: ...
    @contextmanager
    def closed():
        yield Tool()
    @asynccontextmanager
    async def waited():
        yield Item()
    def made():
        yield Item()
    def pair():
        return Item(), Tool()
    def named(item: Item) -> dict[str, Item]: ...
    class Mill:
        def __call__(self): ...
    class FastMill(Mill): ...
    def chosen() -> type[Mill]: ...
"""
RULES: dict[str, str] = {
    "calls of values": """
        from shop import FastMill, Item, Mill, chosen, made
        def f(mill: Mill, kind: type[Mill]):
            mill()  # mill: ~shop.Mill.__call__
            kind()  # kind: -
            fast = FastMill()
            fast()  # fast: ~shop.Mill.__call__
            item = Item()
            item()  # item: -
            cls = chosen()
            cls()  # cls: -
            own = Mill
            own()  # own: -
            for each in made():
                each()  # each: -
    """,
    "what all of several classes inherit": """
        from typing import Optional, Union
        from shop import Item, Other, Tool
        Either = Union["Item", "Tool"]
        Both = Item | Tool
        def f(a: Item | Tool, b: Either, c: Optional[Both], d: Item | Other, e: Union[Item, int]):
            a.cost()  # cost: ~shop.Base.cost
            b.cost()  # cost: ~shop.Base.cost
            c.cost()  # cost: ~shop.Base.cost
            d.cost()  # cost: -
            e.cost()  # cost: -
            a.eat()  # eat: ~shop.Item.eat
            d.gone()  # gone: -
            for x in (Item(), Tool()):
                x.cost()  # cost: ~shop.Base.cost
        def g(flag):
            x = Item() if flag else Tool()
            x.cost()  # cost: ~shop.Base.cost
            if flag:
                y = Item()
            else:
                y = Other()
            y.cost()  # cost: -
    """,
    "isinstance with several classes": """
        from shop import Item, Other, Tool
        KINDS = (Item, Tool)
        SOME = (Item, unknown())
        def f(x):
            if isinstance(x, (Item, Tool)):
                x.cost()  # cost: ~shop.Base.cost
            elif isinstance(x, Item | Tool):
                x.cost()  # cost: ~shop.Base.cost
            elif isinstance(x, KINDS):
                x.cost()  # cost: ~shop.Base.cost
            elif isinstance(x, (Item, int)):
                x.cost()  # cost: -
            elif isinstance(x, SOME):
                x.cost()  # cost: -
            try: ...
            except (Item, Tool) as error:
                error.cost()  # cost: ~shop.Base.cost
    """,
    "match": """
        from shop import Item, Other, Tool
        def f(x):
            match x:
                case Item():
                    x.cost()  # cost: ~shop.Base.cost
                case Item(1) | Tool():
                    x.cost()  # cost: ~shop.Base.cost
                case Item() | 3:
                    x.cost()  # cost: -
                case (Item() | Tool()) as y:
                    y.cost()  # cost: ~shop.Base.cost
                case Other() as z:
                    z.cost()  # cost: ~shop.Other.cost
                case _:
                    x.cost()  # cost: -
    """,
    "dictionaries": """
        from collections import defaultdict
        from contextvars import ContextVar
        from shop import Item, Tool, named
        TABLE = {"a": Item(), "b": Item()}
        MIXED = {"a": Item(), "b": 3}
        def f(d: dict[Tool, Item], e: defaultdict[str, list[Item]]):
            d["a"].eat()  # eat: ~shop.Item.eat
            d.get("a").eat()  # eat: ~shop.Item.eat
            d.pop("a").eat()  # eat: ~shop.Item.eat
            d.get("a").use()  # use: -
            for x in d:
                x.use()  # use: ~shop.Tool.use
            for x in d.values():
                x.eat()  # eat: ~shop.Item.eat
            for k, v in d.items():
                k.use()  # use: ~shop.Tool.use
                v.eat()  # eat: ~shop.Item.eat
                v.use()  # use: -
            e["a"][0].eat()  # eat: ~shop.Item.eat
            TABLE["a"].eat()  # eat: ~shop.Item.eat
            MIXED["a"].eat()  # eat: -
            named(1)["a"].eat()  # eat: ~shop.Item.eat
            {1: x for x in d}[1].use()  # use: ~shop.Tool.use
            d.eat()  # eat: -
        current: ContextVar[Item] = ContextVar("current")
        current.get(None).eat()  # eat: ~shop.Item.eat
        current.set(1).eat()  # eat: -
    """,
    "named tuples": """
        from shop import Order
        def f(order: Order, orders: list[Order]):
            item, number, tool = order
            item.eat()  # eat: ~shop.Item.eat
            number.eat()  # eat: -
            tool.use()  # use: ~shop.Tool.use
            order[0].eat()  # eat: ~shop.Item.eat
            order[-1].use()  # use: ~shop.Tool.use
            order[7].use()  # use: -
            for one, _, other in orders:
                one.eat()  # eat: ~shop.Item.eat
                other.use()  # use: ~shop.Tool.use
    """,
    "tuples": """
        from shop import Item, Tool, pair
        def f(t: tuple[Item, int, Tool], many: list[tuple[Item, Tool]], open: tuple[Item, ...]):
            t[0].eat()  # eat: ~shop.Item.eat
            t[1].eat()  # eat: -
            t[-1].use()  # use: ~shop.Tool.use
            t[5].use()  # use: -
            open[3].eat()  # eat: ~shop.Item.eat
            a, b, c = t
            a.eat()  # eat: ~shop.Item.eat
            b.eat()  # eat: -
            c.use()  # use: ~shop.Tool.use
            for x, y in many:
                x.eat()  # eat: ~shop.Item.eat
                y.use()  # use: ~shop.Tool.use
            for number, (x, y) in enumerate(many):
                y.use()  # use: ~shop.Tool.use
            for (x, y), z in zip(many, open):
                x.eat()  # eat: ~shop.Item.eat
                z.eat()  # eat: ~shop.Item.eat
            d, e = pair()
            d.eat()  # eat: ~shop.Item.eat
            e.use()  # use: ~shop.Tool.use
            pair()[0].eat()  # eat: ~shop.Item.eat
            pair()[-1].use()  # use: ~shop.Tool.use
            pair()[2].use()  # use: -
            both = pair()
            both[1].use()  # use: ~shop.Tool.use
            first, *others, last = t
            first.eat()  # eat: ~shop.Item.eat
            others.eat()  # eat: -
            last.use()  # use: ~shop.Tool.use
            (g, h), i = (t, t)
            i.eat()  # eat: -
    """,
    "elements": """
        from shop import Item, Tool, made
        def f(xs: list[Item], ys: list[Tool]):
            xs.pop().eat()  # eat: ~shop.Item.eat
            max(xs).eat()  # eat: ~shop.Item.eat
            min(xs, key=len).eat()  # eat: ~shop.Item.eat
            max(xs[0], ys[0]).cost()  # cost: ~shop.Base.cost
            next(iter(xs)).eat()  # eat: ~shop.Item.eat
            next((x for x in xs if x), None).eat()  # eat: ~shop.Item.eat
            next(iter(xs), 3).eat()  # eat: -
            list(reversed(xs))[-1].eat()  # eat: ~shop.Item.eat
            sorted(xs)[0].eat()  # eat: ~shop.Item.eat
            [x for x in xs][0].eat()  # eat: ~shop.Item.eat
            found = [y for x in xs for y in ys]
            found[0].use()  # use: ~shop.Tool.use
            found[0].eat()  # eat: -
            for x in made():
                x.eat()  # eat: ~shop.Item.eat
            xs.copy().pop().eat()  # eat: ~shop.Item.eat
            xs.count(1).eat()  # eat: -
        class Shelf:
            items: list[Item]
            pair: tuple[Item, Tool]
        def g(shelf: Shelf):
            for x in shelf.items[1:]:
                x.eat()  # eat: ~shop.Item.eat
            shelf.items[1:].eat()  # eat: -
            shelf.pair[1:].eat()  # eat: -
            shelf.pair[1].use()  # use: ~shop.Tool.use
            shelf.items[1].eat()  # eat: ~shop.Item.eat
            shelf[1:].eat()  # eat: -
    """,
    "type variables, managers and enumerations": """
        from shop import Colour, T, closed, opened, waited
        def f(x: T, y: type[T]):
            x.eat()  # eat: ~shop.Item.eat
            y.eat()  # eat: shop.Item.eat
            x.use()  # use: -
            with opened() as item, closed() as tool:
                item.eat()  # eat: ~shop.Item.eat
                tool.use()  # use: ~shop.Tool.use
            opened().eat()  # eat: -
            Colour.RED.mix()  # mix: ~shop.Colour.mix
            Colour["RED"].mix()  # mix: ~shop.Colour.mix
            for colour in Colour:
                colour.mix()  # mix: ~shop.Colour.mix
        async def g():
            async with waited() as item:
                item.eat()  # eat: ~shop.Item.eat
    """,
    "functions as values": """
        from collections.abc import Callable
        from functools import partial
        from shop import Item, Tool, pair
        def f(make: Callable[[], Item], run: Callable):
            make().eat()  # eat: ~shop.Item.eat
            make.eat()  # eat: -
            run().eat()  # eat: -
            tool = lambda: Tool()
            tool().use()  # use: ~shop.Tool.use
            partial(Item)().eat()  # eat: ~shop.Item.eat
            partial(pair, 1)()[0].eat()  # eat: ~shop.Item.eat
    """,
    "defaults": """
        from shop import Item
        def f(x=Item(), y=None, z=None, n=3):
            x.eat()  # eat: ~shop.Item.eat
            y = y or Item()
            y.eat()  # eat: ~shop.Item.eat
            if z is None:
                z = Item()
            z.eat()  # eat: ~shop.Item.eat
            n.eat()  # eat: -
            m = n or Item()
            m.eat()  # eat: -
    """,
    "bare Final": """
        from typing import ClassVar, Final
        from shop import Item
        ITEM: Final = Item()
        COUNT: Final = 3
        ITEM.eat()  # eat: ~shop.Item.eat
        COUNT.eat()  # eat: -
        class Shelf:
            item: ClassVar = Item()
        Shelf().item.eat()  # eat: ~shop.Item.eat
    """,
    "bound to None again": """
        from shop import Item
        def f():
            a = Item()
            a.eat()  # eat: ~shop.Item.eat
            a = None
            a.eat()  # eat: -
    """,
    "bound to None at the end of a module": """
        from shop import Item
        a = Item()
        a = None
        b = None
        b = Item()
        a.eat()  # eat: -
        b.eat()  # eat: ~shop.Item.eat
    """,
    "class decorators": """
        from typing import TypeVar
        from shop import Item, Tool
        T = TypeVar("T", bound=Item)
        def replace(cls):
            return Tool
        def keep(cls):
            return cls
        def annotated(cls: type[T]) -> type[T]: ...
        def number(cls) -> int: ...
        @keep
        @annotated
        @gone(1)
        class Kept(Item): ...
        @replace
        class Replaced(Item): ...
        @number
        class Number(Item): ...
        Kept().eat()  # eat: ~shop.Item.eat
        Replaced().eat()  # eat: -
        Replaced().use()  # use: ~shop.Tool.use
        def f(x: Replaced):
            x.eat()  # eat: -
        class Outer:
            class Inner:
                def swap(cls):
                    return Tool
                @swap
                class Inside(Item): ...
        Outer.Inner.Inside().eat()  # eat: -
        Outer.Inner.Inside().use()  # use: ~shop.Tool.use
    """,
    "objects that are called, and classes with a subscript": """
        from typing import Generic, TypeVar
        from shop import Item, Tool
        T = TypeVar("T")
        class Maker:
            def __call__(self) -> Item: ...
        class Box(Generic[T]):
            def lid(self): ...
        def f(make: Maker, tool: Tool):
            make().eat()  # eat: ~shop.Item.eat
            tool().use()  # use: -
        Box[int]().lid()  # lid: ~app.Box.lid
    """,
    "one of two definitions": """
        from shop import Item, Tool
        if Item:
            def make(): return Item()
            def same(): return Item()
        else:
            def make(): return Tool()
            def same(): return Item()
        make().eat()  # eat: ~shop.Item.eat
        make().cost()  # cost: ~shop.Base.cost
        make().gone()  # gone: -
        same().eat()  # eat: ~shop.Item.eat
    """,
    "given back by a function that returns its parameter": """
        from shop import Item, Tool
        def wrapped(first, thing, *rest, flag=False):
            if flag:
                return thing
            thing.gone()  # gone: -
            return thing
        def named(thing: Tool): return thing
        def anew(thing):
            thing = thing.copy()
            return thing
        def other(thing, else_):
            if thing:
                return else_
            return thing
        def maybe(thing=None): return thing
        async def waited(thing): return thing
        def some(thing):
            yield thing
            return thing
        class Box:
            def put(self, thing): return thing
        def f(unknown):
            x = Item()
            x = wrapped(1, x)
            x.eat()  # eat: ~shop.Item.eat
            x = wrapped(1, x, flag=True)
            x.eat()  # eat: ~shop.Item.eat
            wrapped(0, Tool()).use()  # use: ~shop.Tool.use
            wrapped(Tool(), 1).use()  # use: -
            wrapped(Tool()).use()  # use: -
            wrapped(*unknown, Tool()).use()  # use: -
            named(x).use()  # use: ~shop.Tool.use
            anew(x).eat()  # eat: -
            other(x, x).eat()  # eat: -
            maybe(x).eat()  # eat: ~shop.Item.eat
            maybe().eat()  # eat: -
            waited(x).eat()  # eat: -
            some(x).eat()  # eat: -
            Box().put(x).eat()  # eat: -
            Box.put(x).eat()  # eat: -
            maybe(unknown).eat()  # eat: -
            maybe(Item)().eat()  # eat: ~shop.Item.eat
        def g(flag):
            if flag:
                x = maybe(Item())
            else:
                x = maybe(Tool())
            x.cost()  # cost: ~shop.Base.cost
            x.eat()  # eat: ~shop.Item.eat
    """,
    "bound by what it was": """
        from shop import Item, Tool
        class Node:
            def up(self) -> "Node": ...
            def leaf(self) -> Item: ...
        def f(node: Node, flag):
            x = node.up()
            while flag:
                x = x.up()  # up: ~app.Node.up
                x.leaf()  # leaf: ~app.Node.leaf
            y = node
            for _ in range(3):
                y = y.gone()
                y.leaf()  # leaf: -
    """,
    "type arguments": """
        from typing import Dict, Generic, Iterator, List, Protocol, TypeVar
        from shop import Item, Tool
        U = TypeVar("U")
        V = TypeVar("V")
        W = TypeVar("W", bound=Item)
        class Box(Generic[U]):
            inside: U
            def get(self) -> U: ...
            def all(self) -> "list[U]": ...
            def same(self) -> "Box[U]": ...
            def me(self) -> "Box": ...
            def __iter__(self) -> Iterator[U]: ...
            def __getitem__(self, key) -> U: ...
            def __enter__(self) -> U: ...
        class Pair(Box[V], Dict[U, V]):
            def key(self) -> U: ...
        class ItemBox(Box[Item]): ...
        class Deep(ItemBox):
            def look(self):
                self.get().eat()  # eat: ~shop.Item.eat
                super().get().eat()  # eat: ~shop.Item.eat
        class Named(Protocol[W]):
            def first(self) -> W: ...
        def f(box: Box[Item], pair: Pair[Tool, Item], bare: Box, name: Named):
            many: Box[List[Item]] = made()
            box.get().eat()  # eat: ~shop.Item.eat
            box.get().use()  # use: -
            box.inside.eat()  # eat: ~shop.Item.eat
            box.all()[0].eat()  # eat: ~shop.Item.eat
            box.same().get().eat()  # eat: ~shop.Item.eat
            box.me().get().eat()  # eat: -
            for each in box:
                each.eat()  # eat: ~shop.Item.eat
            box["a"].eat()  # eat: ~shop.Item.eat
            with box as held:
                held.eat()  # eat: ~shop.Item.eat
            pair.get().use()  # use: ~shop.Tool.use
            pair.key().eat()  # eat: ~shop.Item.eat
            bare.get().eat()  # eat: -
            many.get()[0].eat()  # eat: ~shop.Item.eat
            many.get().eat()  # eat: -
            Deep().get().eat()  # eat: ~shop.Item.eat
            Box[Item]().get().eat()  # eat: ~shop.Item.eat
            Box().get().eat()  # eat: -
            name.first().eat()  # eat: ~shop.Item.eat
    """,
    "parameters of lambdas": """
        from typing import Any, Callable, Optional
        from shop import Item, Tool
        Hook = Callable[["Item", Tool], None]
        def each(hook: Hook, n: int = 0, *, last: Optional[Callable[[Tool], int]] = None): ...
        def open_hook(hook: Callable[..., Item]): ...
        class Shop:
            def __init__(self, made: Callable[[Item], None]): ...
            def on(self, hook: Callable[[Item], Any]): ...
            @staticmethod
            def at(hook: Hook): ...
            @classmethod
            def of(cls, hook: Hook): ...
        def f(shop: Shop, items: list[Item], tools: dict[str, Tool], unknown):
            each(lambda item, tool: item.eat())  # eat: ~shop.Item.eat
            each(lambda item, tool: tool.use())  # use: ~shop.Tool.use
            each(lambda item, tool, more: more.use())  # use: -
            each(print, last=lambda tool: tool.use())  # use: ~shop.Tool.use
            each(print, lambda item: item.eat())  # eat: -
            each(*unknown, lambda item: item.eat())  # eat: -
            each(other=lambda item: item.eat())  # eat: -
            unknown(lambda item: item.eat())  # eat: -
            open_hook(lambda item: item.eat())  # eat: -
            Shop(lambda item: item.eat())  # eat: ~shop.Item.eat
            shop.on(lambda item: item.eat())  # eat: ~shop.Item.eat
            shop.on(hook=lambda item: item.eat())  # eat: ~shop.Item.eat
            Shop.on(shop, lambda item: item.eat())  # eat: ~shop.Item.eat
            Shop.at(lambda item, tool: tool.use())  # use: ~shop.Tool.use
            shop.at(lambda item, tool: tool.use())  # use: ~shop.Tool.use
            Shop.of(lambda item, tool: tool.use())  # use: ~shop.Tool.use
            sorted(items, key=lambda item: item.eat())  # eat: ~shop.Item.eat
            max(tools.values(), key=lambda tool: tool.use())  # use: ~shop.Tool.use
            items.sort(key=lambda item: item.eat())  # eat: ~shop.Item.eat
            unknown.sort(key=lambda item: item.eat())  # eat: -
            map(lambda item, tool: tool.use(), items, tools.values())  # use: ~shop.Tool.use
            filter(lambda item: item.eat(), items)  # eat: ~shop.Item.eat
            sorted(items, key=lambda *given: given.eat())  # eat: -
    """,
    "attributes of functions": """
        from shop import Item, Tool
        def view(): ...
        view.item = Item()
        view.kind = Tool
        view.either = Item()
        class Shop: ...
        Shop.item = Item()
        def other(): ...
        def f(given):
            view.item.eat()  # eat: ~shop.Item.eat
            view.kind().use()  # use: ~shop.Tool.use
            view.either.cost()  # cost: ~shop.Base.cost
            other.item.eat()  # eat: -
            Shop.item.eat()  # eat: -
            given.item = Item()
            given.item.eat()  # eat: -
            view.either = Tool()
        def wrapped(function):
            def inner():
                inner.calls.eat()  # eat: ~shop.Item.eat
            inner.calls = Item()
            return inner
    """,
}


@pytest.mark.parametrize("rule", RULES)
def test_type_of_a_value_links_what_it_should_and_nothing_else(rule: str) -> None:
    marked = follow_marks({"shop.py": SHOP, "app.py": RULES[rule]})
    assert marked.found == marked.expected
    assert marked.shows_both


def test_parts_of_an_import_path_are_packages() -> None:
    marked = follow_marks(
        {
            "lib/__init__.py": "from lib.tools import tools\n",
            "lib/tools/__init__.py": "def tools(): ...\n",
            "lib/tools/saw.py": "def cut(): ...\n",
            "app.py": """
            from lib.tools.saw import cut  # tools: lib.tools
            from lib.tools import tools  # lib: lib
            import lib.tools.saw  # saw: lib.tools.saw
            import lib.gone.saw  # gone: -
        """,
        }
    )
    assert marked.found == marked.expected
