"""Sentences that say no more than the name of what they describe."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.symbols.repeated_names import repeats_name


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("BufferPool", "BufferPool represents a pool of buffers."),
        ("Output", "Output is an output."),
        ("http_client", "The HTTP client."),
        ("HTTPClient", "An HTTP client class."),
    ],
)
def test_a_sentence_of_the_names_words_repeats_it(name: str, sentence: str) -> None:
    assert repeats_name(name, sentence)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("BufferPool", "BufferPool keeps buffers for writes."),
        ("Output", "Output is a terminal output."),
        ("Mill", ""),
        ("Base", "This is it."),
    ],
)
def test_another_word_tells_something(name: str, sentence: str) -> None:
    assert not repeats_name(name, sentence)
