"""The opening of a document: its first paragraphs that are prose about what it describes.

Badges, rows of links, sponsors and licences are none. The paragraphs come with the definitions of
the links in them, so that they can be shown without the rest of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from mkdocs_repodoc.text.document_parts.asides import ASIDE, for_users
from mkdocs_repodoc.text.document_parts.html_prose import markdown_of_html
from mkdocs_repodoc.text.link_rows import without_links, word_count

_LOOKED_AT = 100_000
"""Characters of a document: an opening is in its beginning, however long the rest takes."""
_LONGEST = 900
"""Characters of an opening of several paragraphs."""
_PARAGRAPHS = 3
_TAGLINE = 160
"""Characters of a quotation below the title that says what a thing is; longer ones are of users."""
_LEAST_OF_TAGLINE = 2
_LIST_LINES = 12
"""Lines of a list that belongs to an opening."""
_LEAST_WORDS = 4
"""Words outside of links and pictures that a paragraph of prose has at least."""

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_ENDING = frozenset({"fence", "code_block", "table_open"})
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_ENDING |= _LISTS | {"blockquote_open"}
"""Blocks that end an opening which has begun."""

_BEFORE_ANNOUNCEMENT = re.compile(r"(.*[.!?])\s[^.!?]*:\s*$", re.DOTALL)
_REFERENCE = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")

_SECTION = re.compile(r"^##[^#\n]", re.MULTILINE)
_NEW_LINE = re.compile(r"\r\n?|\n")
"""Where the parser ends lines, and nowhere else."""
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*$")
_NO_PARAGRAPH = re.compile(r"\s|\.\. |\.\.$|:[\w-]+:|[-*+|>=]\s|\d+\.\s|\+[-=]|#\.")
_TARGET = re.compile(r"\.\. _(`[^`]+`|[^:`]+): ")
_NAMED = re.compile(r"`([^`<>]+)`_|\b([\w.-]+)_\b")


def document_opening(text: str, markup: str) -> str:
    """Return the first paragraphs of prose of a document; empty if it has none.

    Args:
        text: The document.
        markup: `markdown` or `rst`; of other documents paragraphs are not known.
    """
    opening = first_paragraphs(text, markup)
    return with_link_targets(opening, text, markup) if opening else ""


def first_paragraphs(text: str, markup: str) -> str:
    """Return the same without what the links in it lead to."""
    beginning = _beginning(text)
    if markup == "markdown":
        return _above_sections(beginning) or _markdown(markdown_of_html(beginning))
    return _restructured(beginning) if markup == "rst" else ""


def _above_sections(beginning: str) -> str:
    """Return the opening of a document in Markdown; empty where HTML above its sections is it."""
    opening = _markdown(beginning)
    section = _SECTION.search(beginning)
    if (
        section is None
        or not opening
        or beginning.find(opening.partition("\n")[0]) < section.start()
    ):
        return opening
    return _markdown(markdown_of_html(beginning[: section.start()])) or opening


def readable(text: str, markup: str) -> str:
    """Return a document; of one in Markdown whose only prose is HTML, what that says as Markdown.

    Args:
        text: The document.
        markup: What it is written in.
    """
    if markup != "markdown" or _markdown(_beginning(text)):
        return text
    return markdown_of_html(text) or text


def with_link_targets(shown: str, text: str, markup: str) -> str:
    """Return a part of a document, and below it what the links in it lead to.

    Args:
        shown: The part.
        text: The document, which says so anywhere; one in Markdown in its beginning.
        markup: `markdown` or `rst`.
    """
    used = _markdown_targets(shown, text) if markup == "markdown" else _rst_targets(shown, text)
    return "\n\n".join([shown, *used])


def _beginning(text: str) -> str:
    """Return the lines of a document that an opening is looked for in."""
    if len(text) <= _LOOKED_AT:
        return text
    return text[: text.rfind("\n", 0, _LOOKED_AT) + 1 or _LOOKED_AT]


def _markdown_targets(shown: str, text: str) -> Iterator[str]:
    env: dict[str, dict[str, dict[str, str]]] = {}
    _BLOCKS.parse(_beginning(text), env)
    defined = env.get("references", {})
    labels = {(match[2] or match[1]) for match in _REFERENCE.finditer(shown)}
    for label in sorted(labels):
        key = " ".join(label.split()).upper()
        if key in defined:
            yield f"[{label}]: <{defined[key]['href']}>"


def _rst_targets(shown: str, text: str) -> Iterator[str]:
    names = {(match[1] or match[2]).lower() for match in _NAMED.finditer(shown)}
    for row in text.splitlines():
        if (match := _TARGET.match(row)) and match[1].strip("`").lower() in names:
            yield row


def _markdown(text: str) -> str:
    tokens = _BLOCKS.parse(text)
    lines = _NEW_LINE.split(text)
    found: list[str] = []
    announced = ""
    headings = 0
    for index, token in for_users(tokens):
        headings += token.type == "heading_open"
        if token.type == "paragraph_open":
            announced = tokens[index + 1].content
            _take(found, announced)
        elif not found and token.type == "blockquote_open" and token.map:
            said = " ".join(row.lstrip("> ").strip() for row in lines[slice(*token.map)])
            if _is_tagline(said, below_title=headings <= 1):
                found.append(said)
        elif not found and token.type in _LISTS and token.map and _announces(announced):
            if items := _first_items(lines[slice(*token.map)]):
                found.append("\n".join([announced, "", *items]))
            break
        elif found and (token.type in _ENDING or token.type == "heading_open"):
            break
        if _is_full(found):
            break
    return "\n\n".join(found)


def _first_items(lines: list[str]) -> list[str]:
    """Return the first lines of a list, whole items of it; none if the first one is too long."""
    end = min(len(lines), _LIST_LINES)
    while 0 < end < len(lines) and (not lines[end] or lines[end][0].isspace()):
        end -= 1
    return lines[:end]


def _restructured(text: str) -> str:
    found: list[str] = []
    for block in _rows(text):
        is_title = any(_ADORNMENT.match(row) for row in block)
        if is_title or _NO_PARAGRAPH.match(block[0]):
            if found and not block[0].startswith(".. "):
                break
        else:
            _take(found, "\n".join(block))
        if _is_full(found):
            break
    return "\n\n".join(found)


def _rows(text: str) -> Iterator[list[str]]:
    """Yield the lines of each block between empty lines."""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        rows = [row.rstrip() for row in block.split("\n") if row.strip()]
        if rows:
            yield rows


def _take(found: list[str], paragraph: str) -> None:
    """Add a paragraph of prose to an opening that has room for it.

    One that announces what follows is cut before that, unless it comes first: then what it
    announces may come with it.
    """
    if found and (before := _BEFORE_ANNOUNCEMENT.match(paragraph)):
        paragraph = before[1]
    if _is_prose(paragraph) and (not found or len("".join([*found, paragraph])) <= _LONGEST):
        found.append(paragraph)


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph says something by itself: no badges, no links alone, no announcement."""
    return _has_words(paragraph) and not paragraph.rstrip().endswith(":")


def _is_tagline(said: str, *, below_title: bool) -> bool:
    """Whether a quotation is the author's word; that below the title may be very short."""
    if len(said) > _TAGLINE or said.startswith("[!"):
        return False
    words = word_count(without_links(said))
    is_short = below_title and words >= _LEAST_OF_TAGLINE and not ASIDE.match(said)
    return _is_prose(said) or (is_short and not said.endswith(":"))


def _announces(paragraph: str) -> bool:
    """Whether a paragraph of prose needs the list that follows it."""
    return _has_words(paragraph) and paragraph.rstrip().endswith(":")


def _has_words(paragraph: str) -> bool:
    said = without_links(paragraph)
    return word_count(said) >= _LEAST_WORDS and not ASIDE.match(said)


def _is_full(found: list[str]) -> bool:
    return len(found) >= _PARAGRAPHS
