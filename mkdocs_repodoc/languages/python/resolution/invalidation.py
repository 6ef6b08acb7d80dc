"""The effect of an edit on the files that were not edited.

A file that did not change means something else only if a name on the way from its identifiers to
their definitions changed. Every step of that way looks up a simple name: one that the file itself
mentions, or one that an import, a type or a base class elsewhere mentions. So the names that an
edit changes are closed over the imports that rename them, the symbols whose types mention them and
the classes that inherit from them; a file that mentions none of them keeps its meaning. Symbols
that only moved within their file are told apart, because references count positions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from mkdocs_repodoc.languages.python.resolution.dependent_names import (
    close_over,
    dependent_names,
    mentioned_names,
)
from mkdocs_repodoc.languages.python.resolution.symbol_table import (
    PythonFileNames,
    SymbolTable,
    is_declared,
)
from mkdocs_repodoc.languages.resolution.name_changes import Changes, pack_names
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import Target

_UNSAID = {"contribute_to_class"}
"""Members that are looked up without being mentioned, beside those with two underscores."""


def find_changes(
    old: SymbolTable, new: SymbolTable, mentions: Mapping[str, bytes]
) -> Changes | None:
    """Compare the symbol tables of a repository before and after an edit.

    Args:
        old: The names before.
        new: The names after.
        mentions: Path → what the file mentioned before, packed.

    Returns:
        `None` if anything may have changed: files were added or removed, the folders that are on
        the path differ, or what a star import takes, or a file mentioned, can't be told.
    """
    if not new.modules.finds_the_same_as(old.modules):
        return None
    names: set[str] = set()
    moved = {}
    for path, now in new.names.items():
        before = old.names[path]
        if before.outline is now.outline:
            continue
        if not _same_stars(before, now) or before.plugins != now.plugins:
            return None
        names.update(_changed_bindings(before, now), _changed_exports(before, now))
        changed, moved[path] = _compare_symbols(before, now)
        names.update(changed)
    same = [path for path in new.names if path not in moved]
    if any(path not in mentions for path in same):
        return None
    edited = [table.names[path] for path in moved for table in (old, new)]
    others = [(new.names[path], mentions[path]) for path in same]
    close_over(names, edited, others)
    return Changes(frozenset(names), moved)


def pack_mentions(
    names: PythonFileNames | None, targets: Iterable[Target], imports: Iterable[Import] = ()
) -> bytes:
    """Return the simple names that a file's targets look up, as sorted 32-bit checksums.

    Args:
        names: The names of the file; `None` for one that is no Python file.
        targets: What its identifiers mean as far as the file can tell.
        imports: Those of a file that is no Python file, such as a notebook.
    """
    mentioned = {name for target in targets for name in mentioned_names(names, target)}
    mentioned.update(name for each in imports for name in (each.binding, each.name) if name)
    if names is not None:
        mentioned.update(name for _, name in dependent_names(names))
    return pack_names(mentioned)


# What an edited file says differently


def _compare_symbols(
    before: PythonFileNames, now: PythonFileNames
) -> tuple[set[str], dict[int, int]]:
    """Return the simple names of symbols that differ, and where the others have moved."""
    old, new = _by_name(before), _by_name(now)
    changed: set[str] = set()
    moved: dict[int, int] = {}
    for name in old.keys() | new.keys():
        ours, theirs = old.get(name, []), new.get(name, [])
        if [meaning for _, meaning in ours] == [meaning for _, meaning in theirs]:
            moved.update((was, is_) for (was, _), (is_, _) in zip(ours, theirs, strict=True))
            continue
        owner, _, simple = name.rpartition(".")
        changed.add(simple)
        if _is_unsaid(simple):
            changed.add(owner.rpartition(".")[2])
    return changed, moved


def _by_name(names: PythonFileNames) -> dict[str, list[tuple[int, Hashable]]]:
    found: dict[str, list[tuple[int, Hashable]]] = defaultdict(list)
    for position, symbol in enumerate(names.outline.symbols):
        found[symbol.name].append((position, _meaning(names, position, symbol)))
    return found


def _meaning(names: PythonFileNames, position: int, symbol: Symbol) -> Hashable:
    """Return all of a symbol that resolution looks at, without positions."""
    value = names.stated.get(position)
    return (
        symbol.kind,
        symbol.bases,
        symbol.decorators,
        symbol.labels,
        is_declared(symbol),
        _plain(names, value) if value is not None else None,
    )


def _plain(names: PythonFileNames, target: Target) -> Hashable:
    """Return a target in which symbols and imports stand for themselves, not as numbers."""
    first, *rest = target.names or ("",)
    start: Hashable = first
    if target.base == "import":
        start = _key(names.outline.imports[target.position])
    elif target.base == "symbol":
        position = target.position
        name = names.outline.symbols[position].name
        start = (name, sum(s.name == name for s in names.outline.symbols[:position]))
    of = _plain(names, target.of) if target.of is not None else None
    return (target.base, start, *rest, of, *(_plain(names, part) for part in target.also))


def _changed_bindings(before: PythonFileNames, now: PythonFileNames) -> Iterator[str]:
    """Yield the names that imports bind, or take, differently."""
    old, new = _imports(before), _imports(now)
    for key in old.keys() | new.keys():
        if old.get(key) != new.get(key):
            yield key[1]
            yield from (name for name, _ in (*old.get(key, ()), *new.get(key, ())) if name)


def _imports(names: PythonFileNames) -> dict[tuple[str, str], list[tuple[str, Hashable]]]:
    """Return scope and binding → the imports, in order: the name and all else of each."""
    found: dict[tuple[str, str], list[tuple[str, Hashable]]] = defaultdict(list)
    bound: set[str] = set()
    for item in names.outline.imports:
        found[item.scope, item.binding].append((item.name, (*_key(item), item.name in bound)))
        if not item.scope:
            bound.add(item.binding)
    return found


def _key(item: Import) -> tuple[str, str, str, int, str, bool]:
    return (item.module, item.name, item.alias, item.level, item.scope, item.conditional)


def _changed_exports(before: PythonFileNames, now: PythonFileNames) -> Iterator[str]:
    if before.outline.exports == now.outline.exports:
        return
    old, new = set(before.outline.exports or ()), set(now.outline.exports or ())
    for name in {*old, *new, *_tops(before), *_tops(now)}:
        if before.exports(name) != now.exports(name):
            yield name


def _tops(names: PythonFileNames) -> Iterator[str]:
    yield from (name for name in names.positions if "." not in name)
    yield from names.bindings


def _same_stars(before: PythonFileNames, now: PythonFileNames) -> bool:
    """Whether two versions star-import alike, and nothing of what they take is passed on anew."""
    stars = [
        [_key(names.outline.imports[index]) for index in names.stars] for names in (before, now)
    ]
    same_exports = (before.outline.exports is None) == (now.outline.exports is None)
    return stars[0] == stars[1] and (same_exports or not stars[0])


# What follows for others


def _is_unsaid(name: str) -> bool:
    return name in _UNSAID or (name.startswith("__") and name.endswith("__"))
