"""The division of the repository's keywords into pages, from A to Z.

The plan needs to know how many pages there are, the keyword index which symbols stand on each;
both ask here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from mkdocs_repodoc.model.kinds import WHOLE
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository

MAX_ON_ONE_PAGE = 1000
"""Up to so many keywords, one page holds them all."""
KEYWORDS_PER_PAGE = 1000
"""An initial with more keywords than this is split into several pages."""

INITIALS = (*"abcdefghijklmnopqrstuvwxyz", "_", "digits", "other")
_SEPARATOR = re.compile(r"\.|::|#")


def simple_name(symbol: Symbol) -> str:
    """Return the name by which a symbol is looked up: `run` for `Server.run`."""
    if symbol.kind in WHOLE:
        return symbol.name
    return _SEPARATOR.split(symbol.name)[-1] or symbol.name


def initial_of(name: str) -> str:
    """Return the initial under which a name is filed: a letter, `_`, `digits` or `other`."""
    first = name[:1]
    if not first.isascii():
        first = unicodedata.normalize("NFKD", first)[:1]
    first = first.lower()
    if first.isascii() and (first.isalpha() or first == "_"):
        return first
    return "digits" if first.isdigit() else "other"


def script_of(name: str) -> str:
    """Return the script that a name begins in, such as `Cyrillic`; empty for ASCII and no letter.

    Letters of two scripts may look the same: the Cyrillic Es is no Latin C.
    """
    first = name[:1]
    if first.isascii() or not first.isalpha():
        return ""
    script = unicodedata.name(unicodedata.normalize("NFKD", first)[0], "").partition(" ")[0]
    return script if script == "CJK" else script.capitalize()


def initial_title(initial: str) -> str:
    """Return an initial as a reader sees it."""
    titles = {"digits": "0–9", "other": "Other characters"}
    return titles.get(initial, initial.upper())


def initial_counts(repository: Repository, *, with_made: bool = True) -> Counter[str]:
    """Return how many keywords each initial has, in the order of `INITIALS`.

    Args:
        repository: The linked repository.
        with_made: Whether the keywords of files that a program has written are among them.
    """
    counts = Counter(
        initial_of(simple_name(symbol))
        for file in repository.files.values()
        if with_made or not file.source.is_made
        for symbol in file.outline.symbols
    )
    return Counter({initial: counts[initial] for initial in INITIALS if counts[initial]})


def page_names(initial: str, number: int) -> tuple[str, ...]:
    """Return the names of the pages of an initial with so many keywords: `s`, `s-2`, `s-3`."""
    extra = range(2, -(-number // KEYWORDS_PER_PAGE) + 1)
    return (initial, *(f"{initial}-{part}" for part in extra))


def page_slice(page: str, number: int) -> tuple[str, slice]:
    """Return which initial a page belongs to, and which of its keywords stand on it.

    Args:
        page: Name of the page.
        number: How many keywords the initial has.
    """
    initial, _, part = page.partition("-")
    count = len(page_names(initial, number))
    size = -(-number // count)
    start = (int(part or 1) - 1) * size
    return initial, slice(start, start + size)
