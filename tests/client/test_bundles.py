"""What is taken out of scripts and styles before they are published."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.client.bundles import _IDLE


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* What it is. */\nrun();\n", "run();\n"),
        ("  /** Of two\n     lines. */\n  run();\n", "run();\n"),
        ("// What follows.\nrun();\n", "run();\n"),
        (
            "/** @type {A} */ (a).b();\nkept();\n/* gone */\nlast();\n",
            "/** @type {A} */ (a).b();\nkept();\nlast();\n",
        ),
    ],
)
def test_comments_with_lines_of_their_own_are_left_out(written: str, published: str) -> None:
    assert _IDLE.sub("", written) == published
