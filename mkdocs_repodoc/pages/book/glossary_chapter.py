"""The book's glossary: terms that several files share and that something here explains.

A word that no class, function or module bears is vocabulary of any program; one that names
something here has a definition to link to. Its own words explain the term, so what has none is
left out.
"""

from __future__ import annotations

import re
from collections import Counter
from heapq import nlargest
from math import log

from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Block, Column, Inline, Phrase, Table
from mkdocs_repodoc.model.kinds import TERMS, Kind
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import name_of

_LEAST_FILES = 2
_SEPARATORS = re.compile(r"[_\W]+")


def glossary(context: PageContext) -> tuple[Block, ...]:
    """Return the terms, each with what it names and the files that use it most."""
    total = len(context.repository.files)
    named = _named(context)
    files: Counter[str] = Counter()
    occurrences: Counter[str] = Counter()
    for file in context.repository.files.values():
        for term in file.outline.terms:
            if term.text in named:
                files[term.text] += 1
                occurrences[term.text] += term.count
    weights = {
        text: occurrences[text] * log(1 + total / number)
        for text, number in files.items()
        if number >= _LEAST_FILES
    }
    shown = sorted(nlargest(caps.GLOSSARY_TERMS, weights, key=lambda text: (weights[text], text)))
    if not shown:
        return ()
    places = _places(context, frozenset(shown))
    rows = tuple(
        ((text,), _definition(context, named[text]), (f"{files[text]:,}",), places[text])
        for text in shown
    )
    columns = (
        Column("Term"),
        Column("What it is"),
        Column("Files", numeric=True),
        Column("Most in"),
    )
    return (Table(columns, rows),)


def _named(context: PageContext) -> dict[str, SymbolRef]:
    """Lower-case name → what bears and explains it: an outer class first, a module last."""
    found: dict[str, tuple[tuple[int, float], SymbolRef]] = {}
    ranks = context.repository.links.ranks
    for path, file in context.repository.files.items():
        if file.role not in CODE_ROLES:
            continue
        rank = -ranks.get(path, 0.0)
        candidates = []
        if file.summary and file.role != "script":
            name = file.folder if file.name == "__init__.py" else file.name
            candidates.append(((2, rank), -1, _stem(name_of(name))))
        for position, symbol in enumerate(file.outline.symbols):
            if symbol.public and symbol.summary and symbol.kind in TERMS and "." not in symbol.name:
                order = (int(symbol.kind == Kind.FUNCTION), rank)
                candidates.append((order, position, symbol.name.lower()))
        for order, position, name in candidates:
            if name not in found or order < found[name][0]:
                found[name] = (order, SymbolRef(path, position))
    return {name: ref for name, (_, ref) in found.items()}


def _stem(name: str) -> str:
    return _SEPARATORS.sub(" ", name.partition(".")[0].lower()).strip()


def _definition(context: PageContext, ref: SymbolRef) -> Phrase:
    link = page_links.to_symbol(context, ref)
    if ref.is_file:
        summary = summaries.of_file(context, ref.path)
    else:
        summary = summaries.of_symbol(context, ref)
    return (link, ": ", *summary) if summary else (link,)


def _places(context: PageContext, terms: frozenset[str]) -> dict[str, Phrase]:
    found: dict[str, list[tuple[int, str, int]]] = {text: [] for text in terms}
    for path, file in context.repository.files.items():
        for term in file.outline.terms:
            if term.text in found:
                found[term.text].append((-term.count, path, term.lines[0] if term.lines else 0))
    phrases: dict[str, Phrase] = {}
    for text, places in found.items():
        parts: list[Inline] = []
        for _, path, line in sorted(places)[: caps.GLOSSARY_FILES]:
            link = page_links.to_file(context, path, title="")
            if line:
                link = page_links.to_line(context, path, line, text=path)
            parts.append(link)
        phrases[text] = joined(parts)
    return phrases
