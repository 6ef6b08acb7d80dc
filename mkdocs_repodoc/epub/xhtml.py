"""HTML of pages as the XHTML that e-books are made of.

Elements that need a script, and pictures whose table says the same, are left out; what is folded
away on a page is open in a book.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_WITHOUT_END = frozenset({"base", "embed", "input", "link", "meta", "source", "track"})
"""Elements that hold nothing, and are left out."""
_LEFT_OUT = frozenset({"button", "form", "nav", "script", "select", "style", "svg"})
_RENAMED = {"details": "div", "picture": "span", "summary": "div"}
_HEADINGS = {"h3": "h2", "h4": "h3", "h5": "h4", "h6": "h5"}
"""Chapters have files of their own, with their titles as headings of the first level."""
_KEPT = frozenset({"alt", "class", "colspan", "dir", "height", "href", "id", "lang", "reversed"})
_KEPT |= {"rowspan", "scope", "src", "start", "title", "width"}
_LINES = "counter-reset"
"""The one style that is kept: by it lines have their numbers."""
_PERMALINK = "headerlink"
_LEGEND = "rd-legend"

Address = Callable[[str], str | None]
"""An address on a page → that in the book; `None` if the book has none."""


def as_xhtml(html: str, link: Address, image: Address) -> str:
    """Return HTML as well-formed XHTML.

    Args:
        html: Of a page, as this program's templates and the repository's prose make it.
        link: Where a link leads to; its text stays without.
        image: Where an image is; its alternative text stands for it without.
    """
    writer = _Writer(link, image)
    writer.feed(html)
    writer.close()
    return writer.finished()


def ids_of(html: str) -> frozenset[str]:
    """Return the ids in the HTML of a page."""
    found = _Ids()
    found.feed(html)
    found.close()
    return frozenset(found.ids)


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as its base has it
        self.ids += [value for name, value in attrs if name == "id" and value]


class _Writer(HTMLParser):
    """Writes each element that it reads, and closes what was left open."""

    def __init__(self, link: Address, image: Address) -> None:
        super().__init__(convert_charrefs=True)
        self._link = link
        self._image = image
        self._parts: list[str] = []
        self._open: list[tuple[str, str]] = []
        """Elements: the name that was read, and the one that is written; empty for none."""
        self._hidden = 0
        """How many elements around are left out."""

    def finished(self) -> str:
        while self._open:
            self._close_last()
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            if not self._hidden:
                self._parts.append(self._void(tag, values))
        elif tag in _WITHOUT_END:
            return
        elif self._hidden or self._is_left_out(tag, values.get("class", "").split()):
            self._hidden += 1
            self._open.append((tag, ""))
        else:
            self._begin(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID | _WITHOUT_END:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._close_last() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(escape(data, quote=False))

    def _is_left_out(self, tag: str, classes: list[str]) -> bool:
        """Tell whether an element, with all that it holds, has nothing to say in a book.

        In a figure that is what speaks of its picture.
        """
        if tag in _LEFT_OUT or _PERMALINK in classes:
            return True
        is_of_picture = tag == "summary" or _LEGEND in classes
        return is_of_picture and any(name == "figure" for name, _ in self._open)

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        written = _HEADINGS.get(tag) or _RENAMED.get(tag, tag)
        if tag == "a":
            address = self._link(values["href"]) if "href" in values else None
            values.pop("href", None)
            if address is None:
                written = "span"
            else:
                values["href"] = address
        self._open.append((tag, written))
        self._parts.append(f"<{written}{_attributes(values)}>")

    def _void(self, tag: str, values: dict[str, str]) -> str:
        if tag == "img":
            address = self._image(values.get("src", ""))
            if address is None:
                return escape(values.get("alt", ""), quote=False)
            values = {"alt": "", **values, "src": address}
        return f"<{tag}{_attributes(values)}/>"

    def _close_last(self) -> str:
        read, written = self._open.pop()
        if written:
            self._parts.append(f"</{written}>")
        else:
            self._hidden -= 1
        return read


def _attributes(values: dict[str, str]) -> str:
    kept = [(name, value) for name, value in values.items() if name in _KEPT]
    if (style := values.get("style", "")).startswith(_LINES):
        kept.append(("style", style))
    return "".join(f' {name}="{escape(value)}"' for name, value in kept if _is_said(name, value))


def _is_said(name: str, value: str) -> bool:
    """Whether an attribute says something; an id with a space is none."""
    if name == "id":
        return bool(value) and not any(map(str.isspace, value))
    return bool(value) or name in {"alt", "reversed"}
