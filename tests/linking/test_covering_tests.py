"""Contexts and lines of a measurement → tests and symbols."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.measured_coverage import LineContexts

FILES = {
    "src/shop/__init__.py": "",
    "src/shop/cart.py": """
        class Cart:
            def add(self, thing):
                def check():
                    return thing
                return check()

            def unused(self):
                return 1

        def helper():
            return 2
        """,
    "tests/test_cart.py": """
        from shop.cart import Cart

        class TestCart:
            def test_add(self): Cart().add(1)

        def test_all(): ...
        """,
    "tests/test_flow.py": "def test_flow(): ...\n",
    "other/test_flow.py": "def test_flow(): ...\n",
}
ADD, CHECK, HELPER = 5, 4, 11
"""Lines inside of the functions."""


def linked(measured: LineContexts) -> Linked:
    return link_files(FILES, measured=measured)


def covered_by(repository: Linked, name: str) -> list[str]:
    covering = repository.repository.links.coverage.covered_by
    found = covering.get(repository.symbol("src/shop/cart.py", name))
    tests = found.tests if found is not None else ()
    return [repository.repository.qualified_name(test) for test in tests]


@pytest.mark.parametrize(
    "context",
    [
        "tests/test_cart.py::TestCart::test_add|run",
        "tests/test_cart.py::TestCart::test_add",
        "tests/test_cart.py::TestCart::test_add[a|b::c]|run",
        "test_cart.py::TestCart::test_add|run",
        "test_cart.TestCart.test_add",
        "tests.test_cart.TestCart.test_add",
    ],
)
def test_a_context_names_a_test_case(context: str) -> None:
    found = linked({"src/shop/cart.py": {context: (ADD,)}})
    assert covered_by(found, "Cart.add") == ["test_cart.TestCart.test_add"]


@pytest.mark.parametrize(
    "context",
    [
        "unit",
        "tests/test_cart.py::TestCart::test_add|setup",
        "tests/test_cart.py::TestCart::test_add[x]|teardown",
        "elsewhere/test_cart.py::test_add|run",
        "test_flow.test_flow",
        "src/shop/cart.py::shop.cart.Cart|run",
        "shop.cart.Cart.add",
    ],
)
def test_a_context_that_is_no_case_or_may_be_two_says_nothing(context: str) -> None:
    found = linked({"src/shop/cart.py": {context: (ADD,)}})
    assert covered_by(found, "Cart.add") == []
    assert found.repository.links.coverage.lines == {}


def test_a_case_that_is_written_elsewhere_is_told_by_its_file() -> None:
    found = linked({"src/shop/cart.py": {"tests/test_cart.py::TestCart::test_base|run": (ADD,)}})
    covering = found.repository.links.coverage.covered_by
    (tests,) = (each.tests for each in covering.values())
    assert tests == (SymbolRef("tests/test_cart.py", -1),)


def test_lines_belong_to_the_innermost_function() -> None:
    found = linked({"src/shop/cart.py": {"tests/test_cart.py::test_all|run": (ADD, CHECK)}})
    assert covered_by(found, "Cart.add") == ["test_cart.test_all"]
    assert covered_by(found, "Cart.add.check") == ["test_cart.test_all"]
    assert covered_by(found, "Cart.unused") == []


def test_the_test_that_runs_least_beside_it_comes_first() -> None:
    cart = {
        "tests/test_cart.py::TestCart::test_add|run": (ADD, CHECK, HELPER),
        "tests/test_cart.py::test_all|run": (ADD,),
    }
    found = linked({"src/shop/cart.py": cart})
    assert covered_by(found, "Cart.add") == ["test_cart.test_all", "test_cart.TestCart.test_add"]


def test_a_measured_test_exercises_what_it_does_not_refer_to() -> None:
    measured = {"src/shop/cart.py": {"tests/test_flow.py::test_flow|run": (ADD, HELPER)}}
    links = linked(measured).repository.links
    assert links.tests_of["src/shop/cart.py"] == ("tests/test_cart.py", "tests/test_flow.py")
    assert links.tested_by["tests/test_flow.py"] == ("src/shop/cart.py",)
    assert links.coverage.lines == {"tests/test_flow.py": {"src/shop/cart.py": 2}}
    case = linked(measured).symbol("tests/test_flow.py", "test_flow")
    assert links.coverage.covers == {case: {"src/shop/cart.py": 2}}


def test_the_file_of_which_a_test_runs_most_comes_first() -> None:
    files = FILES | {
        "src/shop/bag.py": "def fill():\n    return 1\n",
        "src/shop/till.py": "def pay():\n    return 1\n",
    }
    context = "tests/test_flow.py::test_flow|run"
    lines = {"src/shop/bag.py": (2,), "src/shop/cart.py": (ADD, HELPER), "src/shop/till.py": (2,)}
    found = link_files(files, measured={path: {context: ran} for path, ran in lines.items()})
    coverage = found.repository.links.coverage
    expected = [("src/shop/cart.py", 2), ("src/shop/bag.py", 1), ("src/shop/till.py", 1)]
    for covered in (*coverage.covers.values(), *coverage.lines.values()):
        assert list(covered.items()) == expected


def test_without_a_measurement_nothing_is_covered() -> None:
    coverage = link_files(FILES).repository.links.coverage
    assert (coverage.covered_by, coverage.covers, coverage.lines) == ({}, {}, {})


def test_what_tests_run_of_themselves_is_no_coverage() -> None:
    found = linked({"tests/test_cart.py": {"tests/test_cart.py::test_all|run": (6,)}})
    assert found.repository.links.coverage.lines == {}


def test_many_tests_of_one_function_are_counted() -> None:
    cases = "".join(f"def test_{number}(): ...\n" for number in range(100))
    contexts = {f"tests/test_many.py::test_{number}|run": (HELPER,) for number in range(100)}
    files = FILES | {"tests/test_many.py": cases}
    found = link_files(files, measured={"src/shop/cart.py": contexts})
    (covering,) = found.repository.links.coverage.covered_by.values()
    assert covering.total == 100
    assert len(covering.tests) < 100
