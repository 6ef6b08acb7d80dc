"""Numbers that Go's constants get by counting."""

from __future__ import annotations

import pytest
from support.linked import link_files


def signatures(block: str) -> dict[str, str]:
    linked = link_files({"go.mod": "module mill\n", "mill.go": f"package mill\n\n{block}"})
    symbols = linked.repository.files["mill.go"].outline.symbols
    return {each.name: each.signature.strip() for each in symbols}


def test_constants_without_a_value_go_on_counting() -> None:
    found = signatures(
        """const (
    CodeDull int = iota + 100 // the stone
    _
    // CodeEmpty has words of its own.
    CodeEmpty
    CodePlain = 7
    CodeLast
    CodeFirst = iota
    CodeSecond
)
"""
    )
    assert found == {
        "CodeDull": "int = 100",
        "CodeEmpty": "= 102",
        "CodePlain": "= 7",
        "CodeLast": "",
        "CodeFirst": "= 5",
        "CodeSecond": "= 6",
    }


@pytest.mark.parametrize(
    ("written", "second"),
    [
        ("1 << iota", "= 2"),
        ("1 << (iota + 1)", "= 4"),
        ("Stone(iota)", "= 1"),
        ("10 * iota", "= 10"),
        ("2 + iota*3", "= 5"),
        ("iota - 1", "= 0"),
        ("1<<iota - 1", ""),
        ("1 << (10 * iota)", ""),
        ("grind(iota, 2)", ""),
    ],
)
def test_what_counts_in_another_way_keeps_its_expression(written: str, second: str) -> None:
    assert signatures(f"const (\n    A = {written}\n    B\n)\n")["B"] == second
