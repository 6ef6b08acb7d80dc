"""The record of an entry point, from which the outside enters the software."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mkdocs_repodoc.model.facts import Plugin
from mkdocs_repodoc.model.linked_symbols import SymbolRef

EntryKind = Literal[
    "command",  # a command that the project installs
    "subcommand",  # a function that is declared as a command of an installed one
    "module",  # what is run where a package is
    "program",  # `main` of a language that starts there
    "script",  # a file that nobody imports, and whose code runs when it is started
    "plugin",  # what another program loads and calls
    "application",  # what a server calls
    "class creation",  # what a class statement runs
    "example",  # code of a document that shows how the software is used
    "public",  # a function of the public API
    "visible",  # a public function where nothing gathers the public API
]


OFFERED: frozenset[EntryKind] = frozenset({"example", "public", "visible"})
"""Kinds of entry points at which nothing starts: code of users calls what the software offers."""


class EntryPoint(NamedTuple):
    """A function, or the code of a module, from which the outside enters."""

    symbol: SymbolRef
    kind: EntryKind
    name: str
    """The command or program; the file; the class that is made; the document; else the qualified
    name."""
    plugin: Plugin | None = None
    """What makes it known to another program, if that is how it is entered."""
    command: str = ""
    """The command line that runs a package."""
    loaders: tuple[str, ...] = ()
    """The files that are started before, each of which only loads the next one's code."""
