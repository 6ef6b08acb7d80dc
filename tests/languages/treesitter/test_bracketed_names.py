"""Names in brackets in the documentation of Dart, Kotlin and Scala."""

from __future__ import annotations

from time import process_time

import pytest

from mkdocs_repodoc.languages.treesitter.comments.bracketed_names import (
    bracketed_markdown,
    scaladoc_markdown,
)

_SECONDS = 2
"""Many times what it takes; once it took minutes."""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("/// Runs [Command]s by [ArgParser.parse].", "Runs `Command`s by `ArgParser.parse`."),
        ("/** Calls [run()] or [words of it][run]. */", "Calls `run()` or words of it."),
        ("/// See [the a](a.md), [x]: y, ![Logo].", "See [the a](a.md), [x]: y, ![Logo]."),
        ("/// A list[0], `a[b]` and [1].", "A list[0], `a[b]` and [1]."),
        ("/// ```\n/// var [x] = y;\n/// ```\n/// Then [y].", "```\nvar [x] = y;\n```\nThen `y`."),
        ("/// - [x] done", "- [x] done"),
    ],
)  # fmt: skip
def test_names_in_brackets_are_code(written: str, shown: str) -> None:
    assert bracketed_markdown(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("/** Reads a [[os.Path]]. */", "Reads a `os.Path`."),
        ("/** Reads [[os.Path paths]]. */", "Reads paths."),
        ("/** See [[https://a.example the site]]. */", "See [the site](https://a.example)."),
        ("/** '''Careful''': {{{x = 1}}} */", "**Careful**: `x = 1`"),
        ("/** So:\n *  {{{\n *  x(y[0])\n *  }}}\n */", "So:\n\n```\nx(y[0])\n```"),
    ],
)
def test_scaladoc_is_shown_as_markdown(written: str, shown: str) -> None:
    assert scaladoc_markdown(written).strip() == shown


@pytest.mark.parametrize(
    "written",
    [
        "{{{" * 300_000,
        "[[a" + " " * 300_000,
        "a\n" + " " * 100_000 + "x",
        "--- a" + " " * 100_000 + "x",
    ],
    ids=["unclosed code", "unclosed link", "long margin", "long banner"],
)
def test_long_comments_are_read_in_time_proportional_to_their_length(written: str) -> None:
    started = process_time()
    scaladoc_markdown(f"/** {written} */")
    assert process_time() - started < _SECONDS
