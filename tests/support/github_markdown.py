"""Markdown as GitHub shows it, and a crawler of trees that hold some."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt

from support.crawler import Crawler
from support.html import Page

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>")
_TAG = re.compile(r"<[^>]*>")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def github_html(text: str) -> str:
    """Return the HTML of a document, with the ids that GitHub gives to headings."""
    seen: Counter[str] = Counter()

    def with_id(match: re.Match[str]) -> str:
        title = unescape(_TAG.sub("", match[2])).lower()
        slug = re.sub(r"[^\w\- ]", "", title).replace(" ", "-")
        seen[slug] += 1
        name = slug if seen[slug] == 1 else f"{slug}-{seen[slug] - 1}"
        return f'<h{match[1]} id="{name}">{match[2]}</h{match[1]}>'

    return _HEADING.sub(with_id, _READER.render(_FRONT.sub("", text)))


class MarkdownCrawler(Crawler):
    """Knows the Markdown of a tree beside its pages, and lists for programs."""

    def __init__(self, site: Path) -> None:
        super().__init__(site)
        self.markdown = [
            path.relative_to(site).as_posix()
            for path in sorted(site.rglob("*"))
            if path.suffix == ".md" or path.name == "llms.txt"
        ]
        for name in self.markdown:
            page = Page(github_html((site / name).read_text("utf-8")))
            addresses = [(address, element.line) for element, address in page.addresses]
            self.pages[name] = (page.ids, addresses)
            self._ids[name] = frozenset(page.ids)
