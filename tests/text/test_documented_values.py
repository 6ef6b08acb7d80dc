"""Values that documentation lists."""

import pytest

from mkdocs_repodoc.text.document_parts.documented_values import documented_values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flags.\n\nc - coarse\n\nf - fine.", [("c", "coarse"), ("f", "fine")]),
        ("* `on`: each time\n* `off`: not at all", [("on", "each time"), ("off", "not at all")]),
        ("0  nothing\n10  ten of them\n", [("0", "nothing"), ("10", "ten of them")]),
        ("Only one:\n- x: of them", []),
        ("It is on - or off.\nThat is all.", []),
        ("a: one\nNote: two\nb: three", []),
    ],
)  # fmt: skip
def test_values_are_listed_a_line_each(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(documented_values(text)) == expected
