"""The files that a reader should know first, each with the reason.

The order is by how much of the repository depends on a file, directly and through others; the
reasons are counts that can be checked on the file's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.file_users import file_users
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import Column, Inline, Phrase, Table
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.descriptions import describe_file
from mkdocs_repodoc.paths import folder_of, prefix_of
from mkdocs_repodoc.text.english import count

_TELLING = 5
"""A symbol that fewer than one in so many importers use does not explain a file's rank."""
_FEW = 5
"""Up to so many importers, what imports them in turn explains the rank better than they do."""


def key_files(context: PageContext, paths: Iterable[str], most: int) -> list[str]:
    """Return the code files that most depends on, the first the most; none that nothing imports."""
    repository = context.repository
    ranks = repository.links.ranks
    candidates = [
        path
        for path in paths
        if repository.files[path].role in CODE_ROLES and context.statistics.needs.dependents(path)
    ]
    return nlargest(most, candidates, key=lambda path: (ranks.get(path, 0.0), path))


def key_file_table(context: PageContext, paths: Iterable[str], folder: str = "") -> Table:
    """Return files with their reasons.

    Args:
        context: Where the reasons come from.
        paths: The files, in the order to show.
        folder: Folder relative to which they are named.
    """
    prefix = prefix_of(folder)
    rows = tuple(
        (
            (page_links.to_file(context, path, text=path.removeprefix(prefix)),),
            describe_file(context, path),
            reason(context, path),
        )
        for path in paths
    )
    return Table((Column("File"), Column("What it is"), Column("Why it matters")), rows)


def reason(context: PageContext, path: str) -> Phrase:
    """Return why a file matters: who needs it, from how many folders, its most used name."""
    users, tests = file_users(context.repository, path)
    folders = len({folder_of(user) for user in users})
    text = f"used by {count(len(users), 'file')}" if users else ""
    if folders > 1:
        text += f" in {count(folders, 'folder')}"
    phrase: list[Inline] = [text, *_through(context, users)]
    if tests:
        phrase.append(f"{'; ' if users else ''}tested by {count(len(tests), 'file')}")
    if top := _most_used(context, path, users):
        phrase += ["; most used: ", *top]
    return tuple(phrase)


def _through(context: PageContext, importers: Sequence[str]) -> Phrase:
    """Name the importer that passes a file on to many more than import it directly."""
    if len(importers) > _FEW:
        return ()
    numbers = {path: len(file_users(context.repository, path).others) for path in importers}
    widest = max(numbers, key=lambda path: (numbers[path], path), default="")
    if not widest or numbers[widest] < 2 * len(importers):
        return ()
    through = page_links.to_file(context, widest)
    users = f" (used by {count(numbers[widest], 'file')})"
    return (", by " if len(importers) == 1 else ", one of them ", through, users)


def _most_used(context: PageContext, path: str, users: Sequence[str]) -> Phrase:
    """Name the most used symbol, unless most of the users come for what the file passes on."""
    uses, named = context.repository.links.uses, set(users)
    numbers = {
        ref: len(named.intersection(uses.files(ref)))
        for ref, _ in most_used(context, path, len(context.repository.files[path].outline.symbols))
    }
    ref = max(numbers, key=lambda each: numbers[each], default=None)
    if ref is None or not numbers[ref] or numbers[ref] < len(users) / _TELLING:
        return ()
    name = context.repository.symbol(ref).bare_name
    return (page_links.to_symbol(context, ref, text=name), f" ({count(numbers[ref], 'file')})")


def most_used(context: PageContext, path: str, most: int) -> list[tuple[SymbolRef, int]]:
    """Return the public outer symbols of a file that other files use, the most used first."""
    uses = context.repository.links.uses
    counted = [
        (uses.file_count(ref), -position, ref)
        for position, symbol in enumerate(context.repository.files[path].outline.symbols)
        if symbol.public and is_outer(symbol)
        for ref in (SymbolRef(path, position),)
    ]
    return [(ref, users) for users, _, ref in nlargest(most, counted) if users]
