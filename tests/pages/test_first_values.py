"""What fields, attributes and constants hold at first."""

from __future__ import annotations

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.pages.parts.first_values import FirstValue, beside_name, first_values
from mkdocs_repodoc.text.source_text import SourceText


def told(language: str, code: str) -> dict[str, str]:
    """Return the names of a file with the values that are told beside them."""
    record = outline_of("a", SourceText(code, "utf-8"), language)
    values = first_values(record.outline, record.detail)
    symbols = record.outline.symbols
    return {
        symbols[position].bare_name: text
        for position, value in sorted(values.items())
        if (text := beside_name(symbols[position], value))
    }


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "c#",
            (
                "namespace N;\nclass A { int _max = 10; Level _least = Level.Information; "
                'const string K = "k"; int q; }\n'
            ),
            {"A._max": "10", "A._least": "Level.Information", "A.K": '"k"'},
        ),
        (
            "java",
            (
                "class A { private int wait; static final int MOST = 5;\n"
                "  A() { wait = 30000; // 30 seconds\n  }\n"
                "  A wait(int millis) { wait = millis; return this; } }\n"
            ),
            {"A.wait": "30000 // 30 seconds", "A.MOST": "5"},
        ),
        (
            "typescript",
            "export const K: number = 5;\nexport class A { most = 10; given = other; }\n",
            {"K": "5", "A.most": "10"},
        ),
        (
            "rust",
            (
                "pub const K: usize = 5;\npub struct A { m: u32, n: bool }\n"
                "impl Default for A { fn default() -> Self { A { m: 3, n: true } } }\n"
            ),
            {"K": "5", "A::m": "3", "A::n": "true"},
        ),
        (
            "go",
            (
                "package a\nconst K = 5\nvar v = 3\n"
                "type A struct { M int; t time.Duration; z string }\n"
                "func NewA(z string) *A { return &A{M: 3, t: 5 * time.Second, z: z} }\n"
                "type B struct { M, N int }\nfunc NewA2() *B { return &B{M: 1, N: 2} }\n"
            ),
            {"K": "5", "v": "3", "A.M": "3", "A.t": "5 * time.Second"},
        ),
    ],
)
def test_values_are_found_where_declarations_constructors_and_defaults_give_them(
    language: str, code: str, expected: dict[str, str]
) -> None:
    assert told(language, code) == expected


def test_a_value_that_another_place_gives_has_its_line() -> None:
    code = (
        "pub struct A { m: u32, n: bool }\n\n"
        "impl Default for A {\n    fn default() -> Self {\n        A { m: 3, n: true }\n    }\n}\n"
    )
    record = outline_of("a", SourceText(code, "utf-8"), "rust")
    values = first_values(record.outline, record.detail)
    assert list(values.values()) == [FirstValue("3", 5), FirstValue("true", 5)]
