"""HTML and its templates: headings, ids, blocks and macros, title and description."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from mkdocs_repodoc.analysis.formats.draft import Draft
from mkdocs_repodoc.analysis.formats.markdown import Heading, add_headings
from mkdocs_repodoc.analysis.prose import one_line
from mkdocs_repodoc.model.records import Import

LARGEST = 1_000_000

_STATEMENT = re.compile(
    r"\{%[-+]?\s*(block|macro|extends|include|import|from|call|set)\s+(.*?)\s*[-+]?%\}", re.DOTALL
)
_END = re.compile(r"\{%[-+]?\s*end(block|macro)\b")
_STRING = re.compile(r"""["']([^"']+)["']""")
_NAME = re.compile(r"\w+")
_TEMPLATE_COMMENT = re.compile(r"\{#(.*?)#\}", re.DOTALL)
_MARKUP = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


class _Page(HTMLParser):
    """Collects what a page names; never fails, as browsers don't."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self.ids: list[tuple[str, str, int]] = []
        self.links: list[Import] = []
        self.title = ("", 0)
        self.description = ("", 0)
        self._open = ""
        self._line = 0
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        attributes = {key: value or "" for key, value in attrs}
        if name := attributes.get("id", ""):
            self.ids.append((name, tag, line))
        if tag == "title" or (len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"):  # noqa: PLR2004
            self._open, self._line, self._text = tag, line, []
        elif tag == "meta" and attributes.get("name", "").lower() == "description":
            self.description = (attributes.get("content", ""), line)
        elif tag == "script" and attributes.get("src"):
            self.links.append(Import(attributes["src"], line=line))
        elif tag == "link" and "stylesheet" in attributes.get("rel", "").lower():
            self.links.append(Import(attributes.get("href", ""), line=line))

    def handle_endtag(self, tag: str) -> None:
        if tag != self._open:
            return
        text = one_line(_MARKUP.sub("", "".join(self._text)))
        if tag == "title":
            self.title = self.title if self.title[0] else (text, self._line)
        elif text:
            self.headings.append(Heading(int(tag[1]), text, self._line))
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)


def read_html(draft: Draft) -> None:
    """Read an HTML page or a template."""
    text = draft.source.text
    if len(text) > LARGEST:
        draft.problem(0, "The page is too large: only its beginning is read.", "info")
        text = text[:LARGEST]
    page = _Page()
    page.feed(text)
    page.close()
    imports = _template(draft, text)
    add_headings(draft, page.headings, len(draft.lines))
    seen: set[str] = set()
    for name, tag, line in page.ids:
        if name not in seen and not _MARKUP.search(name):
            seen.add(name)
            draft.add(name, "element", line, labels=(tag,))
    draft.imports = (*imports, *(link for link in page.links if _is_path(link.module)))
    draft.describe(page.description[0], page.description[1], "page description")
    if comment := _TEMPLATE_COMMENT.match(text.lstrip()):
        line = 1 + text[: len(text) - len(text.lstrip())].count("\n")
        draft.describe(comment[1], line, "leading comment")
    if len(page.title[0].split()) > 1:
        draft.describe(page.title[0], page.title[1], "page title")


def _is_path(text: str) -> bool:
    return bool(text) and not _MARKUP.search(text) and not text.startswith("data:")


def _template(draft: Draft, text: str) -> list[Import]:
    """Add blocks and macros; return the templates that are taken in."""
    ends = [match.start() for match in _END.finditer(text)]
    line, position = 1, 0
    imports: list[Import] = []
    for match in _STATEMENT.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        word, rest = match[1], match[2]
        name = _NAME.match(rest)
        if word in {"block", "macro"} and name:
            while ends and ends[0] < position:
                ends.pop(0)
            end = line + text.count("\n", position, ends[0]) if ends else line
            signature = one_line(rest[name.end() :]) if word == "macro" else ""
            draft.add(name[0], word, line, end_line=end, signature=signature)
        elif word in {"extends", "include", "import", "from"} and (path := _STRING.match(rest)):
            imports.append(Import(path[1], line=line))
    return imports
