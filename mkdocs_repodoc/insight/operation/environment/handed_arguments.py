"""Parameters of functions, and what calls give for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS

_CALL_LINES = 12
"""Lines on which a call has its arguments, at most: formatters give each a line of its own."""
_LONGEST_CALL = 600
_TYPES = re.compile(r"(?:::)?(?:\[[^\]()]*\]|<[^>()]*>)(?=\()")
"""The types that a function is called with, in front of its arguments."""


class HandedArguments:
    """Reads the arguments of calls.

    Args:
        repository: The linked repository.
        lines_of: Path → the lines of the file.
    """

    def __init__(self, repository: Repository, lines_of: Callable[[str], Sequence[str]]) -> None:
        self._repository = repository
        self._lines = lines_of

    def of(self, use: Use) -> tuple[str, ...]:
        """Return the arguments of a call as written; none where its end is not found."""
        lines = self._lines(use.path)
        first = lines[use.line - 1] if use.line <= len(lines) else ""
        rest = first.encode()[use.end_column :].decode("utf-8", "replace")
        following = lines[use.line : use.line + _CALL_LINES]
        code = "\n".join((rest, *following))[:_LONGEST_CALL]
        types = _TYPES.match(code)
        return arguments_of(code[types.end() :] if types is not None else code)

    def parameters(self, function: SymbolRef) -> tuple[str, ...]:
        """Return the parameters of a function without the object that it is called on."""
        if function.is_file:
            return ()
        signature = self._repository.symbol(function).signature
        start = signature.find("(")
        found = arguments_of(signature[start:]) if start >= 0 else ()
        is_bound = bool(found) and found[0].split()[-1].lstrip("&*") in RECEIVERS
        return found[1:] if is_bound else found
