"""Functions, types and files that are named after the members of a family.

`parse_for` is named after `for`, and `visit_For` after `For`.

Where most members of a list, or most heirs of a type, have a function, type or file that is named
after them in one way, a new one needs its own as well: many programs look such names up.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_repodoc.model.kinds import FUNCTIONS, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, RepoFile, Repository
from mkdocs_repodoc.paths import stem_of

What = Literal["method", "function", "type", "file"]

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_MOST_WORDS = 7
"""Words of a name that is looked at."""
_LEAST = 3
"""Members at least that something is named after."""
_SHARE = 0.4
_SHARE_SAME = 1 / 2
"""Share of the members that have something of one name with them, without a word more."""
_AFFIX = 0.8
"""Share of the members that begin or end with the words that say of what kind they are."""
_SHORTEST = 2
"""Letters of what tells a member from the others."""
_FILE_ROLES = CODE_ROLES | TEST_ROLES | {"documentation"}

_Pattern = tuple[What, str, tuple[str, ...], tuple[str, ...]]
"""What it is, whose, and the words before and after the name of the member."""


class Family(NamedTuple):
    """Names that belong together, and the definitions that they are."""

    names: tuple[str, ...]
    own: frozenset[SymbolRef] = frozenset()


class NamedAlike(NamedTuple):
    """Definitions, or files, that are named in one way after the members of a family."""

    what: What
    example: SymbolRef
    """One of them; a file has no position."""
    number: int
    """Members that have one."""
    total: int
    """Members of the family."""


def named_alike(
    repository: Repository,
    families: Sequence[Family],
    is_test: Callable[[str, int], bool],
) -> list[tuple[NamedAlike, ...]]:
    """Return what is named after the members of each family, what most have first.

    Args:
        repository: The linked repository.
        families: The families.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
    """
    keys: dict[str, list[int]] = defaultdict(list)
    totals: list[int] = []
    for number, family in enumerate(families):
        cores = distinguishing(family.names)
        totals.append(len(cores))
        for core in cores:
            keys[core].append(number)
    whole = [frozenset(map(_joined, family.names)) for family in families]
    found: list[dict[_Pattern, dict[str, SymbolRef]]] = [{} for _ in families]
    for ref, what, owner, name in _named(repository, is_test) if keys else ():
        for core, before, after in _parts(name):
            pattern = (what, owner, before, after)
            for number in keys.get(core, ()):
                if _is_another(families[number], ref, pattern) and not (
                    what == "file" and not before and not after and core not in whole[number]
                ):
                    found[number].setdefault(pattern, {}).setdefault(core, ref)
    return [tuple(_often(patterns, total)) for patterns, total in zip(found, totals, strict=True)]


def _is_another(family: Family, ref: SymbolRef, pattern: _Pattern) -> bool:
    """Tell whether a definition can't be the member of a family that it has the name of."""
    what, _, before, after = pattern
    return ref not in family.own and bool(before or after or what == "file" or family.own)


def _often(patterns: dict[_Pattern, dict[str, SymbolRef]], total: int) -> Iterator[NamedAlike]:
    """Yield what so many members have that it is no chance."""
    ordered = sorted(patterns.items(), key=lambda each: (-len(each[1]), each[0]))
    for (what, _, before, after), refs in ordered:
        share = _SHARE if before or after else _SHARE_SAME
        if len(refs) >= max(_LEAST, share * total):
            shortest = min(refs, key=lambda core: (len(core), core))
            yield NamedAlike(what, refs[shortest], len(refs), total)


def _named(
    repository: Repository, is_test: Callable[[str, int], bool]
) -> Iterator[tuple[SymbolRef, What, str, str]]:
    """Yield what has a name: the definition or file, what it is, whose, and its name."""
    for path, file in repository.files.items():
        if file.source.origin or file.source.kind != "text":
            continue
        if file.role in _FILE_ROLES:
            ending = file.name.removeprefix(stem_of(path))
            yield SymbolRef(path, FILE_SCOPE), "file", f"{file.folder}/*{ending}", stem_of(path)
        if file.role in CODE_ROLES:
            yield from _definitions(file, is_test)


def _definitions(
    file: RepoFile, is_test: Callable[[str, int], bool]
) -> Iterator[tuple[SymbolRef, What, str, str]]:
    for position, symbol in enumerate(file.outline.symbols):
        ref = SymbolRef(file.path, position)
        owner, _, name = symbol.bare_name.replace("::", ".").rpartition(".")
        if symbol.kind in FUNCTIONS and not is_test(file.path, symbol.line):
            yield ref, "method" if owner else "function", owner, name
        elif symbol.kind in NOUNS and not owner and not is_test(file.path, symbol.line):
            yield ref, "type", owner, name


def distinguishing(names: Iterable[str]) -> frozenset[str]:
    """Return what tells members from one another: without the words that most of them share."""
    split = [_words(name.replace("::", ".").rpartition(".")[2]) for name in dict.fromkeys(names)]
    shorter = _without_shared(split)
    while shorter != split:
        split, shorter = shorter, _without_shared(shorter)
    return frozenset(core for words in split if len(core := "".join(words)) >= _SHORTEST)


def _without_shared(split: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return names without the first and the last word that most of them share."""
    for end, rest in ((0, slice(1, None)), (-1, slice(None, -1))):
        counts = Counter(words[end] for words in split if len(words) > 1)
        word, number = max(counts.items(), key=lambda each: each[1], default=("", 0))
        if number >= _AFFIX * len(split):
            split = [
                words[rest] if len(words) > 1 and words[end] == word else words for words in split
            ]
    return split


def _parts(name: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield each run of words in a name, with the words before and after it."""
    words = _words(name)[:_MOST_WORDS]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield "".join(words[start:end]), words[:start], words[end:]


def _joined(name: str) -> str:
    return "".join(_words(name.replace("::", ".").rpartition(".")[2]))


@lru_cache(maxsize=32_768)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))
