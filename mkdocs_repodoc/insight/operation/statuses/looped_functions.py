"""Functions that a loop calls one after another, since a call handed them on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from mkdocs_repodoc.insight.operation.environment.handed_arguments import HandedArguments
from mkdocs_repodoc.insight.operation.environment.handed_names import number_of
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.bare_lines import BareLine

_LOOP = re.compile(r"\bfor\b[\s(]*(?:\w+,?\s+)?(?P<each>\w+)\s+(?:in|of|:= \w+)\s+(?P<all>\w+)\b")
"""A loop over all that a name holds."""


class LoopedFunctions:
    """Finds the functions that a name in a loop may hold.

    Args:
        repository: The linked repository.
        bare: Path → the lines of the file without texts and comments.
        handed: Reads the arguments of calls.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        bare: Callable[[str], Sequence[BareLine]],
        handed: HandedArguments,
        code_roles: Collection[Role],
    ) -> None:
        self._repository = repository
        self._bare = bare
        self._handed = handed
        self._code_roles = code_roles

    def of(self, scope: SymbolRef, line: int, name: str) -> tuple[SymbolRef, ...]:
        """Return the functions that a function of the name may be on a line; none if unknown.

        Args:
            scope: The function around the loop.
            line: A line in the loop.
            name: What is called there.
        """
        looped = self._looped(scope, line, name)
        if not looped or number_of(self._handed.parameters(scope), looped) is None:
            return ()
        uses = self._repository.links.uses.of(scope)
        calls = [use for use in uses if use.kind == "call" and self._is_code(use.path)]
        return tuple(dict.fromkeys(each for use in calls for each in self._given(use)))

    def _looped(self, scope: SymbolRef, line: int, name: str) -> str:
        """Return the name of what the loop goes through whose variable has a name."""
        if scope.is_file:
            return ""
        first = self._repository.symbol(scope).name_line
        for each in reversed(self._bare(scope.path)[first:line]):
            match = _LOOP.search(each.shape)
            if match is not None and match["each"] == name:
                return match["all"]
        return ""

    def _given(self, call: Use) -> list[SymbolRef]:
        """Return the functions that a call hands on."""
        return [
            site.callee
            for site in self._repository.links.uses.calls(call.path)
            if not site.called
            and call.line <= site.line <= call.end_line
            and not site.callee.is_file
            and self._repository.symbol(site.callee).kind in FUNCTIONS
            and self._is_code(site.callee.path)
        ]

    def _is_code(self, path: str) -> bool:
        return self._repository.files[path].role in self._code_roles
