"""Files that are risky to change besides the hot spots: by size, users, security, or habit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest

from mkdocs_repodoc.model.blocks import Block, Item, Items, PageLink, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.risk_reasons import warnings
from mkdocs_repodoc.pages.book.changing.users_of_file import code_users
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.change_words import subject_phrase
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_LEAST_CHANGES = 3
"""Commits of a file that is among the most changed without being complicated."""
_LEAST_LINES = 30
"""Lines of such a file; less is a version or a list of names."""
_LEAST_COMPLEX = 10
"""From which complexity on a function makes its file worth a word; McCabe's limit."""
_LEAST_USERS = 5
_LEAST_HEIRS = 3
"""Other files whose types extend one."""
_GRAVE = 4
"""Weight of a warning that is told of a file that is not among the riskiest."""
_MOST_QUIET = 1
"""Commits of a file that hardly changes."""
_SECURITY = re.compile(
    r"\b(?:security|cve-\d+|ghsa|xss|vulnerab\w+|injection|saniti[sz]\w+|redos|"
    r"path traversal|leak(?:s|ed|ing)? (?:\w+ )?(?:credential|cookie|header|secret|password)\w*)",
    re.IGNORECASE,
)
"""Words of a commit's subject that speak of security."""


def other_risks(view: BookView) -> tuple[Block, ...]:
    """Return a list of files that are risky for other reasons than the riskiest."""
    said = (
        _after_these(view),
        _changed_besides(view),
        _complicated_besides(view),
        _built_on(view),
        _quiet(view),
        _security(view),
    )
    items = tuple(Item(each) for each in said if each)
    return (Items(items, title="Further files to be careful with"),) if items else ()


def _link(view: BookView, path: str) -> PageLink:
    return page_links.to_file(view.context, path, text=view.file_name(path))


def _after_these(view: BookView) -> Phrase:
    parts: list[Phrase] = [
        (
            _link(view, spot.path),
            f" ({count(spot.commits, 'commit')}, {spot.complexity:,}{_delicate(view, spot.path)}",
            *(_warning(view, spot.path) if number < book_caps.NEXT_WARNINGS else ()),
            ")",
        )
        for number, spot in enumerate(
            view.context.hot_spots.get("", ())[book_caps.BOOK_HOT_SPOTS :]
        )
    ]
    return ("Next by commits and complexity: ", *some(parts, most=len(parts)), ".") if parts else ()


def _warning(view: BookView, path: str) -> Phrase:
    """Return the gravest warning in the comments of a file, for behind numbers."""
    found = warnings(view, path, 1, least=_GRAVE)
    return ("; ", *found[0]) if found else ()


def _delicate(view: BookView, path: str) -> str:
    """Return what makes a change of a file delicate by the code in it, for behind numbers."""
    delicate = view.changes.delicate
    topics = [f"it {each.topic}" for each in delicate.effects(path)[:1]]
    topics += [each.topic for each in delicate.topics(path)[:1]]
    return f"; {topics[0]}" if topics else ""


def _told(view: BookView) -> set[str]:
    return {spot.path for spot in view.context.hot_spots.get("", ())}


def _changed_besides(view: BookView) -> Phrase:
    """Return the sentence on files that change as often without having complicated functions."""
    files = view.context.repository.files
    counts = view.context.insight.risk_window.counts
    told = _told(view)
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
        book_caps.BOOK_CHANGED_BESIDES, found, key=lambda path: (found[path] * size[path], path)
    )
    parts = [
        (_link(view, path), f" ({found[path]:,}; {count(size[path], 'line')})") for path in most
    ]
    return ("Also often changed, by commits × lines: ", *_all(parts), ".") if parts else ()


def _complicated_besides(view: BookView) -> Phrase:
    """Return the sentence on complicated files that are no hot spots: they have hardly changed."""
    files = view.context.repository.files
    told = _told(view)
    found = [
        path
        for path in view.context.insight.code
        if path not in told
        and not files[path].source.origin
        and files[path].outline.complexity.most >= _LEAST_COMPLEX
    ]
    worst = nlargest(
        book_caps.BOOK_CHANGED_BESIDES,
        found,
        key=lambda path: (files[path].outline.complexity.total, path),
    )
    parts: list[Phrase] = []
    for path in worst:
        counted = files[path].outline.complexity
        most = view.to_symbol(SymbolRef(path, counted.position))
        said = f" has {counted.most:,}{_delicate(view, path)})"
        parts.append((_link(view, path), f" ({counted.total:,}; ", most, said))
    if not parts or not view.context.repository.history.window.commits:
        return ()
    return ("Complicated, too, though they have changed less: ", *_all(parts), ".")


def _built_on(view: BookView) -> Phrase:
    """Return the sentence on types that many others extend; a change of them is one of all."""
    links, told = view.context.repository.links, _told(view)
    found: dict[SymbolRef, int] = {}
    for path in view.context.insight.code:
        for position in range(len(view.context.repository.files[path].outline.symbols)):
            ref = SymbolRef(path, position)
            heirs = {
                each.path for each in links.subclasses.get(ref, ())
            } & view.context.insight.code
            if path not in told and len(heirs) >= _LEAST_HEIRS:
                found[ref] = len(heirs)
    most = nlargest(book_caps.QUIET_FILES, found, key=lambda ref: (found[ref], ref))
    parts = [
        (view.to_symbol(ref), " in ", _link(view, ref.path), f" ({count(found[ref], 'file')})")
        for ref in most
    ]
    return ("Types that many others extend or implement: ", *_all(parts), ".") if parts else ()


def _quiet(view: BookView) -> Phrase:
    """Return the sentence on files that hardly change and that much of the software needs."""
    counts = view.context.insight.risk_window.counts
    if not counts:
        return ()
    told = _told(view)
    users = {
        path: len(code_users(view, path))
        for path in view.context.insight.code - view.context.statistics.needs.facades
        if path not in told and counts.get(path, 0) <= _MOST_QUIET
    }
    most = nlargest(book_caps.QUIET_FILES, users, key=lambda path: (users[path], path))
    parts = [
        (_link(view, path), f" ({users[path]:,})") for path in most if users[path] >= _LEAST_USERS
    ]
    words = "Hardly changed in that time, though many files depend on them: "
    return (words, *_all(parts), ".") if parts else ()


def _security(view: BookView) -> Phrase:
    """Return the sentence on the code that commits touched whose subjects speak of security."""
    past = view.context.repository.history.past
    files = view.context.repository.files
    spoken = {n for n, each in enumerate(past.changes) if _SECURITY.search(each.subject)}
    touched = {
        path: spoken.intersection(numbers)
        for path, numbers in past.touched.items()
        if path in files and files[path].role in CODE_ROLES and not files[path].source.origin
    }
    counts = +Counter({path: len(numbers) for path, numbers in touched.items()})
    most = nlargest(book_caps.QUIET_FILES, counts, key=lambda path: (counts[path], path))
    if not most:
        return ()
    parts = [(_link(view, path), f" ({counts[path]:,})") for path in most]
    youngest = sorted(set().union(*touched.values()))[: book_caps.BOOK_FIXES]
    subjects = joined([subject_phrase(view.context, past.changes[each]) for each in youngest])
    return ("Touched by commits on security (", *subjects, "): ", *_all(parts), ".")


def _all(parts: Iterable[Phrase]) -> Phrase:
    return joined(list(parts), last=" and ")
