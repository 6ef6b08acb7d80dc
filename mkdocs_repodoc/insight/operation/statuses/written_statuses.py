"""Statuses that an expression writes out: a number, a constant, a choice between two numbers."""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_repodoc.insight.operation.statuses.constant_numbers import ConstantNumbers
from mkdocs_repodoc.languages.language_errors import program_endings
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of, is_argument_list
from mkdocs_repodoc.text.code_reading.function_exits import NUMBER_OF_TRUTH

_NUMBER = re.compile(
    r"(?P<plain>-?\d{1,3})(?:_?[iu]\d+)?$"
    r"|(?P<by>\w+(?:(?:\.|::)\w+)*)\((?P<held>-?\d{1,3})\)$"
)
"""A number, perhaps in what hands it on as a status."""
_CONSTANT = re.compile(r"(?:\w+(?:\.|::))*[A-Z]\w*$")
_CHOICE = re.compile(
    r"(?P<first>-?\d+) if (?P<when>(?:(?! else ).)+) else (?P<other>-?\d+)$"
    r"|(?P<test>[^?]*[^?\s])\s*\?\s*(?P<so>-?\d+)\s*:\s*(?P<not>-?\d+)$"
)
_TRUTH = re.compile(rf"{NUMBER_OF_TRUTH}$")
_STATUS_TYPE = re.compile(r"(?:Exit|Return)_?(?:Code|Status)$")
_CALL = re.compile(r"(?:await\s+)?(?:\w+(?:\.|::|->))*(\w+)(?=\()")
_TEXT = re.compile(r"""[fFrR]?(?P<mark>["'])(?P<said>(?:(?!(?P=mark))[^\\\n]|\\.)+)(?P=mark)""")
_SEPARATOR = re.compile(r"\.|::")


class WrittenStatuses:
    """Reads statuses that stand in an expression.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(self, repository: Repository, code_roles: Collection[Role]) -> None:
        self._repository = repository
        self._numbers = ConstantNumbers(repository, code_roles)

    def number(self, path: str, written: str) -> str:
        """Return the number that an expression of a file stands for; empty for none or several."""
        if (match := _NUMBER.match(written)) and not match["by"]:
            return match["plain"]
        if match and self._hands_on(path, match["by"]):
            return match["held"]
        return self._numbers.of(written, path) if is_constant(written) else ""

    def of_text(self, path: str) -> str:
        """Return the status where a text stands in its stead; empty where none may."""
        return program_endings(self._repository.files[path].source.language).of_text

    def _hands_on(self, path: str, function: str) -> bool:
        """Tell whether a function returns the status that it is given, or ends with it."""
        endings = program_endings(self._repository.files[path].source.language)
        named = _SEPARATOR.split(function)
        if len(named) > 1 and named[-1] == "from":
            named.pop()
        known = (*endings.wrappers, *(_SEPARATOR.split(each)[-1] for each in endings.functions))
        return named[-1] in known or _STATUS_TYPE.match(named[-1]) is not None


def text_in(written: str) -> str:
    """Return the text that an expression is and nothing else; empty for any other."""
    match = _TEXT.fullmatch(written)
    return match["said"] if match is not None else ""


def is_constant(written: str) -> bool:
    """Tell whether an expression has the name of a constant."""
    return _CONSTANT.match(written) is not None


def choice(line: int, written: str) -> tuple[ExitStatus, ...]:
    """Return the two statuses that an expression on a line chooses from; none for any other.

    The number of a condition is 1 where that holds and 0 otherwise.
    """
    if truth := _TRUTH.match(written):
        return (
            ExitStatus("0", line, condition=f"not ({truth['held']})"),
            ExitStatus("1", line, condition=truth["held"]),
        )
    match = _CHOICE.match(written)
    if match is None:
        return ()
    when = match["when"] or match["test"]
    when = when[1:-1].strip() if is_argument_list(when) else when
    one, other = match["first"] or match["so"], match["other"] or match["not"]
    return (
        ExitStatus(one, line, condition=when),
        ExitStatus(other, line, condition=f"not ({when})"),
    )


def one_of(written: str, part: int) -> tuple[str, int]:
    """Return one of several values that an expression has, and which of the values it gives itself.

    Args:
        written: The expression.
        part: Which value, from 0 on; -1 for all of it.
    """
    if part < 0:
        return written, part
    values = arguments_of(written if is_argument_list(written) else f"({written.strip('[]')})")
    if len(values) > part and len(values) > 1:
        return values[part], -1
    return (written, part) if called_name(written) else ("", -1)


def called_name(written: str) -> str:
    """Return the name of what an expression calls, if it is that call and nothing else."""
    match = _CALL.match(written)
    behind = written[match.end() :].removesuffix("?") if match is not None else ""
    return match[1] if match is not None and is_argument_list(behind) else ""
