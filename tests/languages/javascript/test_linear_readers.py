"""A file made to be slow takes time in proportion to its length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from support.linked import link_files

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.settings import AnalysisOptions

SLOW: dict[str, Callable[[int], str]] = {
    "spreads": lambda count: (
        "function f(options) { return {"
        + "".join(f"a{number}: 1, ...options, " for number in range(count))
        + "}; }"
    ),
    "few pairs": lambda count: (
        "function f(options) { return {a: 1, b: 2, " + "...options, " * count + "}; }"
    ),
    "patterns": lambda count: (
        "function f(options) { "
        + "".join(f"const {{a{number} = 1, b{number} = 2}} = options; " for number in range(count))
        + "}"
    ),
    "members": lambda count: (
        "class X { q() {} }\nfunction f(p: {"
        + "".join(f"a{number}: X; " for number in range(count))
        + "}) { "
        + "".join(f"p.a{number}.q(); " for number in range(count))
        + "}"
    ),
    "overlaid": lambda count: (
        "class X { q() {} }\nconst x = new X();\nconst o = {...x, "
        + "".join(f"a{number}: 1, " for number in range(count))
        + "};\nfunction f() { "
        + "".join(f"o.b{number}(); " for number in range(count))
        + "}"
    ),
}


def calls(code: str) -> int:
    """Return how many functions are called to read a file, those written in C included."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        analyse("mill.ts", "typescript", code.encode(), AnalysisOptions())
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", SLOW)
def test_a_file_twice_as_long_takes_twice_the_steps(kind: str) -> None:
    make = SLOW[kind]
    calls(make(3))  # what is loaded once
    few, many = calls(make(150)), calls(make(300))
    assert many < 2.3 * few


def test_a_member_that_is_declared_twice_is_none() -> None:
    code = "class X { q() {} }\nfunction f(p: {a: X; a: X; b: X}) { p.a.q();\np.b.q(); }\n"
    linked = link_files({"app.ts": code})
    assert linked.links("app.ts", "q") == [(3, "X.q")]
