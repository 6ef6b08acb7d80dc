"""Numbers that constants stand for, found by the name that code has for them."""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_repodoc.model.kinds import VALUES, Kind
from mkdocs_repodoc.model.repository import Repository, Role

_NAME = re.compile(r"(?:\w+(?:\.|::|->))*\w+$")
_PART = re.compile(r"\w+")
_NUMBER = re.compile(r"= (?:[\w.:]+\()?(-?\d+)\)?$")
"""A number, perhaps as a value of a type of its own: `ExitCode(1)`."""
_KINDS = VALUES | {Kind.ENUMERATOR, Kind.VARIANT}


class ConstantNumbers:
    """Looks up the constants of the software that are set to a number.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(self, repository: Repository, code_roles: Collection[Role]) -> None:
        self._found: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
        for path, file in repository.files.items():
            if file.role not in code_roles:
                continue
            for symbol in file.outline.symbols:
                number = _NUMBER.search(symbol.signature) if symbol.kind in _KINDS else None
                parts = tuple(_PART.findall(symbol.name)) if number is not None else ()
                if number is not None and parts:
                    self._found.setdefault(parts[-1], []).append((path, parts, number[1]))

    def of(self, written: str, path: str) -> str:
        """Return the number of a constant; empty unless the name can mean only one.

        Args:
            written: The expression, as a file has it.
            path: The file.
        """
        parts = tuple(_PART.findall(written)) if _NAME.match(written) else ()
        if not parts:
            return ""
        known = self._found.get(parts[-1], [])
        own = [each for each in known if each[0] == path]
        qualified = [each for each in known if each[1][-2:] == parts[-2:] and len(parts) > 1]
        numbers = {each[2] for each in qualified or own or known}
        return numbers.pop() if len(numbers) == 1 else ""
