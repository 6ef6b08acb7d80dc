"""The late commits: their subjects taken together, their months and versions."""

from __future__ import annotations

from mkdocs_repodoc.insight.changing.change_themes import Themes, themes
from mkdocs_repodoc.insight.hot_spots import hot_spots
from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import subject_phrase, window_phrase
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count


def change_history(view: BookView) -> tuple[Block, ...]:
    """Return what was lately done to the code, and which files all known commits make risky."""
    return (
        *_late_changes(view),
        *paragraph([_themes(view), _releases(view)]),
        *paragraph([_in_the_past(view)]),
    )


def _in_the_past(view: BookView) -> Phrase:
    """Return the order that all known commits give, if it is not much the same as by late ones."""
    window, past = view.context.insight.risk_window, view.context.repository.history.past
    if window is past or past.commits <= window.commits:
        return ()
    found = hot_spots(view.context.repository, CODE_ROLES, past, view.context.statistics.aside)
    first = found.get("", ())[: book_caps.BOOK_HOT_SPOTS]
    late = [each.path for each in view.context.hot_spots.get("", ())]
    is_same = late[:1] == [each.path for each in first[:1]]
    if is_same and {each.path for each in first} <= set(late):
        return ()  # their numbers are told with them
    parts: list[Phrase] = [
        (
            page_links.to_file(view.context, spot.path, text=view.file_name(spot.path)),
            f" ({count(spot.commits, 'commit')}, complexity {spot.complexity:,})",
        )
        for spot in first
    ]
    if not parts:
        return ()
    return (
        f"Counted over {window_phrase(past)}, the first are ",
        *joined(parts, last=" and "),
        ".",
    )


def _late_changes(view: BookView) -> tuple[Block, ...]:
    """Return the late commits that touched code, where the past decides what is risky."""
    history = view.context.repository.history
    is_past = view.context.insight.risk_window is not history.window
    if not is_past or not view.context.hot_spots.get(""):
        return ()
    files = view.context.repository.files
    touched: dict[int, list[Phrase]] = {}
    for path, numbers in history.window.touched.items():
        if path in files and files[path].role in CODE_ROLES:
            for number in numbers:
                touched.setdefault(number, []).append((page_links.to_file(view.context, path),))
    items = [
        Item((*subject_phrase(view.context, history.window.changes[number]), ": ", *some(paths)))
        for number, paths in sorted(touched.items())
    ]
    title = f"Of {window_phrase(history.window)} these touched code"
    return (Items(tuple(items[: book_caps.BOOK_LATE_CHANGES]), title=title),) if items else ()


def _themes(view: BookView) -> Phrase:
    """Return the sentence on what the subjects of the window's commits have in common."""
    return _told(themes(view.context.repository.history.window.changes), "The changes of that time")


def _told(found: Themes, subject: str) -> Phrase:
    parts: list[Phrase] = []
    if found.kinds:
        kinds = [f"{number:,} {kind}" for kind, number in found.kinds]
        parts.append((f"are marked as {', '.join(kinds)}",))
    if found.words:
        words = [f"“{word}” ({number:,})" for word, number in found.words]
        parts.append(("most often mention ", *some(words, most=len(words)), " in their subjects"))
    return (f"{subject} ", *joined(parts, " and "), ".") if parts else ()


def _releases(view: BookView) -> Phrase:
    """Return the sentence on the versions of that time."""
    history = view.context.repository.history
    found = [each for each in history.releases if each.date >= history.window.since]
    if not found or not history.window.since:
        return ()
    parts = [f"{each.name} ({each.date})" for each in found]
    noun = "Release" if len(found) == 1 else "Releases"
    return (f"{noun} in that time: ", *some(parts, "release"), ".")
