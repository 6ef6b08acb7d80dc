"""The atoms of Markdown: escaped text, code, links, headings, lists, quotations and tables.

What is written here means the same to CommonMark, GitHub, Python-Markdown, mdBook and MDX. They
disagree on little, so that it is enough to leave that out: `<` and `{` never stand bare, anchors
are empty elements, what is inside an item is indented by four, and items have the same number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(
    r"[\\`*\[\]{}<]|~(?=~)|(?<=~)~|&(?=\w+;|#x?[\da-f])|(?<![^\W_])_|_(?![^\W_])", re.IGNORECASE
)
"""Python-Markdown reads `&#1` as a character even without its semicolon."""
_AS_ENTITY = {"<": "&lt;", "~": "&#126;", "&": "&amp;"}
_MARKER = re.compile(r"#|[+-](?=\s|$)|>|-{2,}$|={1,}$|:{3}")
"""What begins a heading, an item, a quotation, a rule or a box at the start of a line."""
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BACKTICKS = re.compile(r"`+")
_CODE_OR_PIPE = re.compile(r"\\.|(`+)(.+?)(?<!`)\1(?!`)|\|", re.DOTALL)
_IN_ADDRESS = {
    " ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "`": "%60",
    "{": "%7B", "}": "%7D", "|": "%7C", "\n": "", "\r": "", "\t": "",
}  # fmt: skip
_ADDRESS = str.maketrans(_IN_ADDRESS)
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}  # `|` would end a cell
)
_IN_CODE_ELEMENT = str.maketrans(
    {char: f"&#{ord(char)};" for char in "&<>{}|*_`[]\\"},
)
_PLAIN_HEADING = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_INDENT = "    "

BREAK = "<br />"
"""A new line inside a cell."""


def escaped(text: str) -> str:
    """Return text that no reader of Markdown takes for markup, on one line."""
    return _SPECIAL.sub(_escape, " ".join(text.split("\n")))


def _escape(match: re.Match[str]) -> str:
    return _AS_ENTITY.get(match[0], f"\\{match[0]}")


def line(text: str) -> str:
    """Return marked-up text as a line of its own, whose beginning is no marker of a block."""
    text = text.strip()
    if number := _NUMBER.match(text):
        return f"{number[1]}\\{text[number.end(1) :]}"
    if _MARKER.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    return text


def code(text: str) -> str:
    """Return a code span; nothing for nothing."""
    text = " ".join(text.split("\n"))
    if not text.strip():
        return text
    ticks = _ticks(text, 1)
    margin = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{ticks}{margin}{text}{margin}{ticks}"


def fence(text: str, language: str = "") -> str:
    """Return a block of code."""
    ticks = _ticks(text, 3)
    body = text.rstrip("\n")
    return f"{ticks}{re.sub(r'[^A-Za-z0-9+#-]', '-', language)}\n{body}\n{ticks}"


def _ticks(text: str, least: int) -> str:
    longest = max((len(run[0]) for run in _BACKTICKS.finditer(text)), default=0)
    return "`" * max(least, longest + 1)


def link(text: str, url: str) -> str:
    """Return a link.

    Args:
        text: Marked up.
        url: Where it leads; the caller has judged it.
    """
    return f"[{text}]({url.translate(_ADDRESS)})"


def image(alt: str, url: str) -> str:
    """Return an image; `alt` is plain text."""
    return f"!{link(escaped(alt), url)}"


def anchor(name: str) -> str:
    """Return an empty element that links can lead to; nothing for an empty name."""
    return f'<a id="{name.translate(_ATTRIBUTE)}"></a>' if name else ""


def heading(level: int, text: str, name: str = "") -> list[str]:
    """Return the blocks of a heading.

    Args:
        level: From 1 to 6.
        text: Marked up.
        name: Its anchor; there is no element for one that every reader makes of the text itself.
    """
    title = f"{'#' * level} {text}"
    if not name or (_PLAIN_HEADING.fullmatch(text) and text.lower().replace(" ", "-") == name):
        return [title]
    return [anchor(name), title]


def item(blocks: Sequence[str], *, ordered: bool = False) -> str:
    """Return an entry of a list; everything in it is indented by four, as all readers take it."""
    first, *rest = "\n\n".join(blocks).split("\n") if blocks else ("",)
    lines = [f"{'1.' if ordered else '-'} {first}", *(f"{_INDENT}{each}" for each in rest)]
    return "\n".join(each.rstrip() if not each.strip() else each for each in lines)


def items(entries: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(entries)


def quotation(blocks: Sequence[str]) -> str:
    """Return blocks as a quotation."""
    return "\n".join(f"> {each}".rstrip() for each in "\n\n".join(blocks).split("\n"))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[bool] = ()) -> str:
    """Return a table.

    Args:
        head: Titles of the columns, marked up.
        rows: Cells, marked up.
        numeric: Which columns are numbers.
    """
    marks = ["---:" if is_number else "---" for is_number in numeric[: len(head)]]
    marks += ["---"] * (len(head) - len(marks))
    cells = (list(map(_cell, row)) for row in rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in (list(map(_cell, head)), marks, *cells))


def _cell(text: str) -> str:
    return _CODE_OR_PIPE.sub(_without_pipe, text.strip().replace("\n", BREAK))


def _without_pipe(match: re.Match[str]) -> str:
    """Write code with a `|` as an element: readers disagree on it inside a span."""
    if match[0] == "|":
        return "\\|"
    if match[2] and "|" in match[2]:
        return f"<code>{match[2].strip().translate(_IN_CODE_ELEMENT)}</code>"
    return match[0]
