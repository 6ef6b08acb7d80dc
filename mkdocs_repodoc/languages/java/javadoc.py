"""Javadoc as Markdown: its HTML, inline tags and entities; each block tag stays, on a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape
from textwrap import indent

from mkdocs_repodoc.languages.java.javadoc_html import html_markdown
from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment

_KEPT = re.compile("\ue000(\\d+)\ue001")
"""Stands for a part that is finished."""
_MARKS = re.compile("[\ue000\ue001]")
_OPENING = re.compile(r"\{@(\w+)\s?|<(pre|code|tt)\b[^<>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"^[ \t]*(?=@[A-Za-z])", re.MULTILINE)
_SEE = re.compile(r"@see\s+(?P<name>[\w.]*(?:#\w+)?(?:\([^()]*\))?)(?:\s+(?P<label>[^\ue000]+))?$")
_REFERENCE = re.compile(
    r"\s*(?P<name>[\w.$/]*(?:#\w+)?(?:\([^()]*\))?)\s*(?P<label>.*)$", re.DOTALL
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ITEM_INDENT = "   "
_CODE_TAGS = frozenset(("code", "systemProperty"))
_LINK_TAGS = frozenset(("link", "linkplain", "value"))
_TEXT_TAGS = frozenset(("return", "summary", "index"))
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_VARIABLE = re.compile(r"(@param\s+)(<\w+>)")
_TITLES = {
    "apinote": "API note",
    "implnote": "Implementation note",
    "implspec": "Implementation requirements",
    "serial": "Serial",
}
_LABELLED = re.compile(r"@(\w+)")


def comment_markdown(comment: str) -> str:
    """Return the text of a comment for documentation, block tags (`@param`) one a line.

    Args:
        comment: As it stands in the source. One in `///` is Markdown already.
    """
    text = strip_comment(comment)
    return text if comment.lstrip().startswith("//") else _Javadoc(_MARKS.sub("", text)).markdown()


class _Javadoc:
    """One comment; what is finished is kept apart from what is still to be read."""

    def __init__(self, text: str) -> None:
        self._kept: list[str] = []
        masked = "".join(self._masked(text))
        start = match.start() if (match := _BLOCK_TAG.search(masked)) else len(masked)
        self._text = masked[:start]
        self._tags = [one.strip() for one in _BLOCK_TAG.split(masked[start:]) if one.strip()]

    def markdown(self) -> str:
        """Return the whole comment as Markdown."""
        parts = [html_markdown(self._text), *map(self._tag, self._tags)]
        text = self._filled("\n".join(part for part in parts if part))
        return _TRAILING.sub("", text).rstrip()

    def _tag(self, written: str) -> str:
        """Return a block tag on one line, where no list or block of code has room."""
        if see := _SEE.match(written):
            label = " ".join((see["label"] or "").split())
            return f"@see {_reference(see['name'], label)}"
        for number in map(int, _KEPT.findall(written)):
            if _is_block(self._kept[number]):
                rows = self._kept[number].split("\n")[1:-1]
                self._kept[number] = _code(" ".join(" ".join(rows).split()))
        if variable := _VARIABLE.match(written):
            written = f"{variable[1]}{self._keep(variable[2])}{written[variable.end() :]}"
        line = " ".join(html_markdown(written, is_line=True).split())
        name = _LABELLED.match(line)
        title = _TITLES.get(name[1].lower()) if name else None
        return f"\n**{title}:**{line[name.end() :]}" if name and title else line

    def _keep(self, part: str) -> str:
        self._kept.append(part)
        return f"\ue000{len(self._kept) - 1}\ue001"

    def _keep_block(self, code: str) -> str:
        return f"\n\n{self._keep(_block(code))}\n\n"

    def _filled(self, text: str) -> str:
        def fill(match: re.Match[str]) -> str:
            kept = self._kept[int(match[1])]
            if _is_block(kept) and match.start() and text[match.start() - 1] != "\n":
                return "\n\n" + indent(kept, _ITEM_INDENT) + "\n"  # in an item of a list
            return kept

        return _KEPT.sub(fill, text)

    def _masked(self, text: str) -> Iterator[str]:
        """Yield the text, with inline tags and code finished and kept apart."""
        braces = _matching_braces(text)
        closings = {
            tag: [match.start() for match in re.finditer(f"</{tag}>", text, re.IGNORECASE)]
            for tag in ("pre", "code", "tt")
        }
        position = 0
        for match in _OPENING.finditer(text):
            if match.start() < position:
                continue
            if match[1]:
                end = braces.get(match.start())
                after = (end or 0) + 1
            else:
                tag = match[2].lower()
                number = bisect_left(closings[tag], match.end())
                end = closings[tag][number] if number < len(closings[tag]) else None
                after = (end or 0) + len(f"</{tag}>")
            if end is None:
                continue
            yield text[position : match.start()]
            content = text[match.end() : end]
            yield self._inline(match[1], content) if match[1] else self._html(match[2], content)
            position = after
        yield text[position:]

    def _html(self, tag: str, content: str) -> str:
        plain = unescape(_TAG.sub("", _without_tags(content)))
        if tag.lower() == "pre":
            return self._keep_block(plain)
        if "{@link" in content:  # a link in code font
            return "".join(self._masked(content))
        return self._keep(_code(" ".join(plain.split())))

    def _inline(self, tag: str, content: str) -> str:
        """Return the Markdown of an inline tag; nothing of `inheritDoc`, as pages link to it."""
        if tag in _CODE_TAGS:
            return self._keep(_code(" ".join(content.split())))
        if tag == "literal":
            return self._keep(re.sub(r"([\\`*_\[\]<&])", r"\\\1", content))
        if tag in _LINK_TAGS and (found := _REFERENCE.match(content)):
            label = " ".join(_without_tags(found["label"]).split())
            return self._keep(_reference(found["name"], label, is_plain=tag == "linkplain"))
        if tag == "snippet":
            return self._keep_block(content.partition("\n")[2] or content.partition(":")[2])
        if tag in _TEXT_TAGS:
            text = "".join(self._masked(content)).strip()
            return f"Returns {text}." if tag == "return" else text
        return ""


def _matching_braces(text: str) -> dict[int, int]:
    """Return for each brace the one that closes it."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"[{}]", text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            found[opened.pop()] = match.start()
    return found


def _without_tags(text: str) -> str:
    """Return a text with the contents of its inline tags, links by what they show."""
    braces = _matching_braces(text)
    parts: list[str] = []
    position = 0
    for match in re.finditer(r"\{@(\w+)\s?", text):
        end = braces.get(match.start())
        if end is None or match.start() < position:
            continue
        content = text[match.end() : end]
        if match[1].startswith("link") and (link := _REFERENCE.match(content)):
            content = link["label"] or _shown(link["name"])
        parts += [text[position : match.start()], content]
        position = end + 1
    return "".join([*parts, text[position:]])


def _shown(name: str) -> str:
    """Return a reference as Javadoc shows it: `List.add(E)` for `java.util.List#add(E)`."""
    kind, _, member = name.partition("#")
    simple = kind.partition("(")[0].rpartition(".")[2] + "".join(kind.partition("(")[1:])
    return f"{simple}.{member}" if simple and member else simple or member


def _reference(name: str, label: str = "", *, is_plain: bool = False) -> str:
    """Return the Markdown of a link to a class or member, which shows a label."""
    name = " ".join(name.split()).replace("[]", "...")
    if not name:
        return label
    shown = label or _shown(name)
    if shown == name and not is_plain:
        return _code(name)
    shown = shown if is_plain or label else _code(shown)
    return f"[{shown.replace('[', '').replace(']', '')}][`{name}`]"


def _is_block(kept: str) -> bool:
    return kept.startswith("```") and "\n" in kept


def _code(text: str) -> str:
    """Return a span of code, whatever backticks are in it."""
    if not text:
        return ""
    runs = set(map(len, _BACKTICKS.findall(text)))
    fence = "`" * next(number for number in range(1, len(runs) + 2) if number not in runs)
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def _block(text: str) -> str:
    """Return a block of code with its fences."""
    rows = text.strip("\n").split("\n")
    margin = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    code = "\n".join(row[margin:].rstrip() for row in rows)
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(code)), default=0))
    return f"{fence}java\n{code}\n{fence}"
