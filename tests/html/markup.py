"""A page's HTML read as a browser reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

HOSTILE = (
    "<script>alert(1)</script>",
    '"onmouseover="alert(1)',
    "' onclick='alert(1)",
    "{{ macro }}{% raw %}",
    "]]><!--",
    "</a></code></pre></div><iframe src=x>",
    "javascript:alert(1)",
    "a\x00b\x0c\ud800\u202ec",
)


def parse(html: str) -> Element:
    """Return the tree of a fragment."""
    return html5lib.parseFragment(html, namespaceHTMLElements=False)  # type: ignore[no-any-return]  # html5lib has no types


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each element's tag and attributes."""
    for element in parse(html).iter():
        if isinstance(element.tag, str):
            tag = re.sub(r"\{.*\}", "", element.tag)
            yield tag, {str(name): value for name, value in element.attrib.items()}


def text_of(html: str) -> str:
    """Return the text that a reader sees."""
    return "".join(parse(html).itertext())


def dangers(html: str) -> list[str]:
    """Return what in a page could act or load by itself."""
    found = []
    for tag, attributes in elements(html):
        if tag in {"script", "style", "iframe", "object", "embed", "form", "base", "link", "meta"}:
            found.append(tag)
        for name, value in attributes.items():
            if name.startswith("on"):
                found.append(f"{tag} {name}")
            if name in {"href", "src", "srcset", "action", "formaction"} and re.match(
                r"[\s\x00-\x20]*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", value, re.IGNORECASE
            ):
                found.append(f"{tag} {name}={value}")
            if name in {"src", "srcset"} and re.match(r"\s*(https?:)?//", value):
                found.append(f"{tag} loads {value}")
    return found
