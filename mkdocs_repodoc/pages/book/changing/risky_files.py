"""The book's account of what changes: the riskiest files, and what was lately done to them."""

from __future__ import annotations

from heapq import nlargest

from mkdocs_repodoc.insight.changing.change_themes import Themes, telling, themes
from mkdocs_repodoc.insight.hot_spots import HotSpot, hot_spots
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.change_words import subject_phrase, window_phrase
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_TOGETHER = 3
"""Commits at least that change two files together, for that to be said."""
_LEAST_CHANGES = 3
"""Commits of a file that is among the most changed without being complicated."""
_LEAST_LINES = 30
"""Lines of such a file; less is a version or a list of names."""
_LEAST_COMPLEX = 10
"""From which complexity on a function makes its file worth a word; McCabe's limit."""
_BUSY_SHARE = 0.3
"""Share of a window's commits that fall into a month which is worth a word."""
_LEAST_BUSY = 10


def risky_files(view: BookView) -> tuple[Block, ...]:
    """Return the files that are complicated and often changed, and what the changes were about."""
    spots = view.context.hot_spots.get("", ())[: caps.BOOK_HOT_SPOTS]
    window = view.context.insight.risk_window
    blocks: list[Block] = []
    if spots:
        items = tuple(Item(_hot_spot(view, number, spot)) for number, spot in enumerate(spots))
        title = f"Riskiest to change: commits × complexity, counted over {window_phrase(window)}"
        blocks.append(Items(items, ordered=True, title=title))
    changed = {spot.path for spot in view.context.hot_spots.get("", ())}
    return (
        *blocks,
        *paragraph([_changed_besides(view, changed), _complicated_besides(view)]),
        *_late_changes(view),
        *paragraph([_themes(view), _busiest_month(view), _releases(view)]),
        *paragraph([_in_the_past(view)]),
    )


def _in_the_past(view: BookView) -> Phrase:
    """Return the order that all known commits give, where the last twelve months rank the files."""
    window, past = view.context.insight.risk_window, view.context.repository.history.past
    if window is past or past.commits <= window.commits:
        return ()
    found = hot_spots(view.context.repository, CODE_ROLES, past, view.context.statistics.aside)
    parts: list[Phrase] = [
        (
            page_links.to_file(view.context, spot.path),
            f" ({count(spot.commits, 'commit')}, complexity {spot.complexity:,})",
        )
        for spot in found.get("", ())[: caps.BOOK_HOT_SPOTS]
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
    return (Items(tuple(items[: caps.BOOK_LATE_CHANGES]), title=title),) if items else ()


def _hot_spot(view: BookView, number: int, spot: HotSpot) -> Phrase:
    path = spot.path
    files = view.context.repository.files
    component = view.owner.get(path)
    said: list[Inline] = [page_links.to_file(view.context, path)]
    if component is not None and not component.is_file:
        said += [", in ", view.to_chapter(component)]
    lines = files[path].outline.lines.total
    counted = files[path].outline.complexity
    most = view.to_symbol(SymbolRef(path, counted.position))
    said += [f": {count(spot.commits, 'commit')}", *_in_year(view, spot)]
    said += [f", {count(lines, 'line')}, complexity {spot.complexity:,}; the most complicated "]
    said += [f"function ({counted.most:,}) is ", most, "."]
    said += [*_dependants(view, path), *_together(view, path)]
    most_shown = caps.BOOK_SUBJECTS if number == 0 else caps.BOOK_FURTHER_SUBJECTS
    return (*said, *_latest(view, path, most_shown))


def _in_year(view: BookView, spot: HotSpot) -> Phrase:
    """Return how many of a file's commits are of the last twelve months, if that is not all."""
    window = view.context.insight.risk_window
    recent = sum(1 for each in window.touched.get(spot.path, ()) if each < window.in_year)
    known = window.in_year < window.commits and window.touched
    number = f"{recent:,}" if recent else "none"
    return (f", {number} of them in the last twelve months",) if known else ()


def _dependants(view: BookView, path: str) -> Phrase:
    """Return the sentence on what breaks with a file: those that need it, and its tests."""
    files = view.context.repository.files
    needing = [
        each
        for each in view.context.statistics.dependents(path)
        if each in files and files[each].role in CODE_ROLES
    ]
    tests = len(view.context.repository.links.tests_of.get(path, ()))
    said: list[Phrase] = []
    if needing:
        verb = "depends on it" if len(needing) == 1 else "depend on it"
        named = [page_links.to_file(view.context, each) for each in needing]
        links = some(named, most=caps.BOOK_DEPENDANTS)
        said.append((f"{count(len(needing), 'file')} {verb}: ", *links))
    if tests:
        verb = "exercises" if tests == 1 else "exercise"
        said.append((f"{count(tests, 'test file')} {verb} it",))
    return (" ", *joined(said, "; "), ".") if said else ()


def _together(view: BookView, path: str) -> Phrase:
    files = view.context.repository.files
    partners = {
        other: number
        for other, number in view.context.insight.risk_window.together.get(path, {}).items()
        if number >= _TOGETHER and other in files and files[other].role in CODE_ROLES
    }
    together = nlargest(
        caps.BOOK_CHANGED_TOGETHER, partners, key=lambda other: (partners[other], other)
    )
    links: list[Phrase] = [
        (page_links.to_file(view.context, other), f" in {partners[other]} of them")
        for other in together
    ]
    return (" It has changed together with ", *some(links), ".") if links else ()


def _changes(view: BookView, path: str) -> list[Change]:
    """Return the commits of the window that touched a file, the youngest first."""
    window = view.context.insight.risk_window
    return [window.changes[each] for each in window.touched.get(path, ())]


def _latest(view: BookView, path: str, most: int) -> Phrase:
    changes = telling(_changes(view, path))[:most]
    if not changes:
        return ()
    return (" Latest: ", *joined([subject_phrase(view.context, each) for each in changes]), ".")


def _changed_besides(view: BookView, told: set[str]) -> Phrase:
    """Return the sentence on files that change as often without having complicated functions."""
    files = view.context.repository.files
    counts = view.context.repository.history.window.counts
    found = {
        path: number
        for path, number in counts.items()
        if path in files
        and files[path].role in CODE_ROLES
        and not files[path].source.origin
        and path not in told
        and number >= _LEAST_CHANGES
        and files[path].outline.lines.total >= _LEAST_LINES
    }
    size = {path: files[path].outline.lines.total for path in found}
    most = nlargest(
        caps.BOOK_CHANGED_BESIDES, found, key=lambda path: (found[path] * size[path], path)
    )
    parts = [
        (page_links.to_file(view.context, path), f" ({found[path]:,}; {count(size[path], 'line')})")
        for path in most
    ]
    return ("Also often changed, by commits × lines: ", *some(parts), ".") if parts else ()


def _complicated_besides(view: BookView) -> Phrase:
    """Return the sentence on complicated files that are no hot spots: they have hardly changed."""
    files = view.context.repository.files
    told = {spot.path for spot in view.context.hot_spots.get("", ())}
    found = [
        path
        for path in view.context.insight.code
        if path not in told
        and not files[path].source.origin
        and files[path].outline.complexity.most >= _LEAST_COMPLEX
    ]
    worst = nlargest(
        caps.BOOK_CHANGED_BESIDES,
        found,
        key=lambda path: (files[path].outline.complexity.total, path),
    )
    parts: list[Phrase] = []
    for path in worst:
        counted = files[path].outline.complexity
        most = view.to_symbol(SymbolRef(path, counted.position))
        link = page_links.to_file(view.context, path)
        parts.append((link, f" ({counted.total:,}; ", most, f" has {counted.most:,})"))
    if not parts or not view.context.repository.history.window.commits:
        return ()
    return ("Complicated, too, though they have changed less: ", *some(parts), ".")


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
        parts.append(
            (
                "turn, by the words of their subjects (equal ones counted once), on ",
                *some(words, most=len(words)),
            )
        )
    return (f"{subject} ", *joined(parts, " and "), ".") if parts else ()


def _busiest_month(view: BookView) -> Phrase:
    """Return the sentence on a month in which most of it happened, and on what that was."""
    window = view.context.repository.history.window
    months: dict[str, list[Change]] = {}
    for change in window.changes:
        months.setdefault(change.date[:7], []).append(change)
    month = max(months, key=lambda each: (len(months[each]), each), default="")
    changes = months.get(month, [])
    if len(changes) < max(_LEAST_BUSY, _BUSY_SHARE * len(window.changes)):
        return ()
    said: list[Inline] = [f"{count(len(changes), 'commit')} are of {month} alone"]
    releases = [
        each.name for each in view.context.repository.history.releases if each.date[:7] == month
    ]
    if releases:
        verb = " was tagged" if len(releases) == 1 else " were tagged"
        said += [", when ", *some(releases, "release"), verb]
    words = themes(changes).words
    if words:
        said += [": ", *some([f"“{word}” ({number:,})" for word, number in words], most=len(words))]
    return (*said, ".")


def _releases(view: BookView) -> Phrase:
    """Return the sentence on the versions of that time."""
    history = view.context.repository.history
    found = [each for each in history.releases if each.date >= history.window.since]
    if not found or not history.window.since:
        return ()
    parts = [f"{each.name} ({each.date})" for each in found]
    noun = "Release" if len(found) == 1 else "Releases"
    return (f"{noun} in that time: ", *some(parts, "release"), ".")
