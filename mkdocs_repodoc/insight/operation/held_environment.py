"""Environment variables that code looks up in a copy of all of them, which it hands around."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import EnvironmentUse, EnvironmentVariable
from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role

_LOOKED_UP = re.compile(
    r"\b(?:\w*Env|env|environ|environment)(?:\[|\.(?:Fetch|Get|Lookup)\w*\(\s*)"
    r"(?:\"(?P<text>[A-Z][A-Z0-9_]+)\"|(?P<name>[A-Z]\w*))(?:,\s*(?P<default>[^,()]+))?[\])]"
    r"(?!\s*=(?!=))"
)
"""An entry of what is named after the environment, unless it is set."""
_NOTHING = frozenset({'""', "nil"})
_COMMENT = re.compile(r"\s*(?://|#|\*|/\*)")
_TEXT = re.compile(r"= \"([A-Z][A-Z0-9_]+)\"$")


def held_variables(
    repository: Repository, read_text: Callable[[str], str], code_roles: Collection[Role]
) -> Iterator[tuple[str, EnvironmentVariable]]:
    """Yield path and variable of the lines that look one up in a copy of the environment.

    Only languages count in which the software takes such a copy.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
    """
    code = [
        file
        for file in repository.files.values()
        if file.role in code_roles and not file.source.origin
    ]
    languages = {file.source.language for file in code if any(_copies(file, read_text))}
    constants = _texts(code)
    for file in code:
        if file.source.language not in languages:
            continue
        for number, line in enumerate(read_text(file.path).split("\n"), 1):
            for match in () if _COMMENT.match(line) else _LOOKED_UP.finditer(line):
                name = match["text"] or constants.get(match["name"], "")
                if name:
                    default = (match["default"] or "").strip()
                    shown = "" if default in _NOTHING else default
                    yield file.path, EnvironmentVariable(name, shown, number)


def _copies(file: RepoFile, read_text: Callable[[str], str]) -> Iterator[int]:
    """Yield the lines on which a file takes the whole environment."""
    reads = language_named(file.source.language).environment
    if isinstance(reads, Absent) or not reads.whole:
        return
    uses = tuple(file.outline.facts_of(EnvironmentUse))
    lines = read_text(file.path).split("\n") if uses else []
    for use in uses:
        line = lines[use.line - 1] if use.line <= len(lines) else ""
        if any(name in line for name in reads.whole):
            yield use.line


def _texts(code: Collection[RepoFile]) -> Mapping[str, str]:
    """Return the constants that are set to one text alone, and the text."""
    found: dict[str, set[str]] = {}
    for file in code:
        for symbol in file.outline.symbols:
            match = _TEXT.search(symbol.signature) if symbol.kind in VALUES else None
            if match is not None:
                found.setdefault(symbol.bare_name, set()).add(match[1])
    return {name: texts.pop() for name, texts in found.items() if len(texts) == 1}
