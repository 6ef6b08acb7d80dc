"""HTML and its templates: headings, ids, blocks and macros, title and description."""

from __future__ import annotations

import re
from html import unescape

from mkdocs_repodoc.format_readers.documents.markdown_document import Heading, add_headings
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.text.english import one_line

LARGEST = 1_000_000

_STATEMENT = re.compile(
    r"\{%[-+]?\s{0,99}(block|macro|extends|include|import|from)\s{1,99}(.{0,400}?)[-+]?%\}",
    re.DOTALL,
)
_END = re.compile(r"\{%[-+]?\s{0,99}end(block|macro)\b")
_STRING = re.compile(r"""["']([^"']+)["']""")
_NAME = re.compile(r"\w+")
_TEMPLATE_COMMENT = re.compile(r"\{#(.*?)#\}", re.DOTALL)
_OPENING = re.compile(r"<(!--|[A-Za-z][\w:-]{0,40})")
_ATTRIBUTE = re.compile(r"([^\s=>/\"'<]{1,100})(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+))?|([<>])")
_TITLED = re.compile(r"title|h[1-6]")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>?")
_RAW_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_LONGEST_TAG = 2_000
_MARKUP = re.compile(r"\{[{%#].{0,400}?[}%#]\}", re.DOTALL)


class _Page:
    """Collects what a page names. Every look-ahead is bounded: a page may be any text."""

    def __init__(self, text: str) -> None:
        self.headings: list[Heading] = []
        self.ids: list[tuple[str, str, int]] = []
        self.links: list[Import] = []
        self.title = ("", 0)
        self.description = ("", 0)
        self._text = text
        self._line = 1
        self._counted = 0
        self._read()

    def _read(self) -> None:
        position = 0
        while match := _OPENING.search(self._text, position):
            name = match[1].lower()
            if name == "!--":
                end = self._text.find("-->", match.end())
                if end < 0:
                    return
                position = end
                continue
            position = match.end()
            tail = self._text[position : position + _LONGEST_TAG]
            attributes: dict[str, str] = {}
            for attribute in _ATTRIBUTE.finditer(tail):
                if attribute[3]:
                    position += attribute.end()
                    break
                value = (attribute[2] or "").strip("\"'")
                attributes.setdefault(attribute[1].lower(), unescape(value))
            self._take(name, attributes, match.start(), position)
            if name in {"script", "style"}:
                closing = _RAW_END[name].search(self._text, position)
                if not closing:
                    return
                position = closing.end()

    def _take(self, tag: str, attributes: dict[str, str], start: int, end: int) -> None:
        self._line += self._text.count("\n", self._counted, start)
        self._counted = start
        if name := attributes.get("id", ""):
            self.ids.append((name, tag, self._line))
        if _TITLED.fullmatch(tag):
            closing = self._text.find(f"</{tag}", end, end + _LONGEST_TAG)
            text = one_line(_TAG.sub("", _MARKUP.sub("", self._text[end : max(closing, end)])))
            if tag != "title" and text:
                self.headings.append(Heading(int(tag[1]), unescape(text), self._line))
            elif not self.title[0]:
                self.title = (unescape(text), self._line)
        elif tag == "meta" and attributes.get("name", "").lower() == "description":
            self.description = (attributes.get("content", ""), self._line)
        elif tag == "script":
            self.links.append(Import(attributes.get("src", ""), line=self._line))
        elif tag == "link" and "stylesheet" in attributes.get("rel", "").lower():
            self.links.append(Import(attributes.get("href", ""), line=self._line))


def read_html(draft: RecordBuilder) -> None:
    """Read an HTML page or a template."""
    text = draft.source.text
    if len(text) > LARGEST:
        draft.problem(0, "The page is too large; only its beginning was read.", "info")
        text = text[:LARGEST]
    page = _Page(text)
    imports = _template(draft, text)
    add_headings(draft, page.headings, len(draft.lines))
    seen: set[str] = set()
    for name, tag, line in page.ids:
        if name not in seen and not _MARKUP.search(name):
            seen.add(name)
            draft.add(name, Kind.ELEMENT, line, labels=(tag,))
    draft.imports = (*imports, *(link for link in page.links if _is_path(link.module)))
    draft.describe(page.description[0], page.description[1], "page description")
    if comment := _TEMPLATE_COMMENT.match(text.lstrip()):
        line = 1 + text[: len(text) - len(text.lstrip())].count("\n")
        draft.describe(comment[1], line, "leading comment")
    if len(page.title[0].split()) > 1:
        draft.describe(page.title[0], page.title[1], "page title")


def _is_path(text: str) -> bool:
    return bool(text) and not _MARKUP.search(text) and not text.startswith("data:")


def _template(draft: RecordBuilder, text: str) -> list[Import]:
    """Add blocks and macros; return the templates that are taken in."""
    ends = [match.start() for match in _END.finditer(text)]
    line, position = 1, 0
    imports: list[Import] = []
    for match in _STATEMENT.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        word, rest = match[1], match[2].strip()
        name = _NAME.match(rest)
        if word in {"block", "macro"} and name:
            while ends and ends[0] < position:
                ends.pop(0)
            end = line + text.count("\n", position, ends[0]) if ends else line
            signature = one_line(rest[name.end() :]) if word == "macro" else ""
            draft.add(name[0], Kind(word), line, end_line=end, signature=signature)
        elif word in {"extends", "include", "import", "from"} and (path := _STRING.match(rest)):
            imports.append(Import(path[1], line=line))
    return imports
