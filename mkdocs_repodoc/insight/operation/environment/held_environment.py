"""Environment variables that code looks up in a copy of all of them, which it hands around."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.operation.environment.environment_copies import EnvironmentCopies
from mkdocs_repodoc.insight.operation.environment.named_texts import NamedTexts
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.repository import RepoFile, Repository

_LOOKED_UP = re.compile(
    r"(?<![\w.])(?P<held>env|environ|environment)(?:\[|\.(?:Fetch|Get|Lookup)\w*\(\s*)"
    r"(?:\"(?P<text>[A-Z][A-Z0-9_]+)\"|(?P<name>[A-Z]\w*))(?:,\s*(?P<default>[^,()]+))?[\])]"
    r"(?!\s*=(?!=))"
)
"""An entry of what is named after the environment, unless it is set."""
_FILES = 64
_NOTHING = frozenset({'""', "nil"})
_COMMENT = re.compile(r"\s*(?://|#|\*|/\*)")


def held_variables(
    repository: Repository,
    read_text: Callable[[str], str],
    code: Collection[RepoFile],
    texts: NamedTexts,
) -> Iterator[tuple[str, EnvironmentVariable]]:
    """Yield path and variable of the lines that look one up in a copy of the environment.

    A map that only has the name of one is passed over.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code: The files that make up the software itself.
        texts: The constants that stand for names.
    """
    lines_of = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))
    copies = EnvironmentCopies(repository, code, lines_of)
    for file in code:
        if file.source.language not in copies.languages:
            continue
        found = list(_looked_up(lines_of(file.path)))
        scopes = scopes_around(file, [number for number, _ in found])
        for (number, match), scope in zip(found, scopes, strict=True):
            name = match["text"] or texts.text(match["name"], file.path, number)
            if name and copies.is_held(match["held"], file, scope, number):
                default = (match["default"] or "").strip()
                shown = "" if default in _NOTHING else default
                yield file.path, EnvironmentVariable(name, shown, number)


def _looked_up(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the entries of what is named after the environment, and their lines."""
    for number, line in enumerate(lines, 1):
        for match in () if _COMMENT.match(line) else _LOOKED_UP.finditer(line):
            yield number, match
