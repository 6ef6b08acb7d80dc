"""Code Structure: symbols, their documentation, facts and rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from page_text import file_body, items, section, symbol_block, table, text

from mkdocs_repodoc.model.blocks import Call, DocBlock, Subheading, SymbolBlock, Table
from mkdocs_repodoc.model.linked_symbols import (
    Example,
    SymbolRef,
)
from mkdocs_repodoc.model.records import (
    DocField,
    DocSection,
    FileDetail,
    Parameter,
    Symbol,
    SymbolDetail,
)
from mkdocs_repodoc.pages.context import PageContext

PATH = "pkg/a.py"


def context_of(
    symbols: list[Symbol],
    details: Mapping[int, SymbolDetail] | None = None,
    *,
    others: Mapping[str, list[Symbol]] | None = None,
    language: str = "python",
    **more: Any,
) -> PageContext:
    found = tuple((details or {}).get(place, SymbolDetail()) for place in range(len(symbols)))
    repository = made_repository(
        [
            made_file(PATH, symbols, language=language),
            *(
                made_file(path, theirs, role="test" if "test" in path else "module")
                for path, theirs in (others or {}).items()
            ),
        ],
        **more,
    )
    return made_context(
        repository, detail=lambda path: FileDetail(found) if path == PATH else FileDetail()
    )


def documentation(symbol: Symbol, detail: SymbolDetail) -> tuple[DocBlock, ...]:
    context = context_of([symbol], {0: detail})
    return symbol_block(file_body(context, PATH), symbol.name).documentation


def rows(block: DocBlock) -> list[tuple[str, str, str]]:
    return [
        (text(name), text(kind), getattr(told[0], "text", "") if told else "")
        for name, kind, told in block.fields
    ]


def test_members_stand_inside_their_class_with_deeper_headings() -> None:
    symbols = [
        made_symbol("A", "class"),
        made_symbol("A.go", "method", 2),
        made_symbol("A.In", "class", 3),
        made_symbol("A.In.Deeper", "class", 4),
        made_symbol("B", "class", 5),
    ]
    found = section(file_body(context_of(symbols), PATH), "Detailed Analysis")
    assert found[0] == Subheading("Code Structure", "code-structure")
    shown = [(b.name, b.level) for b in found if isinstance(b, SymbolBlock)]
    assert shown == [("A", 4), ("go", 5), ("In", 5), ("Deeper", 6), ("B", 4)]


def test_what_is_local_to_a_function_is_a_row() -> None:
    symbols = [
        made_symbol("f"),
        made_symbol("f.inner", "function", 2, signature="(x)"),
        made_symbol("f.inner.deep", "function", 3),
    ]
    found = section(file_body(context_of(symbols), PATH), "Detailed Analysis")
    assert [b.name for b in found if isinstance(b, SymbolBlock)] == ["f"]
    assert [row[:2] for row in table(found, "Functions of f")[1:]] == [
        ["inner", "(x)"],
        ["inner.deep", ""],
    ]


def test_nesting_deeper_than_pythons_stack_is_composed() -> None:
    names = [".".join(["C"] * depth) for depth in range(1, 1200)]
    symbols = [made_symbol(name, "class", line) for line, name in enumerate(names, 1)]
    found = section(file_body(context_of(symbols), PATH), "Detailed Analysis")
    assert sum(isinstance(block, SymbolBlock) for block in found) == len(symbols)


def test_a_name_defined_twice_has_two_sections() -> None:
    symbols = [made_symbol("f"), made_symbol("f", line=5)]
    found = section(file_body(context_of(symbols), PATH), "Detailed Analysis")
    assert [b.symbol.position for b in found if isinstance(b, SymbolBlock)] == [0, 1]


def test_members_of_a_class_defined_twice_stand_in_the_right_one() -> None:
    symbols = [
        made_symbol("A", "class", 1),
        made_symbol("A.go", "method", 2),
        made_symbol("A", "class", 5),
        made_symbol("A.go", "method", 6),
    ]
    found = section(file_body(context_of(symbols), PATH), "Detailed Analysis")
    assert [b.symbol.position for b in found if isinstance(b, SymbolBlock)] == [0, 1, 2, 3]


def test_attributes_are_rows_with_anchors() -> None:
    symbols = [made_symbol("A", "class"), made_symbol("A.size", "attribute", 2, summary="How big.")]
    context = context_of(symbols, {1: SymbolDetail(annotation="int", value="3")})
    found = section(file_body(context, PATH), "Detailed Analysis")
    (rows_of_a,) = [block for block in found if isinstance(block, Table)]
    assert rows_of_a.row_ids == ("pkg.a.A.size",)
    assert table(found, "Attributes of A") == [
        ["Name", "Type and value", "Description", "Line"],
        ["size", "int = 3", "How big.", "2"],
    ]


def test_an_attribute_has_the_type_of_the_parameter_that_it_keeps() -> None:
    symbols = [
        made_symbol("A", "class"),
        made_symbol("A.__init__", "method", 2, end_line=4),
        made_symbol("A.size", "attribute", 3),
        made_symbol("A.other", "attribute", 9),
    ]
    details = {
        1: SymbolDetail(parameters=(Parameter("size", annotation="int"),)),
        2: SymbolDetail(value="size"),
        3: SymbolDetail(value="size"),
    }
    found = section(file_body(context_of(symbols, details), PATH), "Detailed Analysis")
    assert [row[:2] for row in table(found, "Attributes of A")[1:]] == [
        ["size", "int = size"],
        ["other", "= size"],
    ]


def test_attributes_that_the_class_documents_are_described_in_their_rows() -> None:
    fields = (DocField("size", "", "How big."), DocField("lost", "int", "Gone."))
    symbols = [made_symbol("A", "class"), made_symbol("A.size", "attribute", 2)]
    details = {0: SymbolDetail((DocSection("attributes", fields=fields),))}
    body = file_body(context_of(symbols, details), PATH)
    found = table(section(body, "Detailed Analysis"), "Attributes of A")
    assert found[1:] == [["size", "How big.", "2"]]
    (block,) = symbol_block(body, "A").documentation
    assert rows(block) == [("lost", "int", "Gone.")]


def test_an_attribute_with_much_to_say_has_a_section() -> None:
    long = SymbolDetail((DocSection("text", text="One.\n\nTwo."),))
    context = context_of([made_symbol("LIMIT", "constant")], {0: long})
    assert symbol_block(file_body(context, PATH), "LIMIT").kind == "constant"


def test_keys_of_a_format_are_one_table_in_source_order() -> None:
    symbols = [
        made_symbol("project", "section", 1),
        made_symbol("project.name", "key", 2, signature='= "x"'),
        made_symbol("tool", "section", 3),
        made_symbol("tool.x", "key", 4),
    ]
    context = context_of(symbols, language="toml")
    found = table(section(file_body(context, PATH), "Detailed Analysis"))
    assert found[0] == ["Name", "Kind", "Type and value", "Line"]
    assert table(section(file_body(context, PATH), "Detailed Analysis"), "Keys and sections")
    assert [row[0] for row in found[1:]] == ["project", "project.name", "tool", "tool.x"]


def test_parameters_join_docstring_and_signature() -> None:
    detail = SymbolDetail(
        (
            DocSection(
                "parameters",
                fields=(
                    DocField("path", "str", "Where."),
                    DocField("args", "", "The rest."),
                    DocField("lost", "", "No more."),
                ),
            ),
        ),
        parameters=(
            Parameter("path", annotation="Path"),
            Parameter("deep", annotation="bool", default="False"),
            Parameter("*args", default="()"),
        ),
    )
    (block,) = documentation(made_symbol("f"), detail)
    assert block.title == "Parameters"
    assert rows(block) == [
        ("path", "Path", "Where."),
        ("deep", "bool = False", ""),
        ("*args", "", "The rest."),
        ("lost [not in the signature]", "", "No more."),
    ]


def test_a_documented_keyword_is_not_marked_where_any_is_taken() -> None:
    detail = SymbolDetail(
        (DocSection("parameters", fields=(DocField("color", "", "Which."),)),),
        parameters=(Parameter("**kwargs"),),
    )
    (block,) = documentation(made_symbol("f"), detail)
    assert rows(block) == [("**kwargs", "", ""), ("color", "", "Which.")]


def test_a_parameter_documented_elsewhere_is_told_once() -> None:
    detail = SymbolDetail(
        (
            DocSection("parameters", fields=(DocField("a", "", "A."),)),
            DocSection("other parameters", fields=(DocField("b", "", "B."),)),
        ),
        parameters=(Parameter("a"), Parameter("b")),
    )
    first, second = documentation(made_symbol("f"), detail)
    assert [row[0] for row in rows(first)] == ["a"]
    assert [row[0] for row in rows(second)] == ["b"]


def test_a_return_without_a_type_takes_the_annotation() -> None:
    detail = SymbolDetail(
        (DocSection("returns", fields=(DocField("", "", "The sum."),)),), returns="int"
    )
    (block,) = documentation(made_symbol("f"), detail)
    assert rows(block) == [("", "int", "The sum.")]


def test_facts_tell_the_family_of_a_class() -> None:
    base, derived = SymbolRef("pkg/b.py", 0), SymbolRef(PATH, 0)
    theirs, own = SymbolRef("pkg/b.py", 1), SymbolRef(PATH, 1)
    context = context_of(
        [made_symbol("A", "class", bases=("Base",)), made_symbol("A.go", "method", 2)],
        others={"pkg/b.py": [made_symbol("Base", "class"), made_symbol("Base.go", "method")]},
        bases={derived: (base,)},
        subclasses={base: (derived,)},
        overrides={own: theirs},
        overridden_by={theirs: (own,)},
    )
    body = file_body(context, PATH)
    assert ("Bases", "Base") in told(symbol_block(body, "A"))
    assert ("Overrides", "pkg.b.Base.go") in told(symbol_block(body, "go"))
    other = file_body(context, "pkg/b.py")
    assert ("Subclasses", "pkg.a.A") in told(symbol_block(other, "Base"))
    assert ("Overridden by", "pkg.a.A.go") in told(symbol_block(other, "go"))


def test_bases_that_the_heading_shows_are_not_said_again() -> None:
    symbols = [
        made_symbol("fmt::Display for XYZ", "impl", bases=("fmt::Display",)),
        made_symbol("B", "class", 2, bases=("Base", "Other"), signature="(Base)"),
    ]
    body = file_body(context_of(symbols), PATH)
    assert told(symbol_block(body, "fmt::Display for XYZ")) == []
    assert told(symbol_block(body, "B")) == [("Bases", "Other")]


def told(block: SymbolBlock) -> list[tuple[str, str]]:
    return [(title, text(phrase)) for title, phrase in block.facts]


def test_complexity_is_remarked_on_where_it_is_high() -> None:
    symbols = [made_symbol(name) for name in "ac"]
    details = {place: SymbolDetail(complexity=number) for place, number in enumerate((10, 12))}
    body = file_body(context_of(symbols, details), PATH)
    assert told(symbol_block(body, "a")) == []
    assert told(symbol_block(body, "c")) == [("Complexity", "12 (above McCabe's limit of 10)")]


def test_complexity_of_what_is_beside_the_software_is_not_remarked_on() -> None:
    test = made_file(PATH, [made_symbol("c")], role="test")
    detail = FileDetail(symbols=(SymbolDetail(complexity=12),))
    context = made_context(made_repository([test]), detail=lambda _: detail)
    assert told(symbol_block(file_body(context, PATH), "c")) == []


def test_raised_exceptions_have_their_lines() -> None:
    raises = (("ValueError", 3), ("KeyError", 4), ("ValueError", 9))
    context = context_of([made_symbol("f")], {0: SymbolDetail(raises=raises)})
    block = symbol_block(file_body(context, PATH), "f")
    assert told(block) == [("Raises", "ValueError (3, 9), KeyError (4)")]


def test_users_are_grouped_by_file_and_function() -> None:
    ref = SymbolRef(PATH, 0)
    context = context_of(
        [made_symbol("f"), made_symbol("g", line=5)],
        others={"pkg/b.py": [made_symbol("caller")], "tests/test_a.py": [made_symbol("test_f")]},
        uses={
            ref: [
                made_use(PATH, 6, scope=1),
                made_use("pkg/b.py", 1, "import"),
                made_use("pkg/b.py", 3, scope=0),
                made_use("pkg/b.py", 4, scope=0),
                made_use("pkg/b.py", 9),
                made_use("tests/test_a.py", 2, scope=0),
            ]
        },
    )
    assert told(symbol_block(file_body(context, PATH), "f")) == [
        ("Used by", "this file: g 6; pkg/b.py: caller 3, 4, 9"),
        ("Tests", "tests/test_a.py: test_f"),
    ]


def test_what_helps_tests_is_told_apart_from_the_cases() -> None:
    tests = made_file(
        "tests/test_a.py",
        [
            made_symbol("make"),
            made_symbol("test_f", line=5, end_line=8),
            made_symbol("test_f.inner", line=6),
        ],
        role="test",
        tests=("test_f",),
    )
    support = made_file("tests/node.py", [made_symbol("Node", "class")], role="test support")
    own = made_file(PATH, [made_symbol("f")])
    uses = [
        made_use("tests/test_a.py", 2, scope=0),
        made_use("tests/test_a.py", 6, scope=2),
        made_use("tests/node.py", 3, scope=0),
    ]
    repository = made_repository([own, tests, support], uses={SymbolRef(PATH, 0): uses})
    block = symbol_block(file_body(made_context(repository), PATH), "f")
    cases = "tests/test_a.py: test_f.inner, helping tests: make"
    assert told(block) == [("Tests", f"{cases}; tests/node.py, helping tests: Node")]


def test_a_symbol_does_not_use_itself() -> None:
    context = context_of([made_symbol("f")], uses={SymbolRef(PATH, 0): [made_use(PATH, 1)]})
    assert told(symbol_block(file_body(context, PATH), "f")) == []


def test_an_import_counts_only_where_nothing_else_does() -> None:
    context = context_of(
        [made_symbol("f")],
        others={"pkg/b.py": []},
        uses={SymbolRef(PATH, 0): [made_use("pkg/b.py", 1, "import")]},
    )
    block = symbol_block(file_body(context, PATH), "f")
    assert told(block) == [("Used by", "pkg/b.py: 1")]


def test_calls_elsewhere_are_preferred_to_own_ones() -> None:
    own = [Example(PATH, line, line, 0, 1, "code", 2) for line in (4, 5, 6)]
    other = Example("pkg/b.py", 9, 9, 0, 1, "code", 1)
    repository = made_repository([made_file(PATH, [made_symbol("f")]), made_file("pkg/b.py")])

    def lines(*examples: Example) -> list[int]:
        context = made_context(repository, examples=lambda _: examples)
        return [call.line for call in symbol_block(file_body(context, PATH), "f").calls]

    assert lines(*own, other, other) == [9]
    assert lines(*own) == [4, 5]


def test_raising_and_catching_are_told_apart() -> None:
    context = context_of(
        [made_symbol("Oops", "class")],
        others={"pkg/b.py": [], "pkg/c.py": []},
        uses={
            SymbolRef(PATH, 0): [
                made_use("pkg/b.py", 2, "raise"),
                made_use("pkg/c.py", 3, "except"),
            ]
        },
    )
    block = symbol_block(file_body(context, PATH), "Oops")
    assert told(block) == [("Raised in", "pkg/b.py: 2"), ("Caught in", "pkg/c.py: 3")]


def test_many_users_are_counted_and_listed_below() -> None:
    paths = [f"pkg/m{number:02}.py" for number in range(80)]
    context = context_of(
        [made_symbol("f")],
        others={path: [] for path in paths},
        uses={SymbolRef(PATH, 0): [made_use(path, 2) for path in paths]},
    )
    body = file_body(context, PATH)
    assert told(symbol_block(body, "f")) == [("Used by", "80 places in 80 files")]
    listed = items(section(body, "Detailed Analysis"), "Where f is used")
    assert len(listed) == 61
    assert listed[-1] == "20 more files in pkg/ (20)"


def test_real_calls_are_shown_for_public_callables_only() -> None:
    symbols = [made_symbol("f"), made_symbol("_g", public=False), made_symbol("h", "constant")]
    context = made_context(
        made_repository([made_file(PATH, symbols)]),
        examples=lambda _: (Example(PATH, 4, 5, 0, 1, "code", 2),),
    )
    body = file_body(context, PATH)
    assert [type(call) for call in symbol_block(body, "f").calls] == [Call]
    assert text(symbol_block(body, "f").calls[0].title) == "pkg/a.py:4"
    assert symbol_block(body, "_g").calls == ()
