"""The book's account of the riskiest files: complicated and often changed, and why each is."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.changing.change_themes import telling
from mkdocs_repodoc.insight.changing.delicate_names import Delicate, delicate_topics
from mkdocs_repodoc.insight.changing.lasting_effects import lasting_effects, own_functions
from mkdocs_repodoc.insight.hot_spots import HotSpot
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.change_history import change_history
from mkdocs_repodoc.pages.book.changing.other_risks import other_risks
from mkdocs_repodoc.pages.book.changing.risk_reasons import risk_reasons
from mkdocs_repodoc.pages.book.changing.users_of_file import users_of_file
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import is_fix, subject_phrase, window_phrase
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_LONG = 60
"""Lines from which on a function is too long to be seen at once."""
_TOGETHER = 3
"""Commits at least that change two files together, for that to be said."""


def risky_files(view: BookView) -> tuple[Block, ...]:
    """Return the files that are complicated and often changed, and what the changes were about."""
    spots = view.context.hot_spots.get("", ())[: book_caps.BOOK_HOT_SPOTS]
    window = view.context.insight.risk_window
    blocks: list[Block] = []
    if spots:
        told: set[str] = set()
        items = tuple(Item(_hot_spot(view, each, spot, told)) for each, spot in enumerate(spots))
        title = f"Riskiest to change: commits × complexity, counted over {window_phrase(window)}"
        blocks.append(Items(items, ordered=True, title=title))
    return (*blocks, *other_risks(view), *change_history(view))


def _hot_spot(view: BookView, number: int, spot: HotSpot, told: set[str]) -> Phrase:
    """Return one of the files, and why it is risky.

    Args:
        view: The book.
        number: Its place in the list.
        spot: The file.
        told: Commits that files before it have told; those that it tells are added.
    """
    path = spot.path
    files = view.context.repository.files
    component = view.owner.get(path)
    said: list[Inline] = [page_links.to_file(view.context, path)]
    if component is not None and not component.is_file:
        said += [", in ", view.to_chapter(component)]
    lines = files[path].outline.lines.total
    counted = files[path].outline.complexity
    most = SymbolRef(path, counted.position)
    said += [f": {count(spot.commits, 'commit')}", *_in_year(view, spot)]
    said += [f", {count(lines, 'line')}, complexity {spot.complexity:,}; the most complicated "]
    said += [f"function ({counted.most:,}) is ", view.to_symbol(most), f"{_length(view, most)}."]
    said += [*_delicate(view, path), *users_of_file(view, path)]
    said += [*risk_reasons(view, path), *_together(view, path)]
    most_shown = book_caps.BOOK_SUBJECTS if number == 0 else book_caps.BOOK_FURTHER_SUBJECTS
    fixes = _fixes(view, path)
    others = _others(view, path, most_shown, told)
    among = " Among its other commits: " if fixes else " Among its commits: "
    return (*said, *fixes, *((among, *others, ".") if others else ()))


def _length(view: BookView, ref: SymbolRef) -> str:
    """Return how long a function is that one does not see at once."""
    symbol = view.context.repository.symbol(ref)
    lines = symbol.end_line - symbol.line + 1
    return f" with {count(lines, 'line')}" if lines >= _LONG and not ref.is_file else ""


def _in_year(view: BookView, spot: HotSpot) -> Phrase:
    """Return how many of a file's commits are of the last twelve months, if that is not all."""
    window = view.context.insight.risk_window
    recent = sum(1 for each in window.touched.get(spot.path, ()) if each < window.in_year)
    known = window.in_year < window.commits and window.touched
    number = f"{recent:,}" if recent else "none"
    return (f", {number} of them in the last twelve months",) if known else ()


def _delicate(view: BookView, path: str) -> Phrase:
    """Return the sentences on delicate topics of a file: by its names, and by what it calls."""
    lines = view.context.read_text(path).lines
    language = view.context.repository.files[path].source.language
    effects = lasting_effects(lines, language, own_functions(view.context.repository))
    said: list[Inline] = []
    for verb, topics in (
        (" Its code names ", delicate_topics(lines, language)[: book_caps.DELICATE_TOPICS]),
        (" It calls what ", effects[: book_caps.DELICATE_TOPICS]),
    ):
        if topics:
            parts = [_topic(view, path, each) for each in topics]
            said += [verb, *joined(parts, last=" and "), "."]
    return tuple(said)


def _topic(view: BookView, path: str, topic: Delicate) -> Phrase:
    line = page_links.to_line(view.context, path, topic.line)
    where = f" in {count(topic.lines, 'line')} (" if topic.lines > 1 else " ("
    behind: Phrase = (" from ", line, " on)") if topic.lines > 1 else (" in ", line, ")")
    return (topic.topic, where, Code(topic.name), *behind)


def _together(view: BookView, path: str) -> Phrase:
    files = view.context.repository.files
    partners = {
        other: number
        for other, number in view.context.insight.risk_window.together.get(path, {}).items()
        if number >= _TOGETHER and other in files and files[other].role in CODE_ROLES
    }
    together = nlargest(
        book_caps.BOOK_CHANGED_TOGETHER, partners, key=lambda other: (partners[other], other)
    )
    links: list[Phrase] = [
        (
            page_links.to_file(view.context, other, text=view.file_name(other)),
            f" in {partners[other]} of them",
        )
        for other in together
    ]
    return (" It has changed together with ", *some(links), ".") if links else ()


def _changes(view: BookView, path: str) -> list[Change]:
    """Return the commits of the window that touched a file, the youngest first."""
    window = view.context.insight.risk_window
    return [window.changes[each] for each in window.touched.get(path, ())]


def _fixes(view: BookView, path: str) -> Phrase:
    """Return the sentence on how many of a file's commits mend something, by their subjects."""
    changes = _changes(view, path)
    fixes = [change for change in changes if is_fix(change)]
    if not fixes:
        return ()
    said = "1 of them is a fix by its subject: "
    if len(fixes) > 1:
        said = f"{len(fixes):,} of them are fixes by their subjects, the last: "
    return (f" {said}", *_subjects(view, telling(fixes)[: book_caps.BOOK_FIXES]), ".")


def _others(view: BookView, path: str, most: int, told: set[str]) -> Phrase:
    """Return the latest commits to a file that mend nothing and are not told yet."""
    changes = [each for each in telling(_changes(view, path)) if not is_fix(each)]
    shown = [each for each in changes if each.commit not in told or not each.commit][:most]
    told.update(each.commit for each in shown)
    return _subjects(view, shown)


def _subjects(view: BookView, changes: Sequence[Change]) -> Phrase:
    return joined([subject_phrase(view.context, each) for each in changes])
