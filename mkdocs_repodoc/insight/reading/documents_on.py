"""Documents on a component: those whose names from the code are mostly defined in it.

A name counts the less the more documents have it, and only if it cannot be a word of the language
that the document is written in: it has a capital inside, an underscore, or stands as code.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from math import log2

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.repository import Repository

_NAME = re.compile(r"(?P<code>`+[~!@]?)?(?:\w+\.)*(?P<name>[^\W\d]\w{2,})")
_MARKED = re.compile(r"_|[a-z][A-Z]|[A-Z]{2}")
_SHARE = 0.4
"""Share of a document's weight that a component has whose document it is."""
_LEAST_NAMES = 2


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
