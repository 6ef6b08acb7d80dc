"""Which files a test exercises, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from support.linked import link_files

from mkdocs_repodoc.linking.file_links.tested_files import map_tests
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Role

NO_USES = Uses(())


class Referring(Uses):
    """What a test refers to: path of a file → number of references to each of its symbols."""

    def __init__(self, counts: Mapping[str, Sequence[int]]) -> None:
        super().__init__(())
        self._counts = counts

    def referred(self, path: str) -> dict[SymbolRef, int]:
        return {
            SymbolRef(file, position): count
            for file, counts in self._counts.items()
            for position, count in enumerate(counts)
        }


def order(test: str, lines: Mapping[str, int]) -> tuple[str, ...]:
    """Return what a test exercises of which it was seen to run so many lines."""
    roles: dict[str, Role] = {test: "test", **dict.fromkeys(lines, "module")}
    _, tested = map_tests(roles, {}, NO_USES, {test: lines})
    return tested[test]


@pytest.mark.parametrize(
    ("test", "path"),
    [
        ("tests/test_till.py", "shop/till.py"),
        ("tests/tests_till.py", "shop/till.py"),
        ("shop/till_test.go", "shop/till.go"),
        ("shop/till_tests.rs", "shop/till.rs"),
        ("web/test-till.js", "web/till.js"),
        ("web/till-test.js", "web/till.js"),
        ("web/till.test.ts", "web/till.ts"),
        ("web/till.spec.ts", "web/till.ts"),
        ("spec/till_spec.rb", "lib/till.rb"),
        ("tests/till.py", "shop/till.py"),
        ("src/test/java/p/TillTest.java", "src/main/java/p/Till.java"),
        ("src/test/java/p/TillTests.java", "src/main/java/p/Till.java"),
        ("src/test/java/p/TestTill.java", "src/main/java/p/Till.java"),
        ("src/test/java/p/TillIT.java", "src/main/java/p/Till.java"),
        ("src/test/java/p/HTTPTestCase.java", "src/main/java/p/HTTP.java"),
        ("src/test/kotlin/p/TillSpec.kt", "src/main/kotlin/p/Till.kt"),
        ("tests/test_till.py", "shop/_till.py"),
        ("tests/test_shop.py", "shop/__init__.py"),
        ("tests/test_money.py", "shop/money/__init__.py"),
        ("tests/test_XML.py", "shop/XML.py"),
        ("web/till.service.spec.ts", "web/till.service.ts"),
    ],
)
def test_what_a_test_is_named_after_comes_first(test: str, path: str) -> None:
    assert order(test, {"a.py": 9, path: 1, "z.py": 9}) == (path, "a.py", "z.py")


@pytest.mark.parametrize(
    ("test", "path"),
    [
        ("tests/test_till.py", "shop/tills.py"),
        ("tests/test_till.py", "till/money.py"),
        ("tests/test_shop.py", "lib/shop/money/__init__.py"),
        ("tests/test_.py", "__init__.py"),  # of no package
        ("tests/testtill.py", "shop/till.py"),
        ("src/test/java/p/Testament.java", "src/main/java/p/ament.java"),
        ("src/test/java/p/CREDIT.java", "src/main/java/p/CRED.java"),
        ("src/test/java/p/Test.java", "src/main/java/p/Tes.java"),
    ],
)
def test_another_name_is_no_reason(test: str, path: str) -> None:
    assert order(test, {"a.py": 9, path: 1}) == ("a.py", path)


def test_most_lines_run_come_first_then_the_path() -> None:
    assert order("tests/test_all.py", {"b.py": 2, "c.py": 3, "a.py": 2}) == ("c.py", "a.py", "b.py")


def test_the_tests_of_a_file_have_the_same_order() -> None:
    roles: dict[str, Role] = {
        "till.py": "module",
        **dict.fromkeys(("test_a.py", "test_b.py", "test_till.py"), "test"),
    }
    measured = {
        "test_a.py": {"till.py": 1},
        "test_b.py": {"till.py": 2},
        "test_till.py": {"till.py": 1},
    }
    tests, _ = map_tests(roles, {}, NO_USES, measured)
    assert tests == {"till.py": ("test_till.py", "test_b.py", "test_a.py")}


def test_references_count_more_than_lines_and_are_added_up() -> None:
    linked = link_files(
        {
            "once.py": "def pay(): ...\n\ndef earn(): ...\n",
            "twice.py": "def buy(): ...\n\ndef sell(): ...\n",
            "tests/test_shop.py": """
                from once import pay
                from twice import buy, sell

                def test_shop():
                    pay()
                    buy()
                    buy()
                    sell()
            """,
        },
        measured={},
    )
    files = linked.repository.links.tested_by
    assert files["tests/test_shop.py"] == ("twice.py", "once.py")


@pytest.mark.parametrize("role", ["test", "test support", "documentation", "configuration"])
def test_files_that_are_not_tested(role: Role) -> None:
    roles: dict[str, Role] = {"test_a.py": "test", "b.py": role}
    assert map_tests(roles, {}, NO_USES, {"test_a.py": {"b.py": 3}}) == ({}, {})


@pytest.mark.parametrize(
    ("referred", "imported", "order"),
    [
        ({}, ["b.py", "c.py", "c.py"], ("c.py", "b.py")),
        # Where both are as many, the lines decide, of which `a.py` has more than `c.py`.
        ({"a.py": [1]}, ["c.py"], ("a.py", "c.py")),
        ({"a.py": [1]}, ["c.py", "c.py"], ("c.py", "a.py")),
        ({"a.py": [1, 1]}, ["c.py", "c.py"], ("a.py", "c.py")),
        ({"a.py": [1, 1]}, ["c.py"], ("a.py", "c.py")),
        ({"a.py": [2]}, ["c.py", "c.py", "c.py"], ("c.py", "a.py")),
        ({"c.py": [1]}, ["a.py", "c.py"], ("c.py", "a.py")),
    ],
)
def test_an_import_of_a_module_counts_as_a_reference(
    referred: Mapping[str, Sequence[int]], imported: Sequence[str], order: tuple[str, ...]
) -> None:
    roles: dict[str, Role] = {
        "test_it.py": "test",
        **dict.fromkeys(("a.py", "b.py", "c.py"), "module"),
    }
    imports = {"test_it.py": [ResolvedImport("repository", "", path) for path in imported]}
    lines = {path: 9 - ord(path[0]) % 97 for path in order}
    _, tested = map_tests(roles, imports, Referring(referred), {"test_it.py": lines})
    assert tested == {"test_it.py": order}


def test_an_import_of_a_name_counts_by_its_references_alone() -> None:
    roles: dict[str, Role] = {"test_it.py": "test", "a.py": "module"}
    item = ResolvedImport("repository", "", "a.py", SymbolRef("a.py", 0))
    assert map_tests(roles, {"test_it.py": [item]}, NO_USES, {}) == ({}, {})
