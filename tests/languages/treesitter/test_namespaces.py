"""Which part of a symbol's name is that of namespaces around it."""

from __future__ import annotations

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.text.source_text import SourceText


@pytest.mark.parametrize(
    ("language", "code", "bare"),
    [
        (
            "c#",
            "namespace A.B;\npublic class C { public int D; public class E { void F() {} } }\n",
            ["A.B", "C", "C.D", "C.E", "C.E.F"],
        ),
        (
            "c++",
            "namespace a { namespace b { class C { void f(); }; void g(); } }\n",
            ["a", "b", "C", "C::f", "g"],
        ),
        (
            "ruby",
            "module A\n  class B\n    def c; end\n  end\n  def self.d; end\nend\n",
            ["A", "B", "B#c", "A.d"],
        ),
        (
            "typescript",
            "export namespace N {\n  export class C { d() {} }\n}\n",
            ["N", "C", "C.d"],
        ),
        ("rust", "mod tests {\n    struct A;\n}\npub struct B;\n", ["tests", "tests::A", "B"]),
        (
            "ruby",
            "class A\n  module B\n    module C\n      def d; end\n    end\n  end\nend\n",
            ["A", "B", "B::C", "B::C#d"],
        ),
        ("java", "package a.b;\nclass C { void d() {} }\n", ["C", "C.d"]),
    ],
)
def test_namespaces_own_nothing(language: str, code: str, bare: list[str]) -> None:
    symbols = outline_of("a", SourceText(code, "utf-8"), language).outline.symbols
    assert [symbol.bare_name for symbol in symbols] == bare
    assert all(symbol.name.endswith(symbol.bare_name) for symbol in symbols)
