"""Further words on what software does whose README says little: the first page, its help."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.blocks import Block, Item, Items, Paragraph, Phrase, Prose
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.document_parts.document_opening import document_opening
from mkdocs_repodoc.text.document_parts.home_features import home_features
from mkdocs_repodoc.text.english import and_more

_LITTLE = 400
"""Characters of a README's account that say hardly more than a slogan does."""
_FIRST_PAGE = re.compile(
    r"(?:index|intro\w*|overview|about|what-is[\w-]*|home)\.\w+", re.IGNORECASE
)
_POSTS = re.compile(r"(?:^|/)(?:blog|posts?|news|examples?|api|reference)/", re.IGNORECASE)
_FEATURES = 12
_LEAST_COMMANDS = 4
_COMMANDS = 24


def further_account(view: BookView, told: Sequence[Block]) -> tuple[Block, ...]:
    """Return the features that the documents' first page lists, its opening, or the commands' help.

    Args:
        view: The book.
        told: What the README tells; if that is enough, nothing is added.
    """
    if sum(len(each.text) for each in told if isinstance(each, Prose)) > _LITTLE:
        return ()
    first = sorted(_first_pages(view), key=lambda file: (file.path.count("/"), file.path))
    for file in first:
        features = home_features(view.context.read_text(file.path).text)
        if features:
            link = page_links.to_file(view.context, file.path)
            items = tuple(Item((f"{title}: {said}",)) for title, said in features[:_FEATURES])
            return (Paragraph((link, " lists its features:")), Items(items))
    return (*_opening(view, first), *_commands(view))


def _first_pages(view: BookView) -> Iterator[RepoFile]:
    files = view.context.repository.files
    for file in files.values():
        if (
            is_explaining(file)
            and _FIRST_PAGE.fullmatch(file.name)
            and file.folder
            and not _POSTS.search(file.path)
            and not is_translation(file.path, files)
        ):
            yield file


def _opening(view: BookView, first: Sequence[RepoFile]) -> tuple[Block, ...]:
    """Return how the first page of the documents begins."""
    for file in first:
        markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
        text = document_opening(view.context.read_text(file.path).text, markup)
        if len(text) > _LITTLE // 2:
            link = page_links.to_file(view.context, file.path)
            return (Paragraph((link, " begins:")), Prose(text, markup, file.path, heading_level=3))
    return ()


def _commands(view: BookView) -> tuple[Block, ...]:
    """Return the commands of the program with their help."""
    told: dict[str, Phrase] = {}
    declared = [each for each in view.configuration.options if each[1].is_command]
    numbers = Counter(
        path for path, _ in declared
    )  # commands of a command have a file of their own
    for path, option in sorted(declared, key=lambda each: -numbers[each[0]]):
        if option.help:
            link = page_links.to_line(view.context, path, option.line, text=option.flags[0])
            told.setdefault(option.flags[0], (link, f": {option.help}"))
    if len(told) < _LEAST_COMMANDS:
        return ()
    items = [Item(each) for each in [*told.values()][:_COMMANDS]]
    if more := and_more(len(told) - len(items), "command"):
        items.append(Item((more,)))
    return (Items(tuple(items), shown=_COMMANDS + 1, title="Its commands, by their help"),)
