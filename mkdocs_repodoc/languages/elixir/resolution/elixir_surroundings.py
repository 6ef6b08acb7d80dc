"""ElixirSurroundings of a place in an Elixir file: its module, aliases, imports and variables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs_repodoc.languages.treesitter.identifiers.lexical_scopes import LexicalScopes
from mkdocs_repodoc.model.references import Target

_ROOT = "Elixir."


class ElixirSurroundings:
    """The lexical scopes around a place.

    Attributes:
        variables: The variables around.
        module: Full name of the module around; empty outside of all.
        owner: The name that the outline gives to that module.
        is_quoted: Whether the code is a part of what a macro returns.
    """

    def __init__(self) -> None:
        self.variables = LexicalScopes()
        self.module = self.owner = ""
        self.is_quoted = False
        self._aliases: dict[str, str] = {}
        self._imports: tuple[Target, ...] = ()

    @property
    def imports(self) -> tuple[Target, ...]:
        """What the imports around take."""
        return self._imports

    @contextmanager
    def block(self) -> Iterator[None]:
        """Open a block, whose aliases, imports and variables end with it."""
        before = (self._aliases, self._imports)
        with self.variables.block():
            yield
        self._aliases, self._imports = before

    @contextmanager
    def inside(self, module: str, owner: str) -> Iterator[None]:
        """Enter a module, which sees no variables around it."""
        before = (self.module, self.owner)
        self.module, self.owner = module, owner
        with self.block(), self.variables.item():
            yield
        self.module, self.owner = before

    @contextmanager
    def quoted(self, *, is_quoted: bool) -> Iterator[None]:
        """Visit what a macro returns, or what is put into that."""
        before = self.is_quoted
        self.is_quoted = is_quoted
        yield
        self.is_quoted = before

    def alias(self, short: str, full: str) -> None:
        """Note a short name of a module."""
        self._aliases = {**self._aliases, short: full}

    def take(self, *imported: Target) -> None:
        """Note what is imported from a module."""
        self._imports += imported

    def full_name(self, written: str) -> str:
        """Return the full name of a module as it is written here."""
        if written.startswith(_ROOT):
            return written.removeprefix(_ROOT)
        first, dot, rest = written.partition(".")
        return f"{self._aliases.get(first, first)}{dot}{rest}"
