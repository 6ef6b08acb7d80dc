"""Numbers that constants stand for, found by the name that code has for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property

from mkdocs_repodoc.languages.language_errors import program_endings
from mkdocs_repodoc.model.kinds import VALUES, Kind
from mkdocs_repodoc.model.repository import Repository, Role

_NAME = re.compile(r"(?:\w+(?:\.|::|->))*\w+$")
_PART = re.compile(r"\w+")
_NUMBER = re.compile(r"= (?:[\w.:]+\()?(-?\d+)\)?$")
"""A number, perhaps as a value of a type of its own: `ExitCode(1)`."""
_Constant = tuple[str, tuple[str, ...], str]
"""Path, the parts of the name, the number."""
_KINDS = VALUES | {Kind.ENUMERATOR, Kind.VARIANT}


class ConstantNumbers:
    """Looks up the constants of the software that are set to a number.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(self, repository: Repository, code_roles: Collection[Role]) -> None:
        self._repository = repository
        self._code_roles = code_roles

    @cached_property
    def _found(self) -> dict[str, list[_Constant]]:
        """Last part of the name → the constants.

        All files are read for it, which folders without an exit status don't pay for.
        """
        found: dict[str, list[_Constant]] = {}
        for path, file in self._repository.files.items():
            if file.role not in self._code_roles:
                continue
            known = program_endings(file.source.language).statuses
            for symbol in file.outline.symbols:
                number = _number(symbol.signature, known) if symbol.kind in _KINDS else ""
                parts = tuple(_PART.findall(symbol.name)) if number else ()
                if parts:
                    found.setdefault(parts[-1], []).append((path, parts, number))
        return found

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
        if len(parts) == 1 and written.islower():  # a variable is no member of its name
            known = [each for each in known if len(each[1]) == 1]
        own = [each for each in known if each[0] == path]
        qualified = [each for each in known if each[1][-2:] == parts[-2:] and len(parts) > 1]
        numbers = {each[2] for each in qualified or own or known}
        return numbers.pop() if len(numbers) == 1 else ""


def _number(signature: str, known: Mapping[str, str]) -> str:
    """Return the number that a constant is set to; empty for any other.

    Args:
        signature: What is written behind its name.
        known: Constant of the language's own library → its number.
    """
    if match := _NUMBER.search(signature):
        return match[1]
    return known.get(signature.rpartition("= ")[2], "")
