"""The HTML that Javadoc allows in comments, as Markdown."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<!--|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>\s[^<>]*)?/?>")
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:\w+|#\d+|#[xX][0-9a-fA-F]+);")
_MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
_MARKUP = frozenset("\\`*_[]")
_FOR_ENTITIES = frozenset("<>&")
"""Characters that text may have as entities alone."""
_BREAKS = {"br": "\\\n"} | dict.fromkeys(
    ("p", "div", "section", "blockquote", "center", "hr"), "\n\n"
)
"""What ends a line or a paragraph."""
_REPLACED = (
    {"dd": (": ", ""), "sup": ("^", "")}
    | dict.fromkeys(("b", "strong"), ("**", "**"))
    | dict.fromkeys(("i", "em", "var", "cite", "dfn"), ("*", "*"))
    | dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("\n\n**", "**\n\n"))
    | dict.fromkeys(("span", "u", "font", "small", "big", "sub", "img"), ("", ""))
    | dict.fromkeys(("pre", "code", "tt", "samp", "kbd"), ("", ""))
    | dict.fromkeys(("table", "thead", "tbody", "tfoot", "colgroup", "col"), ("", ""))
)
"""What opening and closing tags become."""


_DEEPEST = 8
"""Lists in lists that are told apart."""


def html_markdown(text: str, *, is_line: bool = False) -> str:
    """Return text with elements of HTML as Markdown; what is no element is text.

    Args:
        text: As Javadoc has it; its indentation means nothing.
        is_line: Whether the result is one line, without lists and paragraphs.
    """
    writer = _Writer(is_line=is_line)
    text = _MARGIN.sub("", text)
    position = 0
    for match in _TAG.finditer(text):
        if match.start() < position:
            continue
        writer.text(text[position : match.start()])
        position = match.end()
        if match["name"] is None:
            closing = text.find("-->", position)
            position = len(text) if closing < 0 else closing + len("-->")
        else:
            writer.tag(match)
    writer.text(text[position:])
    return writer.markdown()


class _Writer:
    """Collects the Markdown of text and tags in turn."""

    def __init__(self, *, is_line: bool) -> None:
        self._is_line = is_line
        self._parts: list[str] = []
        self._lists: list[str] = []
        self._links: list[str] = []
        self._is_first_cell = True

    def markdown(self) -> str:
        """Return what has been collected."""
        return _GAP.sub("\n\n", _TRAILING.sub("", "".join(self._parts))).strip()

    def text(self, text: str) -> None:
        """Add text, its entities as characters where Markdown needs none."""
        if self._lists:  # the lines of an item are one
            text = _SPACE.sub(" ", text)
        self._parts.append(_ENTITY.sub(_character, text))

    def tag(self, match: re.Match[str]) -> None:
        """Add what stands for a tag."""
        name, is_end = match["name"].lower(), bool(match["end"])
        if name in _REPLACED:
            self._parts.append(_REPLACED[name][is_end])
        elif name in _BREAKS:
            self._gap(_BREAKS[name])
        elif name in ("ul", "ol", "dl"):
            self._list(name, is_end)
        elif name in ("li", "dt", "tr", "caption"):
            self._item(is_end)
        elif name in ("td", "th"):
            self._cell(is_end)
        elif name == "a":
            self._link(match["attributes"] or "", is_end)
        else:  # `List<String>`
            self._parts.append(f"&lt;{match[0][1:]}")

    def _gap(self, gap: str) -> None:
        """Break the text; inside of lists no paragraph ends, so that their items stay whole."""
        self._parts.append(" " if self._is_line or self._lists else gap)

    def _list(self, name: str, is_end: bool) -> None:
        if not is_end:
            self._parts.append("" if self._lists else "\n\n")
            self._lists.append(name)
        elif self._lists:
            self._lists.pop()
            self._parts.append("" if self._lists else "\n\n")

    def _item(self, is_end: bool) -> None:
        self._is_first_cell = True
        if is_end:
            return
        if self._is_line:
            self._parts.append(" • ")
            return
        around = self._lists or ["ul"]
        outer = around[: min(len(around) - 1, _DEEPEST)]
        indent = "".join("   " if each == "ol" else "  " for each in outer)
        self._parts.append(f"\n{indent}{'1.' if around[-1] == 'ol' else '-'} ")

    def _cell(self, is_end: bool) -> None:
        """Begin a cell; a row of a table is an item of a list."""
        if not is_end:
            self._parts.append("" if self._is_first_cell else " – ")
            self._is_first_cell = False

    def _link(self, attributes: str, is_end: bool) -> None:
        if is_end:
            self._parts.append(self._links.pop() if self._links else "")
            return
        found = _HREF.search(attributes)
        address = unescape(next(filter(None, found.groups()), "")) if found else ""
        is_known = bool(address) and not re.search(r"[\s()<>]|\{@|\ue000", address)
        self._parts.append("[" if is_known else "")
        self._links.append(f"]({address})" if is_known else "")


def _character(match: re.Match[str]) -> str:
    found = unescape(match[0]).replace("\xa0", " ")
    if found in _FOR_ENTITIES:
        return match[0]
    return f"\\{found}" if found in _MARKUP else found
