"""Each rule by which names are followed, with a name that it links and one that it must not."""

from __future__ import annotations

import sys

import pytest
from support.link_marks import follow_marks

RUN = "def run(): ...\n"
ITEM = "class Item:\n    def cost(self): ...\n"
RULES: dict[str, dict[str, str]] = {
    "absolute import": {
        "pkg/__init__.py": "",
        "pkg/a.py": RUN,
        "app.py": """
            from pkg.a import run  # run: pkg.a.run
            from pkg.gone import run as other  # run: -
            from pkg.a import gone  # gone: -
        """,
    },
    "relative import": {
        "pkg/__init__.py": "",
        "pkg/a.py": RUN,
        "pkg/sub/__init__.py": "",
        "pkg/sub/a.py": "",
        "pkg/sub/me.py": """
            from ..a import run  # run: pkg.a.run
            from .a import run as here  # run: -
            from ....a import run as far  # run: -
        """,
    },
    "aliased import": {
        "pkg/__init__.py": RUN,
        "app.py": """
            import pkg as p
            from pkg import run as go
            p.run()  # run: pkg.run
            go()  # go: pkg.run
            run()  # run: -
            pkg.run()  # run: -
        """,
    },
    "import a.b.c": {
        "a/__init__.py": RUN,
        "a/b/__init__.py": RUN,
        "a/b/c.py": RUN,
        "app.py": """
            import a.b.c
            a.b.c.run()  # run: a.b.c.run
            a.b.run()  # run: a.b.run
            a.run()  # run: a.run
            b.c.run()  # run: -
            c.run()  # run: -
        """,
    },
    "star import": {
        "listed.py": f"__all__ = ['run']\n{RUN}def other(): ...\n",
        "public.py": "def seen(): ...\ndef _hidden(): ...\n",
        "app.py": """
            from listed import *
            from public import *
            run()  # run: listed.run
            other()  # other: -
            seen()  # seen: public.seen
            _hidden()  # _hidden: -
        """,
    },
    "star import shadowed by a local definition": {
        "a.py": RUN,
        "app.py": """
            from a import *
            run()  # run: a.run
            def f(run):
                run()  # run: -
        """,
    },
    "conditional import": {
        "fast.py": RUN,
        "slow.py": RUN,
        "app.py": """
            import sys
            try:
                from fast import run
            except ImportError:
                from slow import run
            if sys.platform == "win32":
                from nowhere import walk
            else:
                from elsewhere import walk
            def f():
                run()  # run: ~fast.run
                walk()  # walk: -
        """,
    },
    "import in a function": {
        "a.py": RUN,
        "app.py": """
            def f():
                from a import run
                run()  # run: a.run
            def g():
                run()  # run: -
        """,
    },
    "re-export through an initialiser": {
        "pkg/__init__.py": "from .api import run, Item as Thing\n",
        "pkg/api.py": f"from ._impl import run\nfrom ._impl import *\ndef hidden(): ...\n{ITEM}",
        "pkg/_impl.py": RUN,
        "app.py": """
            import pkg
            from pkg import run  # run: pkg._impl.run
            pkg.Thing.cost  # cost: pkg.api.Item.cost
            pkg.Item  # Item: -
            pkg.hidden  # hidden: -
        """,
    },
    "namespace package": {
        "src/company/tool/__init__.py": RUN,
        "src/company/tool/other.py": "from company.tool import run  # run: company.tool.run\n",
        "src/company/tool/wrong.py": "from tool import run  # run: -\n",
    },
    "package of a namespace named like a library": {
        "src/company/requests/__init__.py": """
            import requests
            requests.run()  # run: -
            def run(): ...
            run()  # run: company.requests.run
        """,
        "src/company/other/__init__.py": "import requests\nrequests.run()  # run: -\n",
        "use.py": "import company.requests\n",
    },
    "src layout": {
        "pyproject.toml": "",
        "src/app/__init__.py": RUN,
        "tests/test_app.py": """
            from app import run  # run: app.run
            from src.missing import run as other  # run: -
        """,
    },
    "several packages in one repository": {
        "one/pyproject.toml": "",
        "one/src/first/__init__.py": RUN,
        "two/pyproject.toml": "",
        "two/src/second/__init__.py": """
            from first import run  # run: first.run
            from third import run as other  # run: -
        """,
    },
    "script beside script": {
        "scripts/tool.py": RUN,
        "scripts/build.py": "from tool import run  # run: tool.run\n",
        "other/build.py": "from tool import run  # run: -\n",
    },
    "test beside test": {
        "tests/helper.py": RUN,
        "tests/test_a.py": "import helper\nhelper.run()  # run: helper.run\n",
        "pkg/__init__.py": "import helper\nhelper.run()  # run: -\n",
    },
    "standard library first": {
        "json/__init__.py": "def loads(): ...\n",
        "json/inner.py": "from json import loads  # loads: -\n",
        "own/__init__.py": "def loads(): ...\n",
        "own/inner.py": "from own import loads  # loads: own.loads\n",
    },
    "module member": {
        "pkg/__init__.py": "LIMIT = 1\n",
        "pkg/sub.py": RUN,
        "app.py": """
            import pkg
            pkg.LIMIT  # LIMIT: pkg.LIMIT
            pkg.sub.run  # run: pkg.sub.run
            pkg.LIMIT.run  # run: -
            pkg.gone  # gone: -
        """,
    },
    "class member by inheritance across modules": {
        "a.py": "class A:\n    def run(self): ...\n    def only(self): ...\n",
        "b.py": "import a\nclass B(a.A):\n    def run(self): ...\n",
        "app.py": """
            from b import B
            class C(B):
                def go(self):
                    self.run()  # run: b.B.run
                    self.only()  # only: a.A.only
                    self.gone()  # gone: -
            B.only  # only: a.A.only
            def go(x):
                x.run()  # run: -
        """,
    },
    "class member behind a class from elsewhere": {
        "a.py": "class A:\n    def run(self): ...\n",
        "app.py": """
            from a import A
            from elsewhere import X
            class B(A, X):
                def go(self):
                    self.run()  # run: a.A.run
            class C(X, A):
                def go(self):
                    self.run()  # run: ~a.A.run
                    self.gone()  # gone: -
        """,
    },
    "self": {
        "app.py": """
            class Shop:
                def run(self):
                    self.other()  # other: app.Shop.other
                def other(self): ...
                @staticmethod
                def free(self):
                    self.other()  # other: -
            def other(self):
                self.other()  # other: -
        """,
    },
    "cls": {
        "app.py": """
            class Shop:
                @classmethod
                def run(cls):
                    cls.other()  # other: app.Shop.other
                def other(self): ...
                def plain(self, cls):
                    cls.other()  # other: -
        """,
    },
    "super": {
        "a.py": "class A:\n    def run(self): ...\n",
        "app.py": """
            from a import A
            class B(A):
                def run(self):
                    super().run()  # run: a.A.run
                    super(B, self).run()  # run: a.A.run
                def other(self):
                    super().other()  # other: -
                    super(A, self).run()  # run: -
        """,
    },
    "submodule and name of one package": {
        "pkg/__init__.py": """
            from . import tool as module
            from .tool import tool
            from . import tool as function
            module.run  # run: pkg.tool.run
            function.run  # run: -
        """,
        "pkg/tool.py": f"{RUN}def tool(): ...\n",
        "app.py": """
            from pkg import module, tool
            module.run  # run: pkg.tool.run
            tool()  # tool: pkg.tool.tool
            tool.run  # run: -
        """,
    },
    "attribute set in __init__": {
        "app.py": """
            class Shop:
                def __init__(self, other):
                    self.size = 1
                    other.weight = 2
                def run(self, other):
                    self.size  # size: app.Shop.size
                    self.weight  # weight: -
                    other.size  # size: -
        """,
    },
    "attribute declared in a base class": {
        "app.py": """
            class Base:
                name: str
                @property
                def open(self): ...
                @open.setter
                def open(self, value): ...
                def call(self): ...
            class Shop(Base):
                def __init__(self):
                    self.name = "a"
                    self.open = True
                    self.call = print
                    self.own = 1
                def run(self):
                    self.name  # name: app.Base.name
                    self.open  # open: app.Base.open
                    self.call  # call: app.Shop.call
                    self.own  # own: app.Shop.own
                    self.__dict__  # __dict__: -
        """,
    },
    "nested definition": {
        "app.py": """
            def outer():
                def inner(): ...
                class Local:
                    def run(self): ...
                inner()  # inner: app.outer.inner
                Local.run  # run: app.outer.Local.run
            inner()  # inner: -
            outer.inner  # inner: -
        """,
    },
    "parameter shadows": {
        "app.py": """
            def run(): ...
            def f(x, *, run):
                run()  # run: -
            def g(x=run):  # run: app.run
                run()  # run: app.run
        """,
    },
    "local variable shadows": {
        "app.py": """
            def run(): ...
            def f():
                run()  # run: -
                run = 1
            def g():
                run()  # run: app.run
        """,
    },
    "loop and with shadow": {
        "app.py": """
            def run(): ...
            def f(x):
                for run in x:
                    run()  # run: -
            def g(x):
                with x as run:
                    run()  # run: -
                for y in run():  # run: -
                    pass
            def h(x):
                with run() as y:  # run: app.run
                    pass
        """,
    },
    "comprehension": {
        "app.py": """
            def run(): ...
            [run for run in range(3)]  # run: -
            [x for x in run()]  # run: app.run
            {x: run for x in range(3)}  # run: app.run
            class Shop:
                size = 1
                first = [x for x in [size]]  # size: app.Shop.size
                other = [size for x in range(3)]  # size: -
        """,
    },
    "global": {
        "app.py": """
            total = 0
            def f():
                global total
                total += 1  # total: app.total
            def g():
                total = 1
                return total  # total: -
        """,
    },
    "nonlocal": {
        "app.py": """
            def run(): ...
            def outer():
                def run(): ...
                def inner():
                    nonlocal run
                    run()  # run: app.outer.run
            def other():
                run = 1
                def inner():
                    nonlocal run
                    run()  # run: -
        """,
    },
    "annotation in a string": {
        "a.py": ITEM,
        "app.py": """
            from a import Item
            def f(x: "Item | None"):  # Item: a.Item
                x.cost()  # cost: ~a.Item.cost
            def g(x: "list[Item]"):  # Item: a.Item
                x.cost()  # cost: -
            text = "Item"  # Item: -
        """,
    },
    "import for type checking": {
        "a.py": ITEM,
        "app.py": """
            from typing import TYPE_CHECKING
            if TYPE_CHECKING:
                from a import Item
                from elsewhere import Other
            def f(x: "Item", y: "Other"):  # Item: a.Item
                x.cost()  # cost: ~a.Item.cost
                y.cost()  # cost: -
        """,
    },
    "decorator": {
        "a.py": "def mark(f): ...\ndef made(x): ...\n",
        "app.py": """
            from a import mark, made
            @mark  # mark: a.mark
            def f(mark):
                mark  # mark: -
            @made(1)  # made: a.made
            class Shop:
                def mark(self): ...
                @mark  # mark: app.Shop.mark
                def run(self): ...
        """,
    },
    "match": {
        "app.py": """
            class Point:
                def move(self): ...
            def run(): ...
            def f(x):
                match x:
                    case Point() as p:  # Point: app.Point
                        p.move()  # move: ~app.Point.move
                    case [run, *_]:
                        run()  # run: -
        """,
    },
    "assignment expression": {
        "app.py": """
            def run(): ...
            class Item:
                def cost(self): ...
            def f():
                if (x := Item()):
                    x.cost()  # cost: ~app.Item.cost
                [run := y for y in range(3)]
                run()  # run: -
            def g():
                run()  # run: app.run
        """,
    },
    "except as": {
        "app.py": """
            class Fault(Exception):
                def where(self): ...
            def run(): ...
            def f():
                try:
                    run()  # run: -
                except Fault as run:
                    run.where()  # where: ~app.Fault.where
            def g():
                try:
                    run()  # run: app.run
                except Fault as fault:  # Fault: app.Fault
                    pass
        """,
    },
    "lambda": {
        "app.py": """
            def run(): ...
            f = lambda run: run()  # run: -
            g = lambda x: run()  # run: app.run
            h = lambda x=run: x  # run: app.run
        """,
    },
    "del": {
        "app.py": """
            def run(): ...
            def f():
                del run
                run()  # run: -
            def g():
                run()  # run: app.run
        """,
    },
    "class scope": {
        "app.py": """
            def run(): ...
            class Shop:
                def run(self): ...
                table = run  # run: app.Shop.run
                def go(self):
                    run()  # run: app.run
                def size(self): ...
                def other(self):
                    size()  # size: -
        """,
    },
    "builtin before and after it is replaced": {
        "app.py": """
            first = bytes  # bytes: -
            bytes = bytes
            bytes()  # bytes: app.bytes
            def f():
                bytes()  # bytes: app.bytes
        """,
    },
    "name that only a stub has": {
        "pkg/__init__.py": "def run(): ...\n",
        "pkg/__init__.pyi": "Kind = int\ndef run() -> int: ...\n",
        "app.py": """
            import pkg
            pkg.Kind  # Kind: pkg.Kind
            pkg.run  # run: pkg.run
            pkg.gone  # gone: -
        """,
    },
    "constructed, annotated and returned types": {
        "a.py": f"{ITEM}class Shop:\n    item: Item\n    def make(self) -> Item: ...\n",
        "app.py": """
            from a import Item, Shop
            def f(shop: Shop, other, many: list[Shop]):
                x = Item()
                x.cost()  # cost: ~a.Item.cost
                shop.item.cost()  # cost: ~a.Item.cost
                shop.make().cost()  # cost: ~a.Item.cost
                other.item.cost()  # cost: -
                many.item.cost()  # cost: -
        """,
    },
    "variable of two types": {
        "app.py": """
            class A:
                def run(self): ...
            class B:
                def run(self): ...
            def f(flag):
                x = A() if flag else B()
                x.run()  # run: -
                y = A()
                y.run()  # run: ~app.A.run
        """,
    },
    "variable bound anew": {
        "app.py": """
            class A:
                def run(self): ...
            class B:
                def run(self): ...
            def straight(x: A):
                x.run()  # run: ~app.A.run
                x = B()
                x.run()  # run: ~app.B.run
                x = x.gone()
                x.run()  # run: -
            def branches(flag):
                if flag:
                    x = A()
                    x.run()  # run: ~app.A.run
                else:
                    x = B()
                    x.run()  # run: ~app.B.run
                x.run()  # run: -
            def loop(x: A):
                for _ in range(3):
                    x.run()  # run: -
                    x = B()
                    x.run()  # run: ~app.B.run
                x.run()  # run: -
            def closure(x: A):
                def later():
                    x.run()  # run: -
                x = B()
            def handled():
                x = A()
                try:
                    x = B()
                    x.run()  # run: ~app.B.run
                except ValueError:
                    x.run()  # run: -
        """,
    },
    "name that isinstance tells of": {
        "app.py": """
            class A:
                def run(self): ...
            class B(A):
                def run(self): ...
                def only(self): ...
            def inside(x):
                if isinstance(x, A):
                    x.run()  # run: ~app.A.run
                x.run()  # run: -
            def narrower(x: A):
                if isinstance(x, B) and x.only():  # only: ~app.B.only
                    x.run()  # run: ~app.B.run
                else:
                    x.run()  # run: ~app.A.run
            def leaving(x):
                if not isinstance(x, A):
                    x.run()  # run: -
                    return
                x.run()  # run: ~app.A.run
            def asserted(x):
                x.run()  # run: -
                assert isinstance(x, A)
                x.run()  # run: ~app.A.run
            def either(x):
                if isinstance(x, (A, B)) or isinstance(x, A):
                    x.run()  # run: -
            def chosen(x):
                a = x.run() if isinstance(x, A) else None  # run: ~app.A.run
                b = x.run() if not isinstance(x, A) else None  # run: -
            def many(xs):
                [x.run() for x in xs if isinstance(x, A)]  # run: ~app.A.run
                [x.run() for x in xs]  # run: -
            def anew(x):
                if isinstance(x, A):
                    x = x.gone()
                    x.run()  # run: -
        """,
    },
    "elements of annotated containers": {
        "a.py": """
            from collections.abc import Iterator, Sequence
            class Item:
                def cost(self): ...
            class Shop:
                items: list[Item]
                def __init__(self, more: "Sequence[Item]"):
                    self.more = more
                def all(self) -> Iterator[Item]: ...
                def __iter__(self) -> Iterator[Item]: ...
                def __getitem__(self, name) -> Item: ...
            class Index:
                def __iter__(self) -> Iterator[str]: ...
                def __getitem__(self, name) -> Item: ...
        """,
        "app.py": """
            from a import Index, Item, Shop
            def f(shop: Shop, index: Index, some: list[Item], table: dict[str, Item], *rest: Item):
                for x in shop.items:
                    x.cost()  # cost: ~a.Item.cost
                [x.cost() for x in shop.more]  # cost: ~a.Item.cost
                for _, x in enumerate(shop.all()):
                    x.cost()  # cost: ~a.Item.cost
                for x, y in zip(rest, table):
                    x.cost()  # cost: ~a.Item.cost
                    y.cost()  # cost: -
                for x in shop:
                    x.cost()  # cost: ~a.Item.cost
                for x in index:
                    x.cost()  # cost: -
                for x in sorted(some, key=len):
                    x.cost()  # cost: ~a.Item.cost
                for x in (Item(), Item()):
                    x.cost()  # cost: ~a.Item.cost
                for x in (Item(), shop):
                    x.cost()  # cost: ~a.Item.cost
                    x.gone()  # gone: -
                some[0].cost()  # cost: ~a.Item.cost
                some[1:].cost()  # cost: -
                index["a"].cost()  # cost: ~a.Item.cost
                table["a"].cost()  # cost: ~a.Item.cost
                shop.items.cost()  # cost: -
                some.cost()  # cost: -
                for x in table:
                    x.cost()  # cost: -
        """,
    },
    "receiver with a type variable": {
        "app.py": """
            from typing import TypeVar
            T = TypeVar("T")
            class Base:
                def __enter__(self: T) -> T: ...
                @classmethod
                def make(cls: type[T]) -> T: ...
                def other(self, x: T) -> T: ...
            class Shop(Base):
                def run(self): ...
            with Shop() as shop:
                shop.run()  # run: ~app.Shop.run
            Shop.make().run()  # run: ~app.Shop.run
            Shop().other(1).run()  # run: -
        """,
    },
}
if sys.version_info >= (3, 12):
    RULES["type parameter"] = {
        "app.py": """
            class T: ...
            def run[T](x: T) -> T:  # T: -
                return T  # T: -
            class Box[T]:
                item: T  # T: -
            type Pair[T] = tuple[T, T]  # T: -
            y: T  # T: app.T
        """
    }


@pytest.mark.parametrize("rule", RULES)
def test_rule_links_what_it_should_and_nothing_else(rule: str) -> None:
    marked = follow_marks(RULES[rule])
    assert marked.found == marked.expected
    assert marked.shows_both
