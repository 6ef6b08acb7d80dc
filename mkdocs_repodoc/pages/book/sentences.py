"""Sentences and what they are made of, as the book's paragraphs are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.model.blocks import Block, Inline, Paragraph, Phrase, Prose
from mkdocs_repodoc.pages.parts import book_caps
from mkdocs_repodoc.pages.parts.formatting import capped, joined

_ENDS = (".", "!", "?", "…", "。")


def paragraph(sentences: Iterable[Phrase]) -> tuple[Block, ...]:
    """Return sentences as one paragraph, those that say nothing left out; none if all do."""
    said = [each for each in sentences if each]
    return (Paragraph(joined(said, " ")),) if said else ()


def quoted(words: Phrase) -> Phrase:
    """Return somebody's own words in quotation marks."""
    return ("“", *words, "”")


def quoted_sentence(words: Phrase) -> Phrase:
    """Return somebody's own words as a sentence, with a full stop where they have none."""
    last = words[-1] if words else ""
    text = last.text if isinstance(last, Prose) else last
    ends = isinstance(text, str) and text.rstrip().endswith(_ENDS)
    return (*quoted(words), *(() if ends else (".",)))


def some(
    parts: Sequence[Inline | Phrase], noun: str = "", most: int = book_caps.SENTENCE_NAMES
) -> Phrase:
    """Return an enumeration as a sentence has it: `a, b and c`, `a, b and 3 more files`.

    Args:
        parts: All that could be listed, the most telling first; one more than `most` is listed too.
        noun: What they are, in the singular.
        most: How many are listed.
    """
    if len(parts) == most + 1:
        most += 1
    return capped(parts[:most], len(parts) - most, noun, last=" and ")
