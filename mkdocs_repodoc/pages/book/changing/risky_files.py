"""The book's account of the riskiest files: complicated and often changed, and why each is."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.changing.delicate_names import Delicate
from mkdocs_repodoc.insight.hot_spots import HotSpot
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.architecture.file_purpose import file_purpose
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.change_history import change_history
from mkdocs_repodoc.pages.book.changing.file_history import commits_phrase, file_history
from mkdocs_repodoc.pages.book.changing.other_risks import other_risks
from mkdocs_repodoc.pages.book.changing.risk_reasons import (
    cautions,
    file_state,
    outside_users,
    passing_flow,
    timed_tests,
)
from mkdocs_repodoc.pages.book.changing.users_of_file import users_of_file
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import window_phrase
from mkdocs_repodoc.pages.parts.descriptions import as_sentence
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_LONG = 60
"""Lines from which on a function is too long to be seen at once."""


def risky_files(view: BookView) -> tuple[Block, ...]:
    """Return the files that are complicated and often changed, and what the changes were about."""
    spots = view.context.hot_spots.get("", ())[: book_caps.BOOK_HOT_SPOTS]
    window = view.context.insight.risk_window
    blocks: list[Block] = []
    if spots:
        told: set[str] = set()
        items = tuple(_hot_spot(view, each, spot, told) for each, spot in enumerate(spots))
        title = f"Riskiest to change: commits × complexity, counted over {window_phrase(window)}"
        blocks.append(Items(items, ordered=True, title=title))
    return (*blocks, *other_risks(view), *change_history(view))


def _hot_spot(view: BookView, number: int, spot: HotSpot, told: set[str]) -> Item:
    """Return one of the files: what it is for, and below it why it is risky.

    Args:
        view: The book.
        number: Its place in the list.
        spot: The file.
        told: Commits that files before it have told; those that it tells are added.
    """
    path = spot.path
    head: list[Inline] = [page_links.to_file(view.context, path)]
    component = view.owner.get(path)
    if component is not None and not component.is_file:
        head += [", in ", view.to_chapter(component)]
    if words := file_purpose(view, path):
        head += [": ", *as_sentence(words)]
    most = book_caps.BOOK_SUBJECTS if number == 0 else book_caps.BOOK_FURTHER_SUBJECTS
    reasons: tuple[Sequence[Phrase], ...] = (
        (commits_phrase(view, spot), _size(view, spot)),
        (
            passing_flow(view, path),
            users_of_file(view, path),
            *outside_users(view, path),
            timed_tests(view, path),
        ),
        (*_delicate(view, path), file_state(view, path)),
        (cautions(view, path),),
        file_history(view, path, most, told),
    )
    said = [joined([each for each in sentences if each], " ") for sentences in reasons]
    return Item(tuple(head), tuple(Item(each) for each in said if each))


def _size(view: BookView, spot: HotSpot) -> Phrase:
    """Return how long and complicated a file is, and its most complicated function."""
    file = view.context.repository.files[spot.path].outline
    most = SymbolRef(spot.path, file.complexity.position)
    size = f"{count(file.lines.total, 'line')}, complexity {spot.complexity:,}"
    said = f"{size}; the most complicated function ({file.complexity.most:,}) is "
    return (said, view.to_symbol(most), f"{_length(view, most)}.")


def _length(view: BookView, ref: SymbolRef) -> str:
    """Return how long a function is that one does not see at once."""
    symbol = view.context.repository.symbol(ref)
    lines = symbol.end_line - symbol.line + 1
    return f" with {count(lines, 'line')}" if lines >= _LONG and not ref.is_file else ""


def _delicate(view: BookView, path: str) -> Sequence[Phrase]:
    """Return the sentences on delicate topics of a file: by its names, and by what it calls."""
    delicate = view.changes.delicate
    said: list[Phrase] = []
    for verb, topics in (
        ("Its code names ", delicate.topics(path)[: book_caps.DELICATE_TOPICS]),
        ("It calls what ", delicate.effects(path)[: book_caps.DELICATE_TOPICS]),
    ):
        if topics:
            parts = [_topic(view, path, each) for each in topics]
            said.append((verb, *joined(parts, last=" and "), "."))
    return said


def _topic(view: BookView, path: str, topic: Delicate) -> Phrase:
    line = page_links.to_line(view.context, path, topic.line)
    where = f" in {count(topic.lines, 'line')} (" if topic.lines > 1 else " ("
    behind: Phrase = (" from ", line, " on)") if topic.lines > 1 else (" in ", line, ")")
    return (topic.topic, where, Code(topic.name), *behind)
