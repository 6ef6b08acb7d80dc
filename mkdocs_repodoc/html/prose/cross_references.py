"""Targets of the links, images and code spans in rendered prose, seen from one page.

Works on HTML that the Markdown or reStructuredText side has made and that is therefore regular:
attributes in double quotes, nothing but allowed tags. No address is emitted that
`prose_addresses` has not judged, and nothing loads from outside the site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from markupsafe import Markup, escape

from mkdocs_repodoc.html.image_attributes import size_attributes
from mkdocs_repodoc.html.link_attributes import EXTERNAL, hover, href
from mkdocs_repodoc.html.prose.heading_slugs import HEADING_PREFIX
from mkdocs_repodoc.html.prose.markdown_html import PLAIN_CODE
from mkdocs_repodoc.html.prose.prose_addresses import ProseAddresses
from mkdocs_repodoc.html.prose.prose_ids import ProseIds
from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext

_GAPS = re.compile(
    r"<code>(?P<code>[^<]*)</code>"
    r"|(?P<end></a>)"
    # Every tag is taken whole, so that nothing inside an attribute is read as a tag.
    r"|<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?: [\w-]+(?:=\"[^\"]*\")?)*) ?/?>"
)
_ATTRIBUTE = re.compile(r"([\w-]+)=\"([^\"]*)\"")
_JUDGED = frozenset({"a", "img", "source"})
_NAME = re.compile(
    r"~?[A-Za-z_]\w*(?:(?:\.|::)\w+)*(?:\(\)|!)?"
    r"|(?:[A-Za-z_]\w*(?:\.\w+)*)?#[A-Za-z_]\w*(?:\([^()]{0,200}\))?"
)
"""A name, or a member behind `#` with the types of its parameters, as comments for documentation
write it."""

NO_ANCHORS: Mapping[str, str] = MappingProxyType({})


class CrossReferences:
    """Resolves what the prose of one page refers to.

    Args:
        context: The repository and its pages.
        addresses: Makes links for the page.
        taken: Ids of the page; ids of prose are added, and kept apart from these.
    """

    def __init__(self, context: RenderContext, addresses: Addresses, taken: set[str]) -> None:
        self._context = context
        self._addresses = addresses
        self._taken = taken

    def resolve(
        self,
        html: str,
        path: str,
        scope: int,
        *,
        marked: bool = False,
        anchors: Mapping[str, str] = NO_ANCHORS,
    ) -> Markup:
        """Return prose with its links led to the site, the forge or nowhere.

        Args:
            html: Regular HTML of one prose.
            path: File in which it stands; relative addresses start there.
            scope: Symbol that it documents, or `FILE_SCOPE`.
            marked: Whether all code in it is meant to be references.
            anchors: Id in the prose → id of the page that takes its place.
        """
        if "<" not in html:
            return Markup(html)
        resolution = _Resolution(
            self._context, self._addresses, ProseIds(self._taken, anchors), path, scope
        )
        resolution.marked = marked
        return Markup(resolution.run(html))


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a link leads."""

    url: str
    title: str
    is_external: bool = False
    """Whether it is the documentation of another project."""

    def opened(self, attributes: str = "") -> str:
        """Return the link's opening tag."""
        marks = f" {EXTERNAL}" if self.is_external else ""
        return f"<a{attributes}{marks} {href(self.url)}{hover(self.title)}>"


class _Resolution:
    """One pass over one prose."""

    def __init__(
        self,
        context: RenderContext,
        addresses: Addresses,
        ids: ProseIds,
        path: str,
        scope: int,
    ) -> None:
        self._context = context
        self._addresses = addresses
        self._ids = ids
        self._path = path
        self._scope = scope
        self.marked = False
        self._written = ProseAddresses(context, addresses, path)
        self._open: list[str] = []

    def run(self, html: str) -> str:
        if HEADING_PREFIX in html:
            self._ids.take(html)
        return _GAPS.sub(self._filled_in, html)

    def _filled_in(self, match: re.Match[str]) -> str:
        if match["end"]:
            return self._open.pop() if self._open else ""
        tag = match["tag"]
        if tag is None:
            return self._code(match["code"])
        if match[0] == PLAIN_CODE:
            return "<code>"
        if tag not in _JUDGED:
            return match[0] if " id=" not in match[0] else self._ids.renamed(match[0])
        attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
        if tag == "a":
            return self._link(attributes)
        return self._image(attributes) if tag == "img" else self._source(attributes)

    def _link(self, attributes: dict[str, str]) -> str:
        if self._open:  # HTML knows no link in a link
            self._open.append("")
            return ""
        if name := unescape(attributes.get("data-ref", "")):
            target = self._symbol(name, marked=True)
            if target is None:
                self._open.append(f"][{escape(name)}]")
                return "["
        elif "data-doc" in attributes:
            return self._document(unescape(attributes["data-doc"]), unescape(attributes["title"]))
        elif name := unescape(attributes.get("data-code") or attributes.get("data-word", "")):
            target = self._symbol(name, marked=self.marked or "data-code" in attributes)
            if target is None:
                self._open.append("")
                return ""
        else:
            url = self._address(unescape(attributes.get("href", "")))
            target = _Target(url, unescape(attributes.get("title", "")))
        anchor = self._ids.attribute(unescape(attributes.get("id") or attributes.get("name", "")))
        if not target.url:
            self._open.append("</span>")
            return f"<span{anchor}>"
        self._open.append("</a>")
        return target.opened(anchor)

    def _document(self, target: str, title: str) -> str:
        """Return a link to a document that is named without its suffix, and what it is called."""
        path = self._written.document_path(target)
        file = None if path is None else self._context.queries.file(path)
        name = title or target.strip("/")
        if path is None or file is None:
            self._open.append("")
            return str(escape(name))
        self._open.append("</a>")
        headings = (symbol.name for symbol in file.outline.symbols if symbol.kind == Kind.HEADING)
        opened = _Target(self._written.page(path, ""), "").opened()
        return f"{opened}{escape(title or next(headings, name))}"

    def _code(self, text: str) -> str:
        plain = unescape(text)
        if not self._open and _NAME.fullmatch(plain):
            target = self._symbol(plain.removeprefix("~"), marked=self.marked)
            if target is not None:
                return f"{target.opened()}<code>{text}</code></a>"
        return f"<code>{text}</code>"

    def _symbol(self, name: str, *, marked: bool) -> _Target | None:
        find = self._context.queries.marked_mention if marked else self._context.queries.mention
        meant = find(self._path, self._scope, name)
        if meant is None:
            return None
        if isinstance(meant, WebLink):
            return _Target(meant.url, meant.title, is_external=True)
        url = self._addresses.symbol(meant)
        return None if url is None else _Target(url, self._addresses.symbol_title(meant))

    def _image(self, attributes: dict[str, str]) -> str:
        source = unescape(attributes.get("src", ""))
        alt = unescape(attributes.get("alt", ""))
        path = self._written.repository_path(source)
        if path is not None and (url := self._addresses.asset(path)):
            file = self._context.queries.file(path)
            size = size_attributes(attributes, file.outline.image if file else None)
            if re.fullmatch(r"\w+", attributes.get("align", "")):
                size += f' align="{attributes["align"]}"'
            title = f' title="{attributes["title"]}"' if attributes.get("title") else ""
            return f'<img src="{escape(url)}" alt="{escape(alt)}" loading="lazy"{title}{size}>'
        text = escape(alt or _file_name(source) or "image")
        target = "" if self._open else self._address(source)
        if target:
            return f'<a class="rd-image" href="{escape(target)}">{text}</a>'
        return f'<span class="rd-image">{text}</span>'

    def _source(self, attributes: dict[str, str]) -> str:
        path = self._written.repository_path(unescape(attributes.get("srcset", "")))
        url = None if path is None else self._addresses.asset(path)
        if not url:
            return ""
        media = f' media="{attributes["media"]}"' if attributes.get("media") else ""
        return f'<source srcset="{escape(url)}"{media}>'

    def _address(self, written: str) -> str:
        """Return where a written address leads; empty if nowhere that is safe or known."""
        written = written.strip()
        if written.startswith("#"):
            return self._ids.heading(unquote(written[1:]))
        return self._written.address(written)


def _file_name(address: str) -> str:
    try:
        return unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
