"""Values of parameters where another function calls: constants, defaults, or just any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.operation.environment.handed_arguments import HandedArguments
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, holds, known_value
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS

_CALLS = 4096
_MOST_LINES = 12
"""Lines of a function that calls another, at most, for their arguments to be compared."""
_NAMED = re.compile(r"(?P<name>[A-Za-z_$][\w$]*)\s*(?:=(?!=)|:(?!:))\s*(?P<value>.+)", re.DOTALL)
"""An argument with the name of its parameter."""
_SPREAD = re.compile(r"\*|\.\.\.")
"""The beginning of an argument that stands for several."""
_BLOCK = re.compile(r"&\w")
"""The beginning of a last argument that may be a block, which no parameter has to take."""
_OPTIONAL = re.compile(r"\w+\?$")
_WORD = re.compile(r"[^\W\d][\w$]*")
_EMPTY_CALL = re.compile(r"\s*\(\s*\)")


class GivenValues:
    """Reads what calls give, and what a parameter holds that they give nothing.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        lines_of: Path → the lines of the file.
        usual: Function → what names hold in it where nobody gives an option.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        lines_of: Callable[[str], Sequence[str]],
        usual: Callable[[SymbolRef], Mapping[str, Known]],
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._lines = lines_of
        self._usual = usual
        self._handed = HandedArguments(repository, lines_of)
        self._of = lru_cache(_CALLS)(self._read)

    def of(
        self, caller: SymbolRef, callee: SymbolRef, *, is_usual: bool = False
    ) -> Mapping[str, Known]:
        """Return what is known of a function's parameters wherever another calls it.

        Args:
            caller: The other function, or the code of a file outside of functions.
            callee: The function; a class stands for its constructor.
            is_usual: Whether nobody gives an option.

        Returns:
            Parameter → what it holds in each of these calls. One that the function sets anew is
            left out.
        """
        return self._of(caller, callee, is_usual)

    def _read(self, caller: SymbolRef, callee: SymbolRef, is_usual: bool) -> Mapping[str, Known]:
        known = self._usual(caller) if is_usual else {}
        uses = list(self._uses(caller, callee))
        bodies = self._calls.constructors(callee) if self._is_made(callee) else [callee]
        if not uses or len(uses) > _MOST_LINES or len(bodies) != 1:
            return {}
        parameters = self._handed.parameters(bodies[0])
        if not parameters:
            return {}
        found = [self._in_call(use, parameters, caller, known) for use in uses]
        same = {
            name: value
            for name, value in found[0].items()
            if all(each.get(name) is value for each in found)
        }
        return {name: value for name, value in same.items() if not self._is_set(bodies[0], name)}

    def _uses(self, caller: SymbolRef, callee: SymbolRef) -> Iterator[Use]:
        """Yield the calls of a function in another, those of its class if it is a constructor."""
        owner = self._calls.made_by(callee)
        for target in (callee, *([owner] if owner is not None else [])):
            for use in self._repository.links.uses.of(target):
                if use.path == caller.path and use.kind == "call" and self._is_in(use, caller):
                    yield use

    def _is_in(self, use: Use, caller: SymbolRef) -> bool:
        if caller.is_file:
            return True
        symbol = self._repository.symbol(caller)
        return symbol.line <= use.line <= symbol.end_line

    def _is_made(self, symbol: SymbolRef) -> bool:
        return not symbol.is_file and not self._calls.is_callable(symbol)

    def _in_call(
        self,
        use: Use,
        parameters: Sequence[str],
        caller: SymbolRef,
        known: Mapping[str, Known],
    ) -> Mapping[str, Known]:
        """Return what the parameters of a function hold in one call, as far as that is known."""
        given = self._handed.of(use)
        if given[:1] and given[0] in RECEIVERS:  # called on its class, with the object in front
            given = given[1:]
        if not given and not self._gives_nothing(use):
            return {}
        names = [list(_names(each)) for each in parameters]
        values: dict[int, Known | None] = {}
        is_whole = True
        for number, argument in enumerate(given):
            is_last = number + 1 == len(given)
            if _SPREAD.match(argument) or (is_last and _BLOCK.match(argument)):
                is_whole = False
                continue
            named = _NAMED.fullmatch(argument)
            at = [n for n, each in enumerate(names) if named is not None and named["name"] in each]
            if named is not None and at:
                values[at[0]] = self._value(named["value"], caller, known)
            elif is_whole and number < len(parameters):
                values[number] = self._value(argument, caller, known)
        found: dict[str, Known] = {}
        for number, each in enumerate(parameters):
            value = values.get(number)
            if number not in values and is_whole:
                value = _default(each)
            if value is not None:
                found.update(dict.fromkeys(names[number], value))
        return found

    def _gives_nothing(self, use: Use) -> bool:
        lines = self._lines(use.path)
        text = lines[use.line - 1] if use.line <= len(lines) else ""
        rest = text.encode()[use.end_column :].decode("utf-8", "replace")
        return _EMPTY_CALL.match(rest) is not None

    def _value(self, argument: str, caller: SymbolRef, known: Mapping[str, Known]) -> Known | None:
        """Return what an argument says of its value; a parameter handed on may be of any."""
        if (value := known_value(argument) or known.get(argument)) is not None:
            return value
        if known and (is_true := holds(argument, known)) is not None:
            return Known.TRUE if is_true else Known.FALSE
        own = () if caller.is_file else self._handed.parameters(caller)
        is_handed_on = argument in {name for each in own for name in _names(each)}
        return None if is_handed_on else Known.GIVEN

    def _is_set(self, function: SymbolRef, name: str) -> bool:
        """Tell whether a function gives a parameter another value, behind its head."""
        symbol = self._repository.symbol(function)
        body = self._lines(function.path)[symbol.name_line - 1 : symbol.end_line]
        depth = 0
        sets = re.compile(
            rf"\s*(?:for\s+|[\w$]+,\s*)*{re.escape(name)}\s*(?:,[^=(]*)?"
            r"(?::?=(?!=)|[+|?&*-]+=|\bin\b)"
        )
        for text in body:
            if depth <= 0 and sets.match(text):
                return True
            depth += text.count("(") - text.count(")")
        return False


def _names(parameter: str) -> Iterator[str]:
    """Yield what may be the name of a parameter: languages write its type in front or behind."""
    if parameter.startswith(("{", "[", "*", "...")):
        return
    words = _WORD.findall(parameter.partition("=")[0].partition(":")[0])
    yield from dict.fromkeys((*words[:1], *words[-1:]))


def _default(parameter: str) -> Known | None:
    """Return what a parameter holds that a call gives nothing."""
    before, sign, value = parameter.partition("=")
    if sign:
        return known_value(value)
    name = before.partition(":")[0].strip()
    return Known.NULL if _OPTIONAL.fullmatch(name) else None
