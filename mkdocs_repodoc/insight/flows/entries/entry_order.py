"""The order of entry points: at which of them the flows begin that tell most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.entries.public_entries import is_in_main_package
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


class EntryOrder:
    """Orders entry points.

    Args:
        repository: The linked repository.
        shown: Public dotted name → how many documents show it.
        outlook: Function → what there is to read in it and behind it.
    """

    def __init__(
        self,
        repository: Repository,
        shown: Callable[[str], int],
        outlook: Callable[[SymbolRef], float],
    ) -> None:
        self._repository = repository
        self._shown = shown
        self._outlook = outlook

    def is_entrance(self, entry: EntryPoint) -> bool:
        """Tell whether others enter there: documents confirm what says itself that it is public."""
        return entry.kind != "visible" or self._documents(entry) > 0

    def rank(self, entry: EntryPoint) -> tuple[int, float]:
        """What is surest comes first, then what documents show, then public functions.

        Of each the weightiest is first. A program that is called as the repository is what the
        repository is for; others may be tools beside it. That a public function is an entrance is
        shown by who uses it and by what documents show.
        """
        if entry.kind in {"program", "script", "plugin"}:
            return 1 if self.is_main(entry) else 3, -self._outlook(entry.symbol)
        if entry.kind == "subcommand":
            command = " ".join(entry.name.split()[:2])
            return 1, -self._outlook(entry.symbol) * (1 + self._shown(command).bit_length())
        if entry.kind == "example":
            return 2, 0.0
        if entry.kind == "module":
            file = self._repository.files[entry.symbol.path]
            return 0 if is_in_main_package(self._repository, file) else 5, 0.0
        if entry.kind not in {"public", "visible"}:
            return 0, 0.0
        users = self._repository.links.uses.file_count(entry.symbol)
        known = (1 + users.bit_length()) * (1 + self._documents(entry).bit_length())
        return 4, -self._outlook(entry.symbol) * known

    def _documents(self, entry: EntryPoint) -> int:
        """Return how many documents show a public function; a method may be one of a variable."""
        if entry.kind == "visible":
            return self._shown(entry.name.rpartition(".")[2])
        return self._shown(entry.name)

    def is_main(self, entry: EntryPoint) -> bool:
        """Tell whether a program is the one that the repository is there for."""
        if entry.kind == "script":
            return bool(self._repository.project.commands)
        return entry.kind == "program" and entry.name == self._repository.name

    def is_beside(self, entry: EntryPoint, chosen: Sequence[EntryPoint]) -> bool:
        """Tell whether an entry point is beside the program that a repository is there for.

        The functions of that are there for itself, and further programs which no document shows
        are tools.

        Args:
            entry: The entry point.
            chosen: Those that flows begin at.
        """
        if not any(each.kind == "program" and self.is_main(each) for each in chosen):
            return False
        is_tool = entry.kind in {"program", "script"} and not self._shown(entry.name)
        return entry.kind == "visible" or is_tool
