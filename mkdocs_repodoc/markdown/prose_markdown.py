"""Prose as Markdown: made of its HTML, in which links are resolved and nothing harmful is left.

The prose of a repository is Markdown of many dialects, reStructuredText or plain text, with names
in it that lead somewhere. All that is known about it is in the HTML that the pages show; what is
said here is the way back, for the few elements that can be in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.markdown.html_elements import Element, tree

_BLOCKS = frozenset(
    {
        "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "li", "ol", "p", "picture", "pre", "section", "summary", "table",
        "ul",
    }
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_MARKS = {"em": "*", "i": "", "strong": "**", "b": "**", "del": "~~", "s": "~~"}
_HARD_BREAK = "  \n"


def phrase(html: str) -> str:
    """Return HTML without blocks as a phrase; blocks become lines of one."""
    if "<" not in html and "&" not in html:
        return md.escaped(html)
    root = tree(html)
    if any(isinstance(each, Element) and each.tag in _BLOCKS for each in root.children):
        return md.BREAK.join(_flat(block) for block in _blocks(root.children))
    return _inline(root.children)


def blocks(html: str) -> list[str]:
    """Return HTML as blocks."""
    return list(_blocks(tree(html).children))


def _flat(block: str) -> str:
    return block.replace(_HARD_BREAK, md.BREAK).replace("\n", " ")


def _blocks(nodes: Iterable[Element | str]) -> Iterator[str]:
    run: list[Element | str] = []
    for node in nodes:
        if isinstance(node, str) or node.tag not in _BLOCKS:
            run.append(node)
            continue
        yield from _paragraph(run)
        run = []
        if node.tag[0] != "h" and (name := node.attributes.get("id")):
            yield md.anchor(name)
        yield from _WAYS.get(node.tag, _inner)(node)
    yield from _paragraph(run)


def _paragraph(nodes: Sequence[Element | str]) -> Iterator[str]:
    lines = [md.line(each) for each in _inline(nodes).split(_HARD_BREAK)]
    if text := _HARD_BREAK.join(lines).strip():
        yield text


def _inner(element: Element) -> Iterator[str]:
    yield from _blocks(element.children)


def _text_block(element: Element) -> Iterator[str]:
    """Yield a paragraph; one of plain text keeps its lines."""
    if element.attributes.get("class") == "rd-plain":
        lines = (md.line(md.escaped(each)) for each in element.text().split("\n"))
        yield _HARD_BREAK.join(lines)
    else:
        yield from _paragraph(element.children)


def _heading(element: Element) -> Iterator[str]:
    text = _inline(element.children).replace(_HARD_BREAK, " ").strip()
    yield from md.heading(int(element.tag[1]), text, element.attributes.get("id", ""))


def _rule(_element: Element) -> Iterator[str]:
    yield "---"


def _code_block(element: Element) -> Iterator[str]:
    yield md.fence(element.text())


def _quotation(element: Element) -> Iterator[str]:
    yield md.quotation(list(_blocks(element.children)))


def _division(element: Element) -> Iterator[str]:
    inner = list(_blocks(element.children))
    if "admonition" in element.attributes.get("class", "").split():
        yield md.quotation(inner)
    else:
        yield from inner


def _strong_line(element: Element) -> Iterator[str]:
    if text := _inline(element.children).replace(_HARD_BREAK, " ").strip():
        yield f"**{text}**"


def _list(element: Element) -> Iterator[str]:
    ordered = element.tag == "ol"
    entries = [
        md.item(list(_blocks(each.children)), ordered=ordered)
        for each in element.children
        if isinstance(each, Element)
    ]
    if entries:
        yield md.items(entries)


def _description(element: Element) -> Iterator[str]:
    yield md.item(list(_blocks(element.children)))


def _table(element: Element) -> Iterator[str]:
    rows = [
        [_cell(cell) for cell in row.children if isinstance(cell, Element)]
        for row in _descendants(element, "tr")
    ]
    width = max(map(len, rows), default=0)
    if width:
        head, *rest = [row + [""] * (width - len(row)) for row in rows]
        yield md.table(head, rest)


def _cell(cell: Element) -> str:
    return md.BREAK.join(map(_flat, _blocks(cell.children)))


def _descendants(element: Element, tag: str) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            elif child.tag != "table":
                yield from _descendants(child, tag)


_WAYS: dict[str, Callable[[Element], Iterator[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(("dt", "summary", "figcaption"), _strong_line),
    "blockquote": _quotation,
    "dd": _description,
    "div": _division,
    "hr": _rule,
    "p": _text_block,
    "pre": _code_block,
    "table": _table,
}


def _inline(nodes: Iterable[Element | str]) -> str:
    return "".join(
        md.escaped(_SPACE.sub(" ", each)) if isinstance(each, str) else _span(each)
        for each in nodes
    )


def _span(element: Element) -> str:
    tag, attributes = element.tag, element.attributes
    if tag == "br":
        return _HARD_BREAK
    if tag == "img":
        alt, url = attributes.get("alt", ""), attributes.get("src", "")
        return md.image(alt, url) if url else md.escaped(alt)
    if tag == "input":
        return "\\[x\\] " if "checked" in attributes else "\\[ \\] "
    before = md.anchor(attributes.get("id", ""))
    if tag in {"code", "kbd", "samp", "tt", "pre"}:
        return before + _code(element)
    inner = _inline(element.children)
    if tag == "a" and "href" in attributes:
        return before + (md.link(inner.strip(), attributes["href"]) if inner.strip() else "")
    return before + _marked(inner, _MARKS.get(tag, ""))


def _code(element: Element) -> str:
    """Return code; a link around all of it is put around the span."""
    elements = [each for each in element.children if isinstance(each, Element)]
    if len(element.children) == 1 and elements and elements[0].tag == "a":
        inner = md.code(elements[0].text())
        return md.link(inner, elements[0].attributes.get("href", ""))
    return md.code(element.text())


def _marked(text: str, mark: str) -> str:
    """Put marks around text, inside of the spaces at its ends."""
    inner = text.strip()
    if not mark or not inner:
        return text
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}{mark}{inner}{mark}{text[len(text.rstrip()) :]}"
