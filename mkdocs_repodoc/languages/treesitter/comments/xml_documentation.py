"""Documentation comments in XML, as C# has them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from mkdocs_repodoc.model.records import DocField, DocSection

_XML = re.compile(r"<(summary|param|returns|exception|remarks|value|typeparam|example)\b")
_XML_PART = re.compile(
    r"<(summary|remarks|returns|value|example|param|typeparam|exception)\b([^<>]*)"
    r"(?:(?<=/)>|>(.*?)(?:</\1\s{0,9}>|\Z))",
    re.DOTALL,
)
_XML_ATTRIBUTE = re.compile(r"(?:name|cref)\s*=\s*[\"']([^\"']*)[\"']")
_REFERENCE = r"<(?:see|seealso|paramref|typeparamref)\b([^<>]*)"
_XML_EMPTY_REFERENCE = re.compile(rf"{_REFERENCE}/>")
_XML_REFERENCE = re.compile(rf"{_REFERENCE}(?<!/)>(.*?)</\w+>", re.DOTALL)
_XML_CLOSING = re.compile(r"</\w+>")
_XML_CODE = re.compile(r"<c>(.*?)</c>", re.DOTALL)
_XML_CODE_BLOCK = re.compile(r"(?:(?<!\s)\s+)?<code[^<>]*>(.*?)</code>", re.DOTALL)
_XML_ITEM = re.compile(r"<item>(.*?)</item>", re.DOTALL)
_XML_PARAGRAPH = re.compile(r"(?:(?<!\s)\s+)?<para\s{0,9}/?>|</para>\s*")
_XML_OTHER = re.compile(r"</?(?:list|term|description|inheritdoc|br)\b[^<>]*>")
_FENCE = "```"


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
    text = _XML_EMPTY_REFERENCE.sub(_reference, text)
    text = _closed(_XML_REFERENCE, _last_closing(text), _reference, text)
    text = _closed(_XML_CODE, text.rfind("</c>"), r"`\1`", text)
    text = _closed(_XML_CODE_BLOCK, text.rfind("</code>"), _code_block, text)
    text = _XML_PARAGRAPH.sub("\n\n", text)
    text = _closed(_XML_ITEM, text.rfind("</item>"), _item, text)
    text = _XML_OTHER.sub("", text)
    has_code = _FENCE in text
    rows = [row if has_code else row.strip() for row in text.strip().split("\n")]
    return html.unescape("\n".join(rows)).strip()


def _closed(
    pattern: re.Pattern[str],
    last: int,
    replacement: str | Callable[[re.Match[str]], str],
    text: str,
) -> str:
    """Replace elements with contents; behind the last end of one, none needs to be looked for.

    Args:
        pattern: An element.
        last: Where the last end of such an element begins; -1 for nowhere.
        replacement: As `re.sub` takes it.
        text: What is read.
    """
    end = text.find(">", last) + 1 if last >= 0 else 0
    return pattern.sub(replacement, text[:end]) + text[end:]


def _last_closing(text: str) -> int:
    return max((match.start() for match in _XML_CLOSING.finditer(text)), default=-1)


def _reference(match: re.Match[str]) -> str:
    attribute = re.search(r"(?:cref|name|langword|href)\s*=\s*[\"']([^\"']*)", match[1])
    named = attribute[1] if attribute else ""
    named = named[2:] if named[1:2] == ":" else named
    return (match[2] if match.re is _XML_REFERENCE else "") or f"`{named}`"


def _code_block(match: re.Match[str]) -> str:
    return f"\n\n{_FENCE}\n{match[1].removeprefix(chr(10)).rstrip()}\n{_FENCE}\n"


def _item(match: re.Match[str]) -> str:
    said = match[1].strip().removeprefix("<description>").removesuffix("</description>").strip()
    return f"- {said}"
