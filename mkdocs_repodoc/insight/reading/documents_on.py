"""Documents on a component: those whose names from the code are mostly defined in it.

A name counts the less the more documents have it, and only if it cannot be a word of the language
that the document is written in: it has a capital inside, an underscore, or stands as code.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from math import log2

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import name_of

_NAME = re.compile(r"(?P<code>`+[~!@]?)?(?:\w+\.)*(?P<name>[^\W\d]\w{2,})")
_MARKED = re.compile(r"_|[a-z][A-Z]|[A-Z]{2}")
_SHARE = 0.4
"""Share of a document's weight that a component has whose document it is."""
_LEAST_NAMES = 2
_TELLING = 0.25
"""Share of a document's passages that name what the document is about."""
_PASSAGE = re.compile(r"\n[ \t]*\n")
_WORD = re.compile(r"[^\W\d]\w{2,}")


def documents_on(
    repository: Repository, owners: Mapping[str, str], read_text: Callable[[str], str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the documents on each component, the most telling first.

    Args:
        repository: The linked repository.
        owners: Path of a file → the component that it belongs to.
        read_text: Path of a document → its text.
    """
    defined = definitions(repository, owners)
    mentions = {
        file.path: mentioned(read_text(file.path), defined)
        for file in repository.files.values()
        if is_explaining(file)
        and file.path != repository.folders[""].readme
        and not is_translation(file.path, repository.files)
    }
    spread = Counter(name for names in mentions.values() for name in names)
    scores: dict[str, list[tuple[float, str]]] = {}
    for path, names in mentions.items():
        weights: dict[str, float] = defaultdict(float)
        distinct: Counter[str] = Counter()
        for name, number in names.items():
            weights[defined[name]] += log2(1 + number) / spread[name]
            distinct[defined[name]] += 1
        total = sum(weights.values())
        for component, weight in weights.items():
            if weight >= _SHARE * total and distinct[component] >= _LEAST_NAMES:
                scores.setdefault(component, []).append((-weight * weight / total, path))
    return {
        component: tuple(path for _, path in sorted(found)) for component, found in scores.items()
    }


def definitions(repository: Repository, owners: Mapping[str, str]) -> Mapping[str, str]:
    """Return the public outer names that one component alone defines, each with it.

    Args:
        repository: The linked repository.
        owners: Path of a file → the component that it belongs to.
    """
    defined: dict[str, str] = {}
    shared: set[str] = set()
    for path, component in owners.items():
        for symbol in repository.files[path].outline.symbols:
            if not (symbol.public and is_outer(symbol)):
                continue
            if defined.setdefault(symbol.bare_name, component) != component:
                shared.add(symbol.bare_name)
    return {name: component for name, component in defined.items() if name not in shared}


def mentioned(text: str, defined: Mapping[str, str]) -> Counter[str]:
    """Return how often a text has each of some names, where it can't be a common word."""
    return Counter(
        match["name"]
        for match in _NAME.finditer(text)
        if match["name"] in defined and (match["code"] or _MARKED.search(match["name"]))
    )


def is_document_about(
    repository: Repository, path: str, text: str, part: str, files: Iterable[str]
) -> bool:
    """Tell whether a document is about a part of the software, and does not only name it.

    Args:
        repository: The linked repository.
        path: The document.
        text: Its text.
        part: Path of the part.
        files: The files of the part.
    """
    symbols = (each for file in files for each in repository.files[file].outline.symbols)
    names = {each.bare_name for each in symbols if each.public and is_outer(each)}
    stem = name_of(part).partition(".")[0]
    headings = [
        each.name.rpartition(HEADING_SEPARATOR)[2]
        for each in repository.files[path].outline.symbols
        if each.kind == Kind.HEADING
    ]
    return is_about(text, {*names, stem, stem.capitalize()}, headings)


def is_about(text: str, names: Collection[str], headings: Iterable[str]) -> bool:
    """Tell whether a document is about what has some names, and does not only name it.

    Args:
        text: The document.
        names: The names: of what is defined, and of where.
        headings: The titles of its headings.
    """
    if any(not names_in(heading).isdisjoint(names) for heading in headings):
        return True
    passages = [each for each in _PASSAGE.split(text) if each.strip()]
    naming = sum(not names_in(each).isdisjoint(names) for each in passages)
    return naming > 0 and naming >= _TELLING * len(passages)


def names_in(text: str) -> set[str]:
    """Return the words of a text as code writes names."""
    return set(_WORD.findall(text))
