"""Links in the documentation of Rust and Go whose target stands elsewhere in the comment."""

from __future__ import annotations

from time import process_time

import pytest

from mkdocs_repodoc.languages.go.go_doc_links import go_doc_markdown
from mkdocs_repodoc.languages.rust.rustdoc_links import rustdoc_markdown
from mkdocs_repodoc.languages.treesitter.comments.doc_comments import parse_documentation

_SECONDS = 2
"""Many times what it takes."""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("/// The [`Buffer`] type.", "The `Buffer` type."),
        (
            "/// Like [`push`], [Self::take()] and [quote!].",
            "Like `push`, `Self::take()` and `quote!`.",
        ),
        ("/// See [Fields] and [the trait][`Parse`].", "See `Fields` and [the trait][`Parse`]."),
        (
            "/// Calls [`push`][Stack::push] or [take](Self::take).",
            "Calls [`push`][`Stack::push`] or [take][`Self::take`].",
        ),
        ("/// A [`Kind`](enum.Kind.html) or [`x`][y].", "A `Kind` or `x`."),
        (
            "/// A [list](https://a.example/) of `a[b]` and [optional] [N] x[0].",
            "A [list](https://a.example/) of `a[b]` and [optional] [N] x[0].",
        ),
        (
            "/// ```\n/// let [Some] = y;\n/// ```\n/// Then [Some].",
            "```\nlet [Some] = y;\n```\nThen `Some`.",
        ),
    ],
)
def test_links_of_rust_that_name_code_are_code(written: str, shown: str) -> None:
    assert rustdoc_markdown(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("// Wraps a [Reader] of [*http.Client].", "Wraps a `Reader` of `*http.Client`."),
        (
            "// CmdWatch is `x [PATH...]`, [PATH] or [options].",
            "CmdWatch is `x [PATH...]`, [PATH] or [options].",
        ),
        ("// See [map[string]Value] and Value[Key].", "See [map[string]Value] and Value[Key]."),
        ("// So:\n// \n// \tx[Key], [Key]\n// \n// A [Key].", "So:\n\n\tx[Key], [Key]\n\nA `Key`."),
    ],
)
def test_links_of_go_that_name_code_are_code(written: str, shown: str) -> None:
    assert go_doc_markdown(written) == shown


def test_a_first_sentence_has_the_targets_that_stand_below_it() -> None:
    text = rustdoc_markdown(
        "/// Reads [the\n/// format] by a [`Parser`] and [`next`]. More.\n///\n"
        "/// [the format]: https://a.example/format\n/// [`next`]: Parser::next\n"
        "/// [`Parser`]: struct.Parser.html"
    )
    documentation = parse_documentation(text)
    assert documentation.summary == (
        "Reads [the format](https://a.example/format) by a `Parser` and [`next`][`Parser::next`]."
    )
    assert " ".join(documentation.sections[0].text.split()).startswith(documentation.summary)


@pytest.mark.parametrize(
    "written",
    [
        "[" * 200_000,
        "[a" * 100_000,
        "[`a` " * 60_000,
        "`" * 200_000,
        "[a](" * 80_000,
        "[a]:" * 80_000,
    ],
)
def test_long_comments_are_read_in_time_proportional_to_their_length(written: str) -> None:
    started = process_time()
    rustdoc_markdown(f"/// {written}")
    assert process_time() - started < _SECONDS
