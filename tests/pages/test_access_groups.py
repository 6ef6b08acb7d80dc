"""What is not public is called what its language calls it."""

from __future__ import annotations

import pytest
from made_repository import made_context, made_file, made_repository
from support.outlines import outline_of

from mkdocs_repodoc.pages.parts.access_groups import access_groups
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.text.source_text import SourceText


def groups(language: str, code: str) -> dict[str, list[str]]:
    """Return the names of a file that are not public, by what they are called."""
    symbols = outline_of("a", SourceText(code, "utf-8"), language).outline.symbols
    file = made_file("a", symbols, language=language)
    view = FileView(made_context(made_repository([file])), "a")
    hidden = (position for position, symbol in enumerate(symbols) if not symbol.public)
    found = access_groups(view, hidden)
    return {
        title: [symbols[position].name for position in positions]
        for title, positions in found.items()
    }


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "java",
            (
                "public class A { int a; private int b; protected int c; }\n"
                "class B {}\npublic enum E { X; E() {} }\n"
            ),
            {"Package-private": ["A.a", "B"], "Private": ["A.b", "E.E"]},
        ),
        (
            "c#",
            "public class A { int a; internal int b; private protected int c; }\nclass B {}\n",
            {"Internal": ["A.b", "B"], "Private": ["A.a"], "Private protected": ["A.c"]},
        ),
        ("go", "package a\nfunc f() {}\ntype T struct { x int }\n", {"Not exported": ["f", "T.x"]}),
        (
            "rust",
            "fn f() {}\npub(crate) fn g() {}\npub struct S { x: u8 }\n",
            {"Private": ["f", "S::x"], "pub(crate)": ["g"]},
        ),
        ("python", "def _f(): ...\n", {"Not public": ["_f"]}),
        (
            "typescript",
            "export class A { private a = 1; protected b = 2; #c = 3 }\nfunction f() {}\n",
            {
                "Protected": ["A.b"],
                "Not exported": ["f"],
                "Not public": ["A.#c"],
                "Private": ["A.a"],
            },
        ),
        ("ruby", "class A\n  private\n  def b; end\nend\n", {"Private": ["A#b"]}),
    ],
)
def test_what_is_not_public_is_called_what_its_language_calls_it(
    language: str, code: str, expected: dict[str, list[str]]
) -> None:
    found = groups(language, code)
    assert {title: sorted(names) for title, names in found.items()} == {
        title: sorted(names) for title, names in expected.items()
    }
    assert list(found) == list(expected)
