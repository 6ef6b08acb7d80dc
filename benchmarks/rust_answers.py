"""Answers of the Rust compiler on what names mean, as rows for `benchmarks.compiler_links`.

Usage: `rustdoc +nightly src/lib.rs --crate-name NAME --edition 2021 -Zunstable-options
--generate-link-to-definition --document-private-items -o DOCS`, then `python -m
benchmarks.rust_answers REPOSITORY/src DOCS/src/NAME > answers.tsv`.

The pages of the source that rustdoc makes show where it leads the paths and method calls of a
crate. It tells lines, so that the definition is what has the name on them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_LINK = re.compile(r"(?P<page>[^#]*)#(?P<line>\d+)(?:-(?P<end>\d+))?$")
_NAME = re.compile(r"[^\W\d]\w*$")
_DEFINED = r"\b(?:fn|struct|enum|trait|type|const|static|union|macro_rules!)\s+(?:mut\s+)?({})\b"
_WORDS = frozenset(("crate", "self", "super", "Self"))
_HEAD = 12
"""Lines of an item in which its name is looked for, behind its attributes."""


class Link(NamedTuple):
    """A name with a link: its place in the file, and what it leads to."""

    line: int
    column: int
    text: str
    page: str
    first: int
    last: int


class _Listing(HTMLParser):
    """Collects the links of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self._inside = False
        self._skipped = False
        self._href = ""
        self._line, self._column = 1, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "code":
            self._inside = True
        elif tag == "a" and self._inside:
            self._skipped = "data-nosnippet" in attributes
            self._href = "" if self._skipped else attributes.get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self._inside = False
        elif tag == "a":
            self._skipped, self._href = False, ""

    def handle_data(self, data: str) -> None:
        if not self._inside or self._skipped:
            return
        found = _LINK.match(self._href)
        if found is not None and _NAME.match(data) and data not in _WORDS:
            first, end = int(found["line"]), int(found["end"] or found["line"])
            self.links.append(Link(self._line, self._column, data, found["page"], first, end))
        _, newline, last = data.rpartition("\n")
        self._line += data.count("\n")
        self._column = len(last.encode()) + (0 if newline else self._column)


def rows(sources: Path, pages: Path) -> Iterator[str]:
    """Yield what is said of each name."""
    for page in sorted(pages.rglob("*.rs.html")):
        listing = _Listing()
        listing.feed(page.read_text("utf-8"))
        own = sources / page.relative_to(pages).as_posix().removesuffix(".html")
        for link in listing.links:
            target = (page.parent / link.page).resolve() if link.page else page.resolve()
            if not target.is_relative_to(pages.resolve()):
                continue
            held = target.relative_to(pages.resolve()).as_posix().removesuffix(".html")
            place = _place(sources / held, link)
            if place:
                yield "\t".join(
                    (str(own), str(link.line), str(link.column), link.text, "ok", "item", place)
                )


def _place(file: Path, link: Link) -> str:
    """Return where an item is defined; empty for a whole file."""
    lines = file.read_text("utf-8").split("\n")
    if link.first == 1 and link.last >= len(lines) - 1:
        return ""
    name = re.escape(link.text)
    last = min(link.last, link.first + _HEAD)
    patterns = [_DEFINED.format(name)]
    if link.text[0].isupper():  # a variant; the others are local variables
        patterns.append(rf"\b({name})\b")
    for pattern in patterns:
        for number in range(link.first, last + 1):
            if found := re.search(pattern, lines[number - 1]):
                column = len(lines[number - 1][: found.start(1)].encode())
                return f"{file}:{number}:{column}"
    return ""


def main() -> None:
    """Print what is said of all names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", type=Path, help="folder of the crate's sources")
    parser.add_argument("pages", type=Path, help="folder of their pages")
    arguments = parser.parse_args()
    for row in rows(arguments.sources.resolve(), arguments.pages.resolve()):
        print(row)


if __name__ == "__main__":
    main()
