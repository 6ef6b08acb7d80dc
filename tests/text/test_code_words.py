"""Words of code are those of languages that have a record, and stand in one module."""

from __future__ import annotations

import re

import pytest

from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.text.code_reading import code_words

PATTERNS = {name: text for name, text in vars(code_words).items() if name.endswith("_WORD")}


def spelt(pattern: str) -> set[str]:
    return set(re.findall(r"[a-z]{2,}", pattern.replace(r"\s", " ")))


@pytest.mark.parametrize("name", PATTERNS)
def test_every_word_is_one_of_a_language(name: str) -> None:
    known = {word for language in LANGUAGES.values() for word in language.keywords}
    assert spelt(PATTERNS[name]) - known == set()


@pytest.mark.parametrize(
    ("pattern", "text", "said"),
    [
        (code_words.CONDITION_WORD, "else if (a)", "else if"),
        (code_words.CONDITION_WORD, "unless a", "unless"),
        (code_words.IF_WORD, "unless a", None),
        (code_words.LOOP_WORD, "async for a in b", "async for"),
        (code_words.HANDLER_WORD, "exception", None),
    ],
)
def test_a_pattern_stands_before_the_end_of_a_word(
    pattern: str, text: str, said: str | None
) -> None:
    found = re.match(rf"{pattern}\b", text)
    assert (found[0] if found is not None else None) == said
