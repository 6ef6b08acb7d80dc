"""Names of test cases without what stands around them."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.changing.case_names import inner_name


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("TestMill.test_grind", "test_grind"),
        ("tests::grinds", "grinds"),
        ("mill > when --help.txt is read", "when --help.txt is read"),
        ("reads package.json first", "reads package.json first"),
    ],
)
def test_what_stands_around_a_case_is_left_out(name: str, inner: str) -> None:
    assert inner_name(name) == inner
