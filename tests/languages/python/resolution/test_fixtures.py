"""Each rule by which pytest finds fixtures, with a name that it links and one that it must not."""

from __future__ import annotations

import pytest
from support.link_marks import follow_marks
from support.linked import link_files

SHOP = "class Shop:\n    def open(self): ...\n"
CONFTEST = """
    import pytest
    from shop import Shop

    @pytest.fixture
    def shop():
        return Shop()
"""
RULES: dict[str, dict[str, str]] = {
    "a class behind a base that is not of the repository": {
        "tests/test_shop.py": """
            import pytest
            from elsewhere import Unknown

            class Base:
                @pytest.fixture
                def shop(self): ...

            class TestShop(Unknown, Base):
                def test_open(self, shop): ...  # shop: ~test_shop.Base.shop

            def test_closed(shop): ...  # shop: -
        """,
    },
    "parameter of a test": {
        "shop.py": SHOP,
        "tests/conftest.py": CONFTEST,
        "tests/test_shop.py": """
            def test_open(shop):  # shop: conftest.shop
                shop.open()  # open: ~shop.Shop.open

            def helper(shop):  # shop: -
                shop.open()  # open: -

            def test_default(shop=None): ...  # shop: -

            class TestShop:
                def test_open(self, shop):  # shop: conftest.shop
                    shop.open()  # open: ~shop.Shop.open

            class Helper:
                def test_open(self, shop): ...  # shop: -
        """,
        "tests/helpers.py": "def test_open(shop): ...  # shop: -\n",
        "other/test_shop.py": "def test_open(shop): ...  # shop: -\n",
    },
    "the nearest one counts": {
        "conftest.py": """
            import pytest
            @pytest.fixture
            def a(): ...
            @pytest.fixture
            def b(): ...
            @pytest.fixture
            def c(): ...
            @pytest.fixture
            def d(): ...
        """,
        "tests/__init__.py": "",
        "tests/unit/__init__.py": "",
        "tests/conftest.py": """
            import pytest
            @pytest.fixture
            def b(a): ...  # a: conftest.a
            @pytest.fixture
            def c(): ...
            @pytest.fixture
            def d(): ...
        """,
        "tests/unit/test_it.py": """
            import pytest
            @pytest.fixture
            def c(): ...
            @pytest.fixture
            def d(): ...

            class Base:
                @pytest.fixture
                def d(self): ...

            class TestIt(Base):
                def test_a(self, a): ...  # a: conftest.a
                def test_b(self, b): ...  # b: tests.conftest.b
                def test_c(self, c): ...  # c: tests.unit.test_it.c
                def test_d(self, d): ...  # d: tests.unit.test_it.Base.d
                class TestInside:
                    def test_d(self, d): ...  # d: tests.unit.test_it.Base.d

            def test_d(d): ...  # d: tests.unit.test_it.d
            def test_e(e): ...  # e: -
        """,
    },
    "a class inside of a class has its own": {
        "tests/test_it.py": """
            import pytest

            class TestIt:
                class TestInside:
                    @pytest.fixture
                    def shop(self): ...
                    def test_in(self, shop): ...  # shop: test_it.TestIt.TestInside.shop
                def test_out(self, shop): ...  # shop: -
        """,
    },
    "a fixture that asks for its own name": {
        "shop.py": SHOP + "class Kiosk(Shop):\n    def close(self): ...\n",
        "conftest.py": CONFTEST,
        "test_shop.py": """
            import pytest
            from shop import Kiosk

            @pytest.fixture
            def shop(shop):  # shop: conftest.shop
                shop.open()  # open: ~shop.Shop.open
                shop.close()  # close: -
                yield Kiosk()

            def test_close(shop):  # shop: test_shop.shop
                shop.close()  # close: ~shop.Kiosk.close

            class TestShop:
                @pytest.fixture
                def shop(self, shop): ...  # shop: test_shop.shop
                @pytest.fixture
                def other(self): ...

            def test_other(other): ...  # other: -
        """,
    },
    "imported and named": {
        "shop.py": SHOP,
        "tests/__init__.py": "",
        "tests/stock.py": """
            import pytest
            @pytest.fixture(scope="module", name="apple")
            def make_apple(): ...
            @pytest.fixture
            def pear(): ...
            def plum(): ...
        """,
        "tests/conftest.py": """
            from tests.stock import make_apple, plum
            from tests.stock import *
        """,
        "tests/test_it.py": """
            def test_it(
                apple,  # apple: tests.stock.make_apple
                pear,  # pear: tests.stock.pear
                make_apple,  # make_apple: -
                plum,  # plum: -
            ): ...
        """,
    },
    "plugins": {
        "tests/conftest.py": "pytest_plugins = ['tests.more', 'tests.gone']\n",
        "tests/more.py": """
            import pytest
            pytest_plugins = 'tests.most'
            @pytest.fixture
            def one(two): ...  # two: tests.most.two
        """,
        "tests/most.py": "import pytest\n@pytest.fixture\ndef two(): ...\n",
        "tests/unused.py": "import pytest\n@pytest.fixture\ndef three(): ...\n",
        "tests/__init__.py": "",
        "tests/test_it.py": """
            def test_one(one): ...  # one: tests.more.one
            def test_two(two): ...  # two: tests.most.two
            def test_three(three): ...  # three: -
        """,
    },
    "parametrize": {
        "conftest.py": """
            import pytest
            @pytest.fixture
            def a(request): ...  # request: -
            @pytest.fixture
            def b(): ...
        """,
        "test_it.py": """
            import pytest
            NAMES = "a"

            @pytest.mark.parametrize("a, c", [(1, 2)])
            def test_direct(
                a,  # a: -
                b,  # b: conftest.b
                c,
            ): ...

            @pytest.mark.parametrize(("a", "b"), [(1, 2)], indirect=["a"])
            def test_one_indirect(
                a,  # a: conftest.a
                b,  # b: -
            ): ...

            @pytest.mark.parametrize("a", [1], indirect=True)
            def test_indirect(a): ...  # a: conftest.a

            @pytest.mark.parametrize(NAMES, [1])
            def test_unknown(a): ...  # a: -

            @pytest.mark.parametrize("a", [1])
            class TestIt:
                pytestmark = [pytest.mark.parametrize("b", [2])]
                def test_a(self, a): ...  # a: -
                def test_b(self, b): ...  # b: -

            def test_after(b): ...  # b: conftest.b
        """,
        "test_marked.py": """
            import pytest
            pytestmark = pytest.mark.parametrize("a", [1])
            def test_it(a, b): ...  # a: -
        """,
    },
    "mocks come first": {
        "conftest.py": "import pytest\n@pytest.fixture\ndef a(): ...\n",
        "test_it.py": """
            from unittest import mock
            import unittest

            @mock.patch("x.y")
            @mock.patch.object(mock, "z")
            def test_it(a, b): ...  # a: -

            @mock.patch("x.y", 1)
            @mock.patch.object(mock, "z", new=2)
            def test_new(a): ...  # a: conftest.a

            class TestCase(unittest.TestCase):
                def test_it(self, a): ...  # a: -
        """,
    },
    "asked for by strings": {
        "shop.py": SHOP,
        "conftest.py": CONFTEST,
        "test_shop.py": """
            import pytest
            pytestmark = pytest.mark.usefixtures("shop")  # shop: conftest.shop

            @pytest.mark.usefixtures("shop", "tmp_path")  # shop: conftest.shop
            class TestShop:
                @pytest.mark.usefixtures("shop", "tmp_path")  # tmp_path: -
                def test_it(self, request):
                    found = request.getfixturevalue("shop")  # shop: conftest.shop
                    found.open()  # open: ~shop.Shop.open
                    request.getfixturevalue("sh" + "op")  # shop: -
        """,
    },
    "what a fixture gives": {
        "shop.py": SHOP,
        "conftest.py": """
            from collections.abc import AsyncIterator, Iterator
            import pytest, pytest_asyncio
            from shop import Shop

            @pytest.fixture
            def declared() -> Shop: ...
            @pytest.fixture
            def yielding():
                yield Shop()
            @pytest.fixture
            def declared_yielding() -> Iterator[Shop]:
                yield made()
            @pytest_asyncio.fixture
            async def waiting() -> AsyncIterator[Shop]:
                yield made()
            @pytest.fixture
            def passing_on(declared):
                return declared
            @pytest.fixture
            def making():
                def make() -> Shop: ...
                return make
            @pytest.fixture(params=[1])
            def either(request):
                return Shop() if request.param else 3
            class Other:
                def fixture(self): ...
            @Other().fixture
            def foreign(): ...
        """,
        "test_shop.py": """
            from shop import Shop
            def test_it(declared, yielding, declared_yielding, waiting, passing_on, making):
                declared.open()  # open: ~shop.Shop.open
                yielding.open()  # open: ~shop.Shop.open
                declared_yielding.open()  # open: ~shop.Shop.open
                waiting.open()  # open: ~shop.Shop.open
                passing_on.open()  # open: ~shop.Shop.open
                making().open()  # open: ~shop.Shop.open
                making.open()  # open: -
            def test_either(either):  # either: conftest.either
                either.open()  # open: -
            def test_annotated(either: Shop):
                either.open()  # open: ~shop.Shop.open
            def test_foreign(foreign): ...  # foreign: -
        """,
    },
}


@pytest.mark.parametrize("rule", RULES)
def test_fixture_is_the_one_that_pytest_takes(rule: str) -> None:
    marked = follow_marks(RULES[rule])
    assert marked.found == marked.expected
    assert marked.shows_both


def test_fixture_is_used_by_the_tests_that_ask_for_it() -> None:
    linked = link_files(
        {
            "conftest.py": "import pytest\n@pytest.fixture(autouse=True)\ndef shop(): ...\n",
            "test_shop.py": "def test_open(shop): ...\n",
        }
    )
    shop = linked.symbol("conftest.py", "shop")
    assert [(use.path, use.line) for use in linked.index.uses.of(shop)] == [("test_shop.py", 1)]
    assert linked.repository.symbol(shop).labels == ("fixture", "autouse")
