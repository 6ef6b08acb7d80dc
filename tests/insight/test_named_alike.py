"""Functions, types and files that are named after the members of a family."""

from __future__ import annotations

from collections.abc import Sequence

from support.linked import link_files

from mkdocs_repodoc.insight.changing.named_alike import Family, distinguishing, named_alike

SHOP = {
    "shop/parser.py": """
        class Parser:
            def parse_for(self): ...
            def parse_if(self): ...
            def parse_print(self): ...


        def test_for(): ...
        def test_if(): ...
        def test_print(): ...
        """,
    "shop/encoder_for.py": "A = 1\n",
    "shop/encoder_if.py": "B = 1\n",
    "shop/encoder_print.py": "C = 1\n",
}


def found(names: Sequence[str], *, tests: bool = False) -> list[tuple[str, str, int, int]]:
    linked = link_files(SHOP)
    repository = linked.repository
    (alike,) = named_alike(repository, [Family(tuple(names))], lambda _, line: tests and line > 6)
    return [
        (
            each.what,
            each.example.path if each.example.is_file else repository.symbol(each.example).name,
            each.number,
            each.total,
        )
        for each in alike
    ]


def test_what_most_members_have_is_named_after_them() -> None:
    assert found(["ForFormat", "IfFormat", "PrintFormat", "OtherFormat"]) == [
        ("file", "shop/encoder_if.py", 3, 4),
        ("function", "test_if", 3, 4),
        ("method", "Parser.parse_if", 3, 4),
    ]


def test_two_of_many_are_chance_and_tests_are_no_part_of_the_software() -> None:
    assert found(["for", "if", "while", "match", "with"]) == []
    whats = [what for what, *_ in found(["for", "if", "print"], tests=True)]
    assert whats == ["file", "method"]


def test_what_tells_members_apart_is_without_the_words_that_they_share() -> None:
    names = ["orOpType", "addAssignOpType", "Ops.MAX_SIZE_OP_TYPE"]
    assert distinguishing(names) == {"or", "addassign", "maxsize"}
    assert distinguishing(["Name"]) == {"name"}


def test_a_file_of_the_core_of_a_name_alone_is_not_named_after_it() -> None:
    linked = link_files({f"tests/{name}.py": "A = 1\n" for name in ("http", "cache", "retry")})
    errors = Family(("HTTPError", "CacheError", "RetryError"))
    assert named_alike(linked.repository, [errors], lambda *_: False) == [()]
    plain = Family(("http", "cache", "retry"))
    ((each,),) = named_alike(linked.repository, [plain], lambda *_: False)
    assert (each.what, each.number) == ("file", 3)
