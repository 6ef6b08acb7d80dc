"""Returns before the end of a function, and those of functions inside of it."""

from __future__ import annotations

from time import process_time

import pytest

from mkdocs_repodoc.text.code_reading.early_returns import early_returns


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("function f() {\n  if ($this->done()) {\n    return null;\n  }\n  go();\n}", [3]),
        ("int f() {\n  if (p->done) {\n    return 1;\n  }\n  go();\n}", [3]),
        ("fn f() {\n  match x {\n    Some(y) => {\n      return y;\n    }\n  }\n  go()\n}", [4]),
        ("def f():\n  if done:\n    return\n  go()\n", [3]),
        # in functions of their own
        ("function f() {\n  xs.map((x) => {\n    return x;\n  });\n  go();\n}", []),
        ("function f() {\n  const g = async x => {\n    return x;\n  };\n  go();\n}", []),
        ("int f() {\n  auto g = [](int x) -> int {\n    return x;\n  };\n  go();\n}", []),
        ("void f() {\n  xs.map(x -> {\n    return x;\n  });\n  go();\n}", []),
        ("def f():\n  def g():\n    return 1\n  go()\n", []),
    ],
)
def test_returns_of_the_function_itself(code: str, found: list[int]) -> None:
    lines = code.split("\n")
    assert [each.line for each in early_returns(lines, 1, len(lines))] == found


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "fn f() {\n  if x {\n    return self\n      .parse(y)\n      .or();\n  }\n  g()\n}",
            "",
        ),
        ("func f() {\n  if x {\n    return style.New().\n      Bold()\n  }\n  g()\n}", ""),
        ("function f() {\n  if (x) {\n    return a\n      ? b : c\n  }\n  g()\n}", ""),
        ("function f() {\n  if (x) {\n    return a &&\n      b\n  }\n  g()\n}", ""),
        (
            "fn f() {\n  if x {\n    return Err(Late {\n      at: 1,\n    });\n  }\n  g()\n}",
            "Err(Late …",
        ),
        (
            "func f() {\n  if x {\n    return A{}, fmt.Errorf('"
            + "(no) " * 12
            + "', x)\n  }\n  g()\n}",
            "A{}, fmt.Errorf …",
        ),
        ("function f() {\n  if (x) {\n    return a\n  }\n  g()\n}", "a"),
        ("fn f() {\n  if x {\n    return a;\n  }\n  - 1\n}", "a"),
        ("function f() {\n  if (x) {\n    return a\n    // b\n  }\n  g()\n}", "a"),
    ],
)
def test_what_goes_on_in_further_lines_is_not_told_by_its_first(code: str, said: str) -> None:
    lines = code.split("\n")
    assert [each.said for each in early_returns(lines, 1, len(lines))] == [said]


@pytest.mark.parametrize("part", ["]->", "[1],", "(=> ", "| ", "= (a) "])
def test_a_wide_line_is_read_in_no_time(part: str) -> None:
    code = (
        f"function f() {{\n  if (text === '{part * 20_000}; x') {{\n    return 1;\n  }}\n  g();\n}}"
    )
    lines = code.split("\n")
    start = process_time()
    list(early_returns(lines, 1, len(lines)))
    assert process_time() - start < 0.1
