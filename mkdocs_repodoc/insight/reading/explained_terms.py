"""Terms that the documents of a repository explain, in glossaries and in defining sentences.

A sentence defines if it begins with the term and says what it is: “An endpoint is …”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
)
from mkdocs_repodoc.text.prose import first_sentence, is_prose

_LONGEST_DOCUMENT = 400_000
"""Characters; what is longer is generated."""
_LONGEST_TERM = 40
_MOST_WORDS = 4
_SHORTEST = 20
"""Characters of a sentence that explains something."""
_PARAGRAPHS = 4
"""Paragraphs below a heading among which the first of prose is looked for."""
_MARKS = "*_`“”\"'"
_CLASS = re.escape(_MARKS)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_DEFINES = rf"[{_CLASS}]*\s+(?:is|are|means|refers to|represents?|describes?|denotes?)\s"
_GLOSSARY = re.compile(r"glossar|terminolog|^terms$|definitions$", re.IGNORECASE)
"""Titles and names of documents whose bold or listed words are terms."""
_ENTRY = re.compile(
    r"^[-*+]?[ \t]*(?:\*\*|__)(?P<term>[^*_\n]{2,40}?):?(?:\*\*|__)\s*(?:[:–—-]\s*)?"
    r"(?P<text>[A-Z][^\n]{20,}(?:\n[ \t]*\S[^\n]*)*)",
    re.MULTILINE,
)
"""A word in bold and what follows it, in Markdown."""
_LISTED = re.compile(
    r"^(?P<term>[^\s:#>|.`\-*+][^\n]{1,39})\n(?:\n)?:[ \t]+(?P<text>[^\n]+(?:\n[ \t]+\S[^\n]*)*)",
    re.MULTILINE,
)
"""An entry of a definition list of Markdown."""
_DIRECTIVE = re.compile(r"^\.\. glossary::.*\n(?P<body>(?:[ \t]+.*\n|\s*\n)+)", re.MULTILINE)
_SPHINX_ENTRY = re.compile(
    r"^(?P<indent>[ \t]+)(?P<term>[^\s:][^\n]{0,39})\n(?P<text>(?:(?P=indent)[ \t]+\S[^\n]*\n?)+)",
    re.MULTILINE,
)
_PAST = re.compile(r"change|history|news|release|licen[cs]e|contribut|conduct", re.IGNORECASE)
"""Names of documents that explain nothing of the software."""


class Explained(NamedTuple):
    """A term and what a document says that it is."""

    term: str
    text: str
    """One sentence, in the markup of the document."""
    path: str
    line: int


def explained_terms(repository: Repository, read_text: Callable[[str], str]) -> Iterator[Explained]:
    """Yield the terms that documents explain, document by document.

    Args:
        repository: The linked repository.
        read_text: Path of a document → its text.
    """
    for file in repository.files.values():
        if is_explaining(file) and not is_translation(file.path, repository.files):
            yield from terms_of(file, read_text(file.path))


def is_explaining(file: RepoFile) -> bool:
    """Tell whether a file is a document on the software, not on its history or its makers."""
    return (
        file.role == "documentation"
        and file.source.kind == "text"
        and file.source.size <= _LONGEST_DOCUMENT
        and not _PAST.search(file.name)
    )


def terms_of(file: RepoFile, text: str) -> Iterator[Explained]:
    """Yield the terms that one document explains."""
    headings = [each for each in file.outline.symbols if each.kind == Kind.HEADING]
    title = headings[0].name if headings else ""
    patterns = [_LISTED] if file.source.language == "markdown" else []
    if _GLOSSARY.search(file.name) or _GLOSSARY.search(title):
        patterns.append(_ENTRY)
    for pattern in patterns:
        yield from _entries(pattern, text, file.path)
    for directive in _DIRECTIVE.finditer(text):
        before = text.count("\n", 0, directive.start("body"))
        yield from _entries(_SPHINX_ENTRY, directive["body"], file.path, before)
    lines = text.split("\n")
    for heading in headings[int(file.name.lower().startswith("readme")) :]:
        term = _plain(heading.name.rpartition(HEADING_SEPARATOR)[2])
        if _is_term(term) and (sentence := _defining(term, lines[heading.line : heading.end_line])):
            yield Explained(term, sentence, file.path, heading.line)


def _entries(
    pattern: re.Pattern[str], text: str, path: str, before: int = 0
) -> Iterator[Explained]:
    """Yield the entries of a list of terms that begins after so many lines of its document."""
    for match in pattern.finditer(text):
        term = _plain(match["term"])
        sentence = first_sentence(match["text"])
        if _is_term(term) and len(sentence) >= _SHORTEST:
            line = before + text.count("\n", 0, match.start("term")) + 1
            yield Explained(term, sentence, path, line)


def _plain(name: str) -> str:
    """Return a heading as a term: without marks, and without an article before it."""
    return _ARTICLE.sub("", name.strip().strip(_MARKS), count=1).strip(_MARKS)


def _is_term(term: str) -> bool:
    return (
        1 < len(term) <= _LONGEST_TERM
        and len(term.split()) <= _MOST_WORDS
        and term[:1].isalpha()
        and not term.endswith(("?", "!", ":"))
    )


def _defining(term: str, lines: list[str]) -> str:
    """Return the first sentence below a heading if it defines the term; empty otherwise."""
    for paragraph in re.split(r"\n\s*\n", "\n".join(lines).strip("\n"))[:_PARAGRAPHS]:
        if not is_prose(paragraph) or paragraph[:1].isspace():
            continue
        sentence = first_sentence(paragraph)
        is_long = len(sentence) >= _SHORTEST
        return sentence if is_long and _defines(term.removesuffix("s"), sentence) else ""
    return ""


def _defines(stem: str, sentence: str) -> bool:
    """Tell whether a sentence begins with a term, and says what that is."""
    if stem.isascii() and sentence.isascii() and stem.lower() not in sentence.lower():
        return False  # soon seen: the pattern is made for this term alone
    pattern = rf"(?:(?:the|a|an|each|every)\s+)?[{_CLASS}]*{re.escape(stem)}s?" + _DEFINES
    return re.compile(pattern, re.IGNORECASE).match(sentence) is not None
