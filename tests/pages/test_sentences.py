"""Quotations as sentences of the book."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.model.blocks import Code, Phrase, Prose
from mkdocs_repodoc.pages.book.sentences import quoted_sentence

_PROSE = Prose("Opens *it*.", "markdown", "a.md")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Opens it",), ("“", "Opens it", "”", ".")),
        (("Opens it.",), ("“", "Opens it.", "”")),
        (("Really?",), ("“", "Really?", "”")),
        ((_PROSE,), ("“", _PROSE, "”")),
        (("Opens ", Code("it")), ("“", "Opens ", Code("it"), "”", ".")),
    ],
)
def test_a_quotation_ends_with_a_full_stop(words: Phrase, said: Phrase) -> None:
    assert quoted_sentence(words) == said
