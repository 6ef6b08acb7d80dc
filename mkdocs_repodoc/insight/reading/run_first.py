"""Functions that run before a program's main one, since its language calls them by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from mkdocs_repodoc.insight.architecture.platform_files import is_for_platform
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.paths import folder_of


def run_first(
    repository: Repository,
    entry: SymbolRef,
    read_text: Callable[[str], str],
    code_roles: Collection[Role],
) -> list[SymbolRef]:
    """Return the functions that run before an entry point in any build, the longest first.

    They are those of its own folder and of all folders that are imported from there on.

    Args:
        repository: The linked repository.
        entry: Where the program starts.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
    """
    language = repository.files[entry.path].source.language
    first = language_named(language).first_functions
    if isinstance(first, Absent):
        return []
    found = [
        SymbolRef(path, position)
        for path in _program(repository, folder_of(entry.path), language, code_roles)
        for position, symbol in enumerate(repository.files[path].outline.symbols)
        if symbol.name in first.names and symbol.kind in FUNCTIONS and is_outer(symbol)
        if not is_for_platform(path) and not first.chosen.search(read_text(path))
    ]
    symbol_of = repository.symbol
    found.sort(key=lambda ref: (symbol_of(ref).line - symbol_of(ref).end_line, ref))
    return found


def _program(
    repository: Repository, folder: str, language: str, code_roles: Collection[Role]
) -> Iterator[str]:
    """Yield the files of a folder, and of all folders that these import."""
    seen, waiting = {folder}, [folder]
    while waiting:
        for path in repository.folders[waiting.pop()].files:
            file = repository.files[path]
            if file.source.language != language or file.role not in code_roles:
                continue
            yield path
            for each in repository.links.imports.get(path, ()):
                if each.folder is not None and each.folder not in seen:
                    seen.add(each.folder)
                    waiting.append(each.folder)
