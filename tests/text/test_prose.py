from __future__ import annotations

import pytest

from mkdocs_repodoc.text.comments import Comment
from mkdocs_repodoc.text.prose import LONGEST_SUMMARY, first_sentence, summarise


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("Reads e.g. a file. Then more.", "Reads e.g. a file."),
        ("See `os.path`\nfor more! Next", "See `os.path` for more!"),
        ("By J. Smith and others. Yes.", "By J. Smith and others."),
        ("No end", "No end"),
        ("Eager to start? This page helps. Read on.", "Eager to start? This page helps."),
        ("Who knows?", "Who knows?"),
        ("Version 1.2 is out. Hurray", "Version 1.2 is out."),
        ("最初の文。次の文。", "最初の文。"),
    ],
)
def test_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_endless_sentence_is_cut_at_a_word() -> None:
    text = first_sentence("word " * 1_000)
    assert len(text) <= LONGEST_SUMMARY
    assert text.endswith("word…")


def test_licence_and_tool_settings_are_no_summary() -> None:
    comments = [
        Comment(1, "Copyright 2020 A.\nLicensed under MIT."),
        Comment(4, "eslint-disable no-console"),
        Comment(6, "Adds up tides. Slowly.\n\nAnd more."),
    ]
    found = summarise(comments)
    assert found is not None
    assert (found.text, found.line) == ("Adds up tides.", 6)
    assert found.rest == "Slowly.\n\nAnd more."


def test_text_after_a_licence_in_one_comment_is_the_licence() -> None:
    text = "Copyright 2020 A.\n\nPermission is hereby granted.\n\nThe above must be kept in all."
    assert summarise([Comment(1, text)]) is None


def test_code_commented_out_is_no_summary() -> None:
    assert summarise([Comment(1, "import os\nx = foo(bar)")]) is None


def test_doxygen_commands_are_no_text() -> None:
    found = summarise([Comment(1, "@file gauge.h\n@brief Reads the gauge quickly.")])
    assert found is not None
    assert found.text == "Reads the gauge quickly."


def test_sentence_with_an_address_and_a_digest_is_prose() -> None:
    text = "This module was imported from the library (https://a.example/cpython/) at\n" + "c5" * 20
    found = summarise([Comment(1, f"{text} (python3.12).\n\nIt was changed since.")])
    assert found is not None
    assert found.text.startswith("This module was imported")
