"""Functions of shell scripts over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines, takes_part
from mkdocs_repodoc.languages.shell.imports import resolve_import
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_MOST_DEFINITIONS = 2
"""How many definitions of a name are looked for: more than one already decide nothing."""


class ShellNames(LanguageNames):
    """The functions of all shell scripts.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._outlines = own_outlines(files, "shell")
        index = FileIndex(source.path for source, _ in files if takes_part(source))
        self._sourced = {
            path: self._scripts(resolve_import(index, path, item).path for item in outline.imports)
            for path, outline in self._outlines.items()
        }
        self._sourcing: dict[str, list[str]] = {}
        for path, sourced in self._sourced.items():
            for other in sourced:
                self._sourcing.setdefault(other, []).append(path)
        self._around = cache(self._all_around)

    def _scripts(self, paths: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(path for path in paths if path in self._outlines))

    @cached_property
    def digest(self) -> str:
        content = [
            (path, names_of_outline(outline), self._sourced[path])
            for path, outline in self._outlines.items()
        ]
        return digest_of(content)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        """Return the function that a command of a script runs.

        One of the script itself goes before those of others; without one, those count that it
        sources, then those of whatever sources it, and of what that sources. Two decide nothing.
        """
        if path not in self._outlines:
            return None
        (name,) = target.names
        own = self._defined(path).get(name, [])
        sourced = self._found(self._reached(path, self._sourced), name)
        if own:
            return Meaning(SymbolRef(path, own[0]), not sourced) if len(own) == 1 else None
        found = sourced or self._found(self._around(path), name)
        return Meaning(found[0], exact=False) if len(found) == 1 else None

    def _found(self, paths: Iterable[str], name: str) -> list[SymbolRef]:
        found: list[SymbolRef] = []
        for path in paths:
            found += [SymbolRef(path, each) for each in self._defined(path).get(name, [])]
            if len(found) >= _MOST_DEFINITIONS:
                break
        return found

    def _defined(self, path: str) -> Mapping[str, list[int]]:
        return self._functions.get(path, {})

    @cached_property
    def _functions(self) -> Mapping[str, Mapping[str, list[int]]]:
        """Path → name of a function → the positions of its definitions."""
        found: dict[str, dict[str, list[int]]] = {}
        for path, outline in self._outlines.items():
            for position, symbol in enumerate(outline.symbols):
                if symbol.kind == Kind.FUNCTION:
                    found.setdefault(path, {}).setdefault(symbol.name, []).append(position)
        return found

    def _all_around(self, path: str) -> tuple[str, ...]:
        """Return the scripts that source a script, on any way, and what these source beside it."""
        above = list(self._reached(path, self._sourcing))
        beside = (other for one in above for other in self._reached(one, self._sourced))
        return tuple(dict.fromkeys(each for each in (*above, *beside) if each != path))

    @staticmethod
    def _reached(path: str, ways: Mapping[str, Iterable[str]]) -> Iterator[str]:
        """Yield the scripts to which ways lead from one, the nearest first, without itself."""
        seen, waiting = {path}, [path]
        for one in waiting:
            for other in ways.get(one, ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
                    yield other
