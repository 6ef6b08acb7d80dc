"""Subclasses, implementations and overrides of a symbol, few and many; its many tests."""

from __future__ import annotations

from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from page_text import file_body, items, section, symbol_block, text

from mkdocs_repodoc.model.blocks import Items, PageBody
from mkdocs_repodoc.model.linked_symbols import SymbolRef

PATH = "pkg/base.py"
BASE = SymbolRef(PATH, 0)


def body_of(counts: dict[str, int]) -> PageBody:
    """The page of a class with that many subclasses in each file."""
    below = {
        path: [made_symbol(f"Sub{number}", "class", number + 1) for number in range(count)]
        for path, count in counts.items()
    }
    files = [
        made_file(path, symbols, role="test" if "test" in path else "module")
        for path, symbols in below.items()
    ]
    found = tuple(SymbolRef(path, n) for path, count in counts.items() for n in range(count))
    base = made_file(PATH, [made_symbol("Base", "class")])
    return file_body(made_context(made_repository([base, *files], subclasses={BASE: found})), PATH)


def facts(body: PageBody) -> dict[str, str]:
    return {label: text(value) for label, value in symbol_block(body, "Base").facts}


def lists(body: PageBody) -> dict[str, Items]:
    blocks = section(body, "Detailed Analysis")
    return {block.title: block for block in blocks if isinstance(block, Items)}


def test_few_subclasses_are_named_those_of_tests_last() -> None:
    body = body_of({"a_test.py": 1, "pkg/b.py": 2})
    assert facts(body)["Subclasses"] == "pkg.b.Sub0, pkg.b.Sub1, a_test.Sub0"
    assert lists(body) == {}


def test_many_are_listed_by_file() -> None:
    body = body_of({"a_test.py": 2, "pkg/b.py": 6, "pkg/c.py": 1})
    assert facts(body)["Subclasses"] == "9 subclasses in 3 files"
    assert items(lists(body).values(), "Base: subclasses") == [
        "pkg/b.py: Sub0, Sub1, Sub2, Sub3, Sub4, Sub5",
        "pkg/c.py: Sub0",
        "a_test.py: Sub0, Sub1",
    ]


def test_many_tests_are_counted_and_listed_by_file_behind_all_other_lists() -> None:
    tests = [
        made_file(f"test_{n}.py", [made_symbol("test_it", "function", 2)], role="test")
        for n in range(5)
    ]
    users = [made_file(f"user_{n}.py") for n in range(5)]
    uses = [
        *(made_use(f"test_{n}.py", 3, scope=0) for n in range(5)),
        *(made_use(f"user_{n}.py") for n in range(5)),
    ]
    base = made_file(PATH, [made_symbol("Base", "class")])
    repository = made_repository([base, *tests, *users], uses={BASE: uses})
    body = file_body(made_context(repository), PATH)
    assert facts(body)["Tests"] == "5 cases in 5 files"
    assert list(lists(body)) == ["Where Base is used", "Tests of Base"]
    assert items(lists(body).values(), "Tests of Base")[0] == "test_0.py: test_it"
