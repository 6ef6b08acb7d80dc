"""Kinship of the types of errors: a handler of one takes those that derive from it, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from mkdocs_repodoc.languages.language_errors import error_words
from mkdocs_repodoc.model.kinds import TYPES
from mkdocs_repodoc.model.repository import Repository, Role

_ARGUMENTS = re.compile(r"[\[(<].*", re.DOTALL)
_ERROR = re.compile(r"(?:Error|Exception|Throwable)$")
_LAST_NAME = re.compile(r"\w+(?=\W*$)")
_WORD = re.compile(r"\w+")
_REMEMBERED = 4096


class ErrorKinds:
    """The types of the software by their last names, and what they derive from.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(self, repository: Repository, code_roles: frozenset[Role]) -> None:
        self._bases: dict[str, set[str]] = {}
        self._own: set[str] = set()
        for file in repository.files.values():
            if file.role not in code_roles:
                continue
            for symbol in file.outline.symbols:
                if symbol.kind in TYPES:
                    name = _last(symbol.name)
                    self._own.add(name)
                    bases = {_last(_ARGUMENTS.sub("", base)) for base in symbol.bases}
                    self._bases.setdefault(name, set()).update(bases - {name})

    def is_known(self, name: str, language: str) -> bool:
        """Tell whether it is known what a type that a language names derives from."""
        return name in self._own or name in error_words(language).bases

    def is_error(self, name: str, language: str) -> bool:
        """Tell whether a type is an error for all that is known; one of elsewhere is."""
        return name not in self._own or any(
            _ERROR.search(each) for each in self.ancestors(name, language) if each != name
        )

    def own_ancestors(self, name: str) -> Iterator[str]:
        """Yield a type of the repository and those of its ancestors that are ones, too."""
        return (each for each in self._walk(name, {}) if each in self._own)

    def ancestors(self, name: str, language: str) -> Iterator[str]:
        """Yield a type and all that it is known to derive from, each once, by their last names.

        Languages have errors of one name that derive from different ones, as `KeyError`.

        Args:
            name: Its last name.
            language: That of the code that names it.
        """
        return self._walk(name, error_words(language).bases)

    def _walk(self, name: str, built_in: Mapping[str, str]) -> Iterator[str]:
        seen: dict[str, None] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each and each not in seen:
                seen[each] = None
                base = built_in.get(each, "") if each not in self._own else ""
                waiting += sorted({*self._bases.get(each, ()), base})
        return iter(seen)


def _last(written: str) -> str:
    match = _LAST_NAME.search(written)
    return match[0] if match else written


@lru_cache(_REMEMBERED)
def caught_names(caught: str) -> frozenset[str]:
    """Return the names in what a handler says that it catches, which many handlers write alike."""
    return frozenset(_WORD.findall(caught))
