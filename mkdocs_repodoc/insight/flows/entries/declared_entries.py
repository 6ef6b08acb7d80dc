"""Entry points that the project's metadata declares: its commands, plugins of other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.entries.public_entries import is_offered
from mkdocs_repodoc.insight.periphery.aside_programs import imported_as, source_of
from mkdocs_repodoc.model.facts import InstalledCommand, Plugin
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


def declared_entries(repository: Repository, modules: Mapping[str, str]) -> Iterator[EntryPoint]:
    """Yield the functions that commands start, and those that hosts can call of plugins.

    Args:
        repository: The linked repository.
        modules: Dotted module name → path.
    """
    for command in repository.project.commands:
        symbol = started_by(repository, modules, command)
        if symbol is not None:
            yield EntryPoint(symbol, "command", command.name)
    for plugin in repository.project.plugins:
        loaded = definition_of(repository, modules, plugin)
        if loaded is not None:
            yield from _called_by_host(repository, loaded, plugin)


def started_by(
    repository: Repository, modules: Mapping[str, str], command: InstalledCommand
) -> SymbolRef | None:
    """Return the definition that a command starts, or its file; `None` if it is elsewhere."""
    if command.path:
        named = repository.files.get(command.path)
        if named is not None and named.role != "compiled":
            return SymbolRef.of_file(command.path)
        path = source_of(repository, command) or (named.path if named is not None else "")
        return SymbolRef.of_file(path) if path else None
    return definition_of(repository, modules, command)


def definition_of(
    repository: Repository, modules: Mapping[str, str], named: InstalledCommand | Plugin
) -> SymbolRef | None:
    """Return what a declared name means; the whole module where that is not known."""
    path = modules.get(named.module)
    if path is None:
        return None
    if (imported := imported_as(repository, path, named.object)) is not None:
        return imported
    outline = repository.files[path].outline
    for position, symbol in enumerate(outline.symbols):
        if symbol.name == named.object:
            return SymbolRef(path, position)
    return _method_of_object(repository, named) or SymbolRef.of_file(path)


def _method_of_object(repository: Repository, named: InstalledCommand | Plugin) -> SymbolRef | None:
    """Return the method of an object that a command starts: `program.run`."""
    held, dot, method = named.object.rpartition(".")
    started = {
        tie.target
        for tie in repository.links.relations.get(repository.project.source, ())
        if tie.kind == "starts" and held and not tie.target.is_file
    }
    found = [each for each in started if repository.symbol(each).name.endswith(f"{dot}{method}")]
    return found[0] if len(found) == 1 else None


def _called_by_host(
    repository: Repository, loaded: SymbolRef, plugin: Plugin
) -> Iterator[EntryPoint]:
    """Yield what a host can call of a plugin: public methods of a class, functions of a module."""
    symbols = repository.files[loaded.path].outline.symbols
    if not loaded.is_file and symbols[loaded.position].kind in FUNCTIONS:
        yield EntryPoint(loaded, "plugin", plugin.object, plugin)
        return
    owner = "" if loaded.is_file else symbols[loaded.position].name
    for position, member in enumerate(symbols):
        around, _, name = member.name.rpartition(".")
        if around == owner and member.kind in FUNCTIONS and is_offered(name, member):
            yield EntryPoint(SymbolRef(loaded.path, position), "plugin", member.name, plugin)
