"""The repository's own documents for readers, each with the topics that its headings name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.documents.design_documents import title
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count

_ASIDE = re.compile(
    r"(?:^|/)(?:\.\w[\w-]*|tests?|fixtures?|specs?|examples?|samples?|node_modules|vendor"
    r"|changelogs?|changes|release[_-]?notes?|newsfragments)/|"
    r"(?:^|/)(?:contributing|code[_-]of[_-]conduct|security|release|releasing|maintainers?|authors?|"
    r"changelog|history|licen[cs]e|third[_-]party|sponsors?|faq|donat\w*|funding|backers|team|adopters"
    r"|showcase|community|donors)\b[^/]*$|(?:^|/)(?:migrat|upgrad)[^/]*(?:/|$)",
    re.IGNORECASE,
)
"""Documents on working together, on the past, for those who come from it, or of tests."""
_LEAST_TOPICS = 3
_TEMPLATE = re.compile(r"template|tmpl|skeleton|\.in(?:\.|$)", re.IGNORECASE)
"""Names of files that another is made from."""
_LONG = 20
"""Topics of a document on all of the software, half as many of which are told at least."""
_POSTS = re.compile(r"(?:^|/)_?(?:blog|posts?|news|articles)/", re.IGNORECASE)
"""Folders of what was written for one day."""
_BASIC = re.compile(
    r"refer|guide|usage|\bcli\b|config|settings|options|\bapi\b|started|intro|overview|tutorial"
    r"|manual|concept|architect|design|schema|environ",
    re.IGNORECASE,
)
"""Names of documents on the whole of the software."""
_BASIC_FOLDER = re.compile(r"references?|api|guides?|manual|usage|concepts?", re.IGNORECASE)
_CURRENT = re.compile(r"latest|stable|current|master|main", re.IGNORECASE)
_VERSION = re.compile(
    r"(?:version-)?v?\d+(?:\.[\dx]+)*|next|unreleased|dev(?:el)?|nightly|canary|edge"
)


def topic_list(view: BookView) -> tuple[Block, ...]:
    """Return the documents on the software beside the README, with links to their sections."""
    files = view.context.repository.files
    found = [
        file
        for file in files.values()
        if is_explaining(file)
        and file.path != view.context.repository.folders[""].readme
        and not _ASIDE.search(file.path)
        and not file.source.origin
        and not is_translation(file.path, files)
        and title(file)
    ]
    if not found:
        return ()
    found = _without_templates(_of_one_version(found))
    found.sort(key=_order)
    shown = found[: book_caps.BOOK_OWN_DOCUMENTS]
    most = max(_LEAST_TOPICS, book_caps.BOOK_TOPICS // len(shown))
    items = [Item(_document(view, file, most)) for file in shown]
    if left := len(found) - len(shown):
        items.append(Item((f"and {count(left, 'more document')}",)))
    return (Items(tuple(items), title="Its own documentation, by topic"),)


def _of_one_version(found: Sequence[RepoFile]) -> list[RepoFile]:
    """Return documents without those of other versions: of each the current one, else the last."""
    chosen: dict[tuple[str, ...], RepoFile] = {}
    for file in sorted(found, key=lambda each: (_is_current(each.folder), each.path)):
        folders = tuple("" if _is_version(part) else part for part in file.folder.split("/"))
        chosen[*folders, file.name] = file
    return list(chosen.values())


def _without_templates(found: Sequence[RepoFile]) -> list[RepoFile]:
    """Return documents without those that another is made from, with the same headings."""
    made = {_headings(file) for file in found if not _TEMPLATE.search(file.name)}
    return [
        file for file in found if not _TEMPLATE.search(file.name) or _headings(file) not in made
    ]


def _headings(file: RepoFile) -> tuple[str, ...]:
    return tuple(each.name for each in file.outline.symbols if each.kind == Kind.HEADING)


def _is_current(folder: str) -> bool:
    return any(_CURRENT.fullmatch(part) for part in folder.split("/"))


def _is_version(folder: str) -> bool:
    return bool(_CURRENT.fullmatch(folder) or _VERSION.fullmatch(folder))


def _order(file: RepoFile) -> tuple[bool, bool, int, str]:
    """Return by what documents are ordered: those on the whole first, what was news last."""
    is_basic = bool(_BASIC.search(file.name) or _BASIC_FOLDER.fullmatch(name_of(file.folder)))
    return bool(_POSTS.search(file.path)), not is_basic, file.path.count("/"), file.path


def _document(view: BookView, file: RepoFile, most: int) -> Phrase:
    said: list[Inline] = [page_links.to_file(view.context, file.path)]
    headings = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind == Kind.HEADING
    ]
    if _has_title(view, file, headings):
        said.append(f" (“{title(file)}”)")
        headings = headings[1:]
    if topics := _topics(view, file, headings, most):
        most = max(most, _LONG // 2) if len(topics) >= _LONG else most
        said += [": ", *some(topics, "section", most)]
    return tuple(said)


def _has_title(view: BookView, file: RepoFile, headings: Sequence[tuple[int, Symbol]]) -> bool:
    """Tell whether the first heading is above the second one, by how both are marked."""
    lines = view.context.read_text(file.path).lines
    marks = [_mark(lines, symbol.line) for _, symbol in headings[:2]]
    return len(set(marks)) == len(marks)


def _mark(lines: Sequence[str], line: int) -> str:
    """Return what marks a heading: the signs in front of it, or the first of those below it."""
    text = lines[line - 1].lstrip() if line <= len(lines) else ""
    signs = text[: len(text) - len(text.lstrip("#="))]
    below = lines[line].strip() if line < len(lines) else ""
    return signs or below[:1]


def _topics(
    view: BookView, file: RepoFile, headings: Sequence[tuple[int, Symbol]], most: int
) -> list[Phrase]:
    """Return links to the headings of the highest level, and of the next where there is room."""
    levels = [symbol.name.count(HEADING_SEPARATOR) for _, symbol in headings]
    if not levels:
        return []
    deepest = min(levels)
    if sum(level <= deepest + 1 for level in levels) <= most:
        deepest += 1
    return [
        (
            page_links.to_symbol(
                view.context,
                SymbolRef(file.path, position),
                text=symbol.name.rpartition(HEADING_SEPARATOR)[2],
            ),
        )
        for (position, symbol), level in zip(headings, levels, strict=True)
        if level <= deepest
    ]
