"""Returns before the end of a function, and those of functions inside of it."""

from __future__ import annotations

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
