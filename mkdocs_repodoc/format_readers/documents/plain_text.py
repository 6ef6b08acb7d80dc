"""Text without a reader of its own: what it says at its beginning."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.text.comments import Comment
from mkdocs_repodoc.text.prose import summarise

_HEAD_LINES = 100
_HEAD = 20_000
_SENTENCE = re.compile(
    r"\b(?:the|an?|of|to|for|and|is|are|in|on|with|by|this|from|as)\b.*[.!?:…]\W*$", re.IGNORECASE
)
_TITLE = re.compile(r"<(title|desc|description)\b[^>]*>\s*([^<]{3,300}?)\s*</\1>")
_PROLOGUE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", re.DOTALL)


def read_plain(draft: RecordBuilder) -> None:
    """Read prose: its first paragraph, unless it is the text of a licence."""
    head = "\n".join(draft.lines[:_HEAD_LINES])[:_HEAD]
    found = summarise([Comment(1, head)])
    if found and _SENTENCE.search(found.text):  # else a list of words
        draft.describe(found.text, found.line, "first paragraph")


def read_xml(draft: RecordBuilder) -> None:
    """Read XML: its title or description."""
    head = _PROLOGUE.sub(_blank, draft.source.text[:_HEAD])
    if match := _TITLE.search(head):
        line = head.count("\n", 0, match.start(2)) + 1
        draft.describe(match[2], line, f"{match[1]} element")


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
