"""Documentation comments in XML, as C# has them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from mkdocs_repodoc.model.records import DocField, DocSection

_XML = re.compile(r"<(summary|param|returns|exception|remarks|value|typeparam|example)\b")
_XML_PART = re.compile(
    r"<(summary|remarks|returns|value|example|param|typeparam|exception)\b([^>]*?)"
    r"(?:/>|>(.*?)(?:</\1\s*>|\Z))",
    re.DOTALL,
)
_XML_ATTRIBUTE = re.compile(r"(?:name|cref)\s*=\s*[\"']([^\"']*)[\"']")
_XML_REFERENCE = re.compile(
    r"<(?:see|seealso|paramref|typeparamref)\b([^>]*?)(?:/>|>(.*?)</\w+>)", re.DOTALL
)
_XML_INLINE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"<c>(.*?)</c>", re.DOTALL), r"`\1`"),
    (re.compile(r"\s*<code[^>]*>\n?(.*?)\n?\s*</code>", re.DOTALL), "\n\n```\n\\1\n```\n"),
    (re.compile(r"\s*<para\s*/?>|</para>\s*"), "\n\n"),
    (
        re.compile(r"<item>\s*(?:<description>)?(.*?)(?:</description>)?\s*</item>", re.DOTALL),
        r"- \1",
    ),
    (re.compile(r"</?(?:list|term|description|inheritdoc|br)\b[^>]*>"), ""),
)


def is_xml(text: str) -> bool:
    """Tell whether a comment's text has elements of documentation."""
    return _XML.search(text) is not None


def parse_xml(text: str) -> tuple[DocSection, ...]:
    """Read elements of documentation, with patterns: a comment need not be well-formed XML.

    Args:
        text: Of a comment, without delimiters.
    """
    prose: list[str] = []
    fields: dict[str, list[DocField]] = {}
    examples: list[str] = []
    for match in _XML_PART.finditer(text):
        content = _xml_text(match[3] or "")
        attribute = _XML_ATTRIBUTE.search(match[2])
        name = attribute[1] if attribute else ""
        match match[1]:
            case "summary" | "remarks" | "value":
                prose.append(content)
            case "returns":
                fields.setdefault("returns", []).append(DocField("", "", content))
            case "example":
                examples.append(content)
            case "exception":
                short = name.rpartition(":")[2]
                fields.setdefault("raises", []).append(DocField("", short, content))
            case _:
                fields.setdefault("parameters", []).append(DocField(name, "", content))
    body = "\n\n".join(part for part in prose if part)
    sections = [DocSection("text", text=body)] if body else []
    sections += [
        DocSection(kind, fields=tuple(fields[kind]))
        for kind in ("parameters", "returns", "raises")
        if kind in fields
    ]
    if any(examples):
        sections.append(DocSection("examples", text="\n\n".join(examples)))
    return tuple(sections)


def _xml_text(text: str) -> str:
    def refer(match: re.Match[str]) -> str:
        attribute = re.search(r"(?:cref|name|langword|href)\s*=\s*[\"']([^\"']*)", match[1])
        named = attribute[1] if attribute else ""
        named = named[2:] if named[1:2] == ":" else named
        return match[2] or f"`{named}`"

    text = _XML_REFERENCE.sub(refer, text)
    for pattern, replacement in _XML_INLINE:
        text = pattern.sub(replacement, text)
    rows = [row.strip() if "```" not in text else row for row in text.strip().split("\n")]
    return html.unescape("\n".join(rows)).strip()
