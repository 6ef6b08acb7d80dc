"""The error that names an extension and what is wrong with it."""

from __future__ import annotations

from mkdocs_repodoc.errors import SettingsError


class ExtensionError(SettingsError):
    """An extension can't be used.

    Args:
        extension: Its name, as the option has it.
        problem: What is wrong with it; a clause that goes on after the name.
    """

    def __init__(self, extension: str, problem: str) -> None:
        super().__init__("extensions", f"{extension} {problem}")
        self._arguments = extension, problem

    def __reduce__(self) -> tuple[type[ExtensionError], tuple[str, str]]:
        """Let the error cross from a worker process to its parent."""
        return ExtensionError, self._arguments
