"""reStructuredText: section titles as symbols, the first paragraph as summary."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.documents.markdown_document import (
    Heading,
    add_headings,
    describe_by_title,
)
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}$")
_MARKUP = re.compile(r"\.\. |\.\.$|:[\w-]+:|[-*+|>=]\s|[-*+]$|\d+\.\s|\+[-=]|#\.")
_ROLE = re.compile(
    r":[\w.+-]{1,40}(?::[\w.+-]{1,40})?:`~?([^`<]*?)\s*(?:<[^`]*>)?`|``(.+?)``|`([^`<]+?)\s*(?:<[^`]*>)?`_*"
)
_REFERENCE = re.compile(
    r"(?<![\w`:])(?:`([^`<>]+)`|([A-Za-z0-9](?:[\w.+-]*[A-Za-z0-9])?))__?(?![\w`])"
)
_TARGET = re.compile(r"\.\. _(?:`([^`]+)`|([^:`]+)): *(\S*)$")
_CAPTION = 2
"""So many words are no sentence."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def read_restructuredtext(draft: RecordBuilder) -> None:
    """Read a reStructuredText file."""
    draft.markup = "rst"
    lines = [line.rstrip() for line in draft.lines]
    headings: list[Heading] = []
    styles: list[str] = []
    number = 0
    while number < len(lines):
        over = _is_overlined(lines, number)
        title = number + over
        if over or _is_underlined(lines, title):
            style = ("over " if over else "") + lines[title + 1][0]
            if style not in styles:
                styles.append(style)
            level = styles.index(style) + 1
            headings.append(Heading(level, _plain(lines[title].strip()[:500]), title + 1))
            number = title + 2
            continue
        if lines[number] and not lines[number][0].isspace():
            number = _paragraph(draft, lines, number, headings)
        else:
            number += 1
    add_headings(draft, [heading for heading in headings if heading.text], len(lines))
    describe_by_title(draft, headings)


def _is_underlined(lines: list[str], title: int) -> bool:
    if title + 1 >= len(lines) or not lines[title] or lines[title][0].isspace():
        return False
    if title and lines[title - 1] and not _ADORNMENT.match(lines[title - 1]):
        return False  # the last line of a paragraph, with a line of dashes below
    below = lines[title + 1]
    return bool(
        _ADORNMENT.match(below)
        and len(below) >= min(len(lines[title]), 4)
        and not _ADORNMENT.match(lines[title])
    )


def _is_overlined(lines: list[str], number: int) -> bool:
    if number + 2 >= len(lines) or not _ADORNMENT.match(lines[number]):
        return False
    return bool(lines[number + 1].strip()) and lines[number + 2] == lines[number]


def _paragraph(draft: RecordBuilder, lines: list[str], number: int, headings: list[Heading]) -> int:
    """Pass over a paragraph, which may be the summary; return the index after it."""
    end = number
    while end < len(lines) and lines[end] and not _is_underlined(lines, end + 1):
        end += 1
    end = max(end, number + 1)
    text = " ".join(line.strip() for line in lines[number : min(end, number + 40)])[:4_000]
    is_prose = not _MARKUP.match(text) and len(_WORD.findall(_plain(text))) > _CAPTION
    if is_prose and len(headings) <= 1:  # below the title: it is about the whole document
        text = _with_addresses(text.removesuffix("::"), lines)
        draft.describe(text, number + 1, "first paragraph")
    return end


def _with_addresses(text: str, lines: list[str]) -> str:
    """Put the addresses of references into a text, which is to be read without its document.

    A reference to anything else becomes its words: https://docutils.sourceforge.io/docs/ref/rst/
    restructuredtext.html#hyperlink-references has both forms.
    """
    if not _REFERENCE.search(text):
        return text
    targets = {
        " ".join((match[1] or match[2]).casefold().split()): match[3]
        for line in lines
        if (match := _TARGET.match(line))
    }

    def addressed(match: re.Match[str]) -> str:
        words = match[1] or match[2]
        address = targets.get(" ".join(words.casefold().split()), "")
        return f"`{words} <{address}>`__" if "://" in address else words

    return _REFERENCE.sub(addressed, text)


def _plain(text: str) -> str:
    return _ROLE.sub(lambda match: match[1] or match[2] or match[3] or "", text)
