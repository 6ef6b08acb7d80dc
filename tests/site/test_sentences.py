"""No sentence is the same for every file: what a page says is about its file."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from support.html import load
from support.sites import BuiltSite

WORDS = re.compile(r"\w+ \w+ \w+ \w+")
KINDS = ("file", "file keywords", "folder", "folder documentation", "folder keywords")
FILLER = re.compile(
    r"may be located|might be|requires profiling|is recommended|appears to be|"
    r"this (file|page|section) (contains|provides|is part of)|TODO|N/A|None found|not available",
    re.IGNORECASE,
)


def prose(html: str) -> list[str]:
    """Return the sentences of a page that stand outside of source and navigation."""
    page = re.sub(r"(?s)<(pre|code|table|script|style)\b.*?</\1>", " ", html)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    # Split, not searched for: a search begins anew at each character of a text without stops.
    parts = re.split(r"(?<=[.!?])", text)
    return [
        part.strip()
        for part, following in pairwise(parts)
        if not following[:1].strip() and WORDS.search(part)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_stands_on_most_pages_of_a_kind(example: BuiltSite, kind: str) -> None:
    pages = [plan for plan in example.plan.pages.values() if plan.kind == kind]
    counts: Counter[str] = Counter()
    for plan in pages:
        counts.update(set(prose(example.article(plan.url))))
    common = {sentence: count for sentence, count in counts.items() if count > len(pages) / 2}
    assert common == {}


def test_nothing_is_filled_in(example: BuiltSite) -> None:
    found = [
        f"{plan.uri}: {match[0]}"
        for plan in example.plan.pages.values()
        for sentence in prose(example.article(plan.url))
        if (match := FILLER.search(sentence))
    ]
    assert found == []


def test_no_section_is_empty(example: BuiltSite) -> None:
    empty = []
    for plan in example.plan.pages.values():
        page = load(example.folder / plan.dest_uri)
        headings = [element for element in page.elements if element.tag in {"h2", "h3"}]
        for heading, following in pairwise(headings):
            if heading.tag != following.tag:
                continue
            elements = page.elements
            between = elements[elements.index(heading) : elements.index(following)]
            if not any(each.text.strip() for each in between if each not in heading.walk()):
                empty.append(f"{plan.uri}: {heading.text}")
    assert empty == []
