"""Help texts of options, shortened to what they say in sentences."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.documented_defaults import short_help


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Where to. Long. The default is null.", "Where to. The default is null."),
        ("Where to. Long. Default: null.", "Where to. Default: null."),
        ("Where to. <W> can be: null: to /dev/null (the default). pipe: to it.", "Where to."),
        ("The order. * 'auto' (default): by speed.", "The order."),
    ],
)
def test_one_value_of_several_is_not_told_alone(said: str, shown: str) -> None:
    assert short_help(said) == shown
