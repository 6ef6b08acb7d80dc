"""Markdown: headings as symbols, the first paragraph as summary, front matter as facts."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import compose, entries, scalar
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(
    r"\s*(?:[-*+](?:\s|$)|[>|#<]|\d+[.)]\s|:\s|$|={2,}|-{2,}|\*{3,}\s*$|:{3,}|!!!|\?\?\?|===|\{%|\{\{)"
)
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^}]*\}\s*$")
_IMAGE = re.compile(r"\[?!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])(?:\](?:\([^)]*\)|\[[^\]]*\]))?")
_LINK = re.compile(r"\[([^\]\[]*)\](?:\([^()]*(?:\([^()]*\))?[^()]*\)|\[[^\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->")
_DEFINITION = re.compile(r"\s*\[([^\]]+)\]:\s+(<[^>]*>|\S+)")
_REFERENCE = re.compile(r"(?<!\])\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(\[:])")
"""A link whose address a definition elsewhere in the document gives."""
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_OVERVIEW = re.compile(
    r"(?:introduction|overview|about|summary|what is|description)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")


class Heading(NamedTuple):
    """A heading of a document."""

    level: int
    text: str
    line: int


def add_headings(draft: RecordBuilder, headings: list[Heading], last_line: int) -> None:
    """Add headings as symbols, each reaching to the next of its own level or above.

    Args:
        draft: The record to add them to.
        headings: In source order.
        last_line: Where the last one ends.
    """
    ends = [last_line] * len(headings)
    open_at: list[int] = []
    names: list[str] = []
    for position, heading in enumerate(headings):
        while open_at and headings[open_at[-1]].level >= heading.level:
            ends[open_at.pop()] = heading.line - 1
        around = names[open_at[-1]] + HEADING_SEPARATOR if open_at else ""
        # The document's title is above everything: naming it each time would only be noise.
        is_title = open_at and open_at[-1] == 0 and headings[0].level == 1
        names.append(heading.text if is_title else around + heading.text)
        open_at.append(position)
    for heading, name, end in zip(headings, names, ends, strict=True):
        draft.add(
            name,
            Kind.HEADING,
            heading.line,
            end_line=end,
            shown=heading.text,
            labels=(f"level {heading.level}",),
        )


def plain(text: str) -> str:
    """Return inline Markdown as plain text: link texts without addresses, no images, no tags."""
    text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    return _EMPHASIS.sub(r"\2", text).strip()


def read_markdown(draft: RecordBuilder) -> None:
    """Read a Markdown file."""
    draft.markup = "markdown"
    start = _front_matter(draft)
    headings: list[Heading] = []
    paragraph: list[str] = []
    described = in_block = False
    fence = ""
    for number in range(start, len(draft.lines) + 1):
        row = draft.lines[number] if number < len(draft.lines) else ""
        if fence:
            if row.strip().startswith(fence) and not row.strip().strip(fence[0]):
                fence = ""
            continue
        heading = _heading(row, paragraph, number)
        if heading:
            headings.append(heading)
        elif opening := _FENCE.match(row):
            fence = opening[1]
        elif row.strip() and (in_block or not _ends_paragraph(row, paragraph)):
            paragraph += [] if in_block else [row]
            continue
        if (
            paragraph
            and not described
            and not row.startswith(":")
            and _introduces(headings, heading)
        ):
            described = _describe(draft, paragraph, number)
        paragraph = []
        in_block = bool(row.strip()) and not heading and not fence
    add_headings(draft, [heading for heading in headings if heading.text], len(draft.lines))
    describe_by_title(draft, headings)


def describe_by_title(draft: RecordBuilder, headings: list[Heading]) -> None:
    """Take the summary from the document's title: the one heading that is above all others."""
    if headings and all(heading.level > headings[0].level for heading in headings[1:]):
        draft.describe(headings[0].text, headings[0].line, "first heading")


def _introduces(headings: list[Heading], last: Heading | None) -> bool:
    """Whether a paragraph is about the whole document, by the headings that stand before it."""
    before = [heading for heading in headings if heading is not last]
    return len(before) < 2 or bool(_OVERVIEW.match(before[-1].text))  # noqa: PLR2004 - title only


def _heading(row: str, paragraph: list[str], number: int) -> Heading | None:
    if match := _ATX.match(row):
        return Heading(len(match[1]), _heading_text(match[2] or ""), number + 1)
    if paragraph and (match := _SETEXT.match(row)):
        text = _heading_text(" ".join(line.strip() for line in paragraph[:40]))
        return Heading(1 if match[1][0] == "=" else 2, text, number + 1 - len(paragraph))
    return None


def _heading_text(text: str) -> str:
    return plain(_ATTRIBUTES.sub("", text[:500])).replace("`", "")


def _ends_paragraph(row: str, paragraph: list[str]) -> bool:
    if not row.strip():
        return True
    indented = not paragraph and row.startswith(("    ", "\t"))
    return indented or bool(_NO_PARAGRAPH.match(row) or _DEFINITION.match(row))


def _describe(draft: RecordBuilder, paragraph: list[str], end: int) -> bool:
    """Take the summary from a paragraph, if it says something beside badges and links."""
    text = " ".join(line.strip() for line in paragraph[:40])[:4_000]
    if len(_WORD.findall(plain(text))) < 3:  # noqa: PLR2004 - two words are a caption
        return False
    if text.endswith(":") and "." not in text:
        return False  # announces what follows, and says nothing without it
    shown = _resolved(draft.lines, _TAG.sub("", _IMAGE.sub("", text)).strip())
    draft.describe(shown, end + 1 - len(paragraph), "first paragraph")
    return True


def _resolved(lines: list[str], text: str) -> str:
    """Give references to links their addresses, which a sentence alone would lack."""
    if not _REFERENCE.search(text):
        return text
    found = (match for row in lines if (match := _DEFINITION.match(row)))
    addresses = {match[1].lower(): match[2].strip("<>") for match in found}

    def link(match: re.Match[str]) -> str:
        address = addresses.get((match[2] or match[1]).lower())
        return f"[{match[1]}]({address})" if address else match[0]

    return _REFERENCE.sub(link, text)


def _front_matter(draft: RecordBuilder) -> int:
    """Read YAML front matter; return the index of the first line after it."""
    if not draft.lines or draft.lines[0].rstrip() != "---":
        return 0
    closing = (n for n, row in enumerate(draft.lines[1:200], 1) if row.rstrip() in {"---", "..."})
    end = next(closing, 0)
    if not end:
        return 0
    try:
        documents = compose("\n".join(draft.lines[1:end]))
    except yaml.YAMLError:
        draft.problem(1, "The front matter is not valid YAML.")
        return end + 1
    node = documents[0] if documents else None
    if not isinstance(node, yaml.MappingNode):
        return 0
    for key, value, line in entries(node):
        if key in {"description", "summary"}:
            draft.describe(scalar(value), line + 1, "front matter")
    return end + 1
