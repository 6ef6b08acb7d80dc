"""Environment variables that a file reads, found in its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.languages.treesitter.runtime.logic_operators import LOGIC, only_asks
from mkdocs_repodoc.model.facts import (
    EnvironmentPrefix,
    EnvironmentUse,
    EnvironmentVariable,
    GivenVariable,
)
from mkdocs_repodoc.text.english import one_line, shortened

_OPENING = re.compile(rb"\s*[(\[]?\s*")
_CLOSING = re.compile(rb"\s*[)\]]?\s*")
_COMMA = re.compile(rb"\s*,\s*")
_JOINS = re.compile(rb"\s*(?:\+|%|\.\.|<>)|\s+\.\s")
"""Behind a text that is only the beginning of a name."""
_MEMBER = re.compile(rb"(?:\?\.|\.)([A-Za-z_]\w*)(?!\w|\s*\()")
_ASSIGNED = re.compile(rb"=(?![=>])")
_NAME = re.compile(r"[A-Za-z_]\w*")
_LONGEST_DEFAULT = 60
_MOST_METHODS = 6


def mentions_any(code: bytes, reads: EnvironmentReads) -> bool:
    """Return whether a file's text has anything by which its language reads the environment."""
    names = (*reads.functions, *reads.whole, *reads.tables)
    return any(name.encode() in code for name in names) or any(
        sign.search(code)
        for sign in (
            *reads.gives,
            *reads.declarations,
            *(call for _, call in reads.prefixes),
            *(call for call, _ in reads.known),
        )
    )


class EnvironmentSearch:
    """Finds the variables that a file reads by literal names.

    Args:
        search: The file.
        reads: How its language reads the environment.
    """

    def __init__(self, search: CodeSearch, reads: EnvironmentReads) -> None:
        self._search = search
        self._code = search.code
        self._reads = reads

    def find(self) -> tuple[EnvironmentVariable, ...]:
        """Return the variables in source order, each line of a variable once."""
        found = {(start, each.name): each for start, each in self._all() if each is not None}
        found |= {(start, each.name): each for start, each in self._declared()}
        ordered = [found[key] for key in sorted(found)]
        return tuple({(each.name, each.line): each for each in ordered}.values())

    def prefixes(self) -> tuple[EnvironmentPrefix, ...]:
        """Return what the names of variables begin with that set any option."""
        return tuple(
            EnvironmentPrefix(f"{name}_", self._search.line(start))
            for start, name in sorted(self._prefixed().items())
        )

    def _prefixed(self) -> dict[int, str]:
        """Return the prefixes by where they stand, without underscores at their ends."""
        return {
            match.start("name"): match["name"].decode().rstrip("_").upper()
            for needed, call in self._reads.prefixes
            if needed.search(self._code)
            for match in call.finditer(self._code)
            if self._search.is_code(match.start("name"))
        }

    def _declared(self) -> Iterator[tuple[int, EnvironmentVariable]]:
        """Yield the variables that libraries read, from where their names stand."""
        own = self._own_names()
        prefixed = self._prefixed()
        for pattern in self._reads.declarations:
            for match in pattern.finditer(self._code):
                name, start = match["name"], match.start("name")
                if self._search.is_code(start) and name not in own and start not in prefixed:
                    default = (match.groupdict().get("default") or b"").decode("utf-8", "replace")
                    shown = shortened(one_line(default), _LONGEST_DEFAULT)
                    line = self._search.line(start)
                    yield start, EnvironmentVariable(name.decode(), shown, line)
        for pattern, variable in self._reads.known:
            for match in pattern.finditer(self._code):
                if self._search.is_code(match.start()):
                    line = self._search.line(match.start())
                    yield match.start(), EnvironmentVariable(variable, "", line)

    def _own_names(self) -> set[bytes]:
        """Return the names of the file's own variables, where they look like the environment's."""
        if not self._reads.own:
            return set()
        first, *others = self._reads.own.split(b"NAME")
        sign = b"".join([first, rb"(?P<own>[A-Za-z_]\w*)", rb"(?P=own)".join(others)])
        return {match["own"] for match in re.finditer(sign, self._code, re.MULTILINE)}

    def uses(self) -> tuple[EnvironmentUse, ...]:
        """Return the lines that name what reads the environment and read no literal name."""
        read = {self._search.line(start) for start, each in self._all() if each is not None}
        lines = {self._search.line(start) for start, _ in self._all()}
        for name in self._reads.whole:
            lines |= {self._search.line(start) for start, _ in self._search.occurrences(name)}
        return tuple(EnvironmentUse(line) for line in sorted(lines - read))

    def given(self) -> tuple[GivenVariable, ...]:
        """Return the variables that the file sets, each once, in source order."""
        found: dict[str, GivenVariable] = {}
        matches = (each for sign in self._reads.gives for each in sign.finditer(self._code))
        for match in sorted(matches, key=lambda each: each.start(1)):
            if self._search.is_code(match.start()):
                name = match[1].decode()
                found.setdefault(name, GivenVariable(name, self._search.line(match.start(1))))
        return tuple(found.values())

    def _all(self) -> Iterator[tuple[int, EnvironmentVariable | None]]:
        reads = self._reads
        for name in (*reads.functions, *reads.tables):
            for start, end in self._search.occurrences(name):
                read = self._by_string(name, end)
                if read is None and reads.members and name in reads.tables:
                    read = self._by_member(start, end)
                taken = list(self._taken(start)) if reads.members and read is None else []
                yield from taken
                if not taken:
                    yield start, self._variable(name, start, read)

    def _variable(
        self, function: str, start: int, read: tuple[str, str] | None
    ) -> EnvironmentVariable | None:
        """Return the fact of a read; what code does without it while it is built is no default."""
        if read is None:
            return None
        variable, default = read
        is_built_in = function in self._reads.building
        shown = "" if is_built_in else default or self._fallback(start)
        return EnvironmentVariable(variable, shown, self._search.line(start), is_built_in)

    def _fallback(self, start: int) -> str:
        """Return what the statement below a read sets the variable to that has no value."""
        fallback = self._reads.fallback
        line = self._code.rfind(b"\n", 0, start) + 1
        found = fallback.match(self._code, line) if fallback is not None else None
        said = found["default"].decode("utf-8", "replace") if found is not None else ""
        return shortened(one_line(said), _LONGEST_DEFAULT)

    def _by_string(self, name: str, end: int) -> tuple[str, str] | None:
        """Return variable and default of a call or subscript with a string behind the name."""
        opening = _OPENING.match(self._code, end)
        assert opening is not None  # noqa: S101 - all parts of the pattern may be empty
        node = self._search.node_from(opening.end(), "string")
        if node is None:
            return None
        variable = self._search.text(node).strip("\"'`")
        if not _NAME.fullmatch(variable) or _JOINS.match(self._code, node.end_byte):
            return None
        if name in self._reads.defaulting and (comma := _COMMA.match(self._code, node.end_byte)):
            return variable, self._expression(comma.end())
        closing = _CLOSING.match(self._code, node.end_byte)
        assert closing is not None  # noqa: S101 - likewise
        return self._with_alternative(variable, closing.end())

    def _by_member(self, start: int, end: int) -> tuple[str, str] | None:
        member = _MEMBER.match(self._code, end)
        if member is None:
            return None
        node = self._search.root.descendant_for_byte_range(start, member.end())
        if node is None or (node.start_byte, node.end_byte) != (start, member.end()):
            return None
        return self._with_alternative(member[1].decode(), member.end())

    def _taken(self, start: int) -> Iterator[tuple[int, EnvironmentVariable]]:
        """Yield what a pattern takes out of a table: `const { PORT = 80, HOST } = process.env`."""
        node = self._search.node_from(start)
        pattern = node.parent.child_by_field_name("name") if node and node.parent else None
        for each in pattern.named_children if pattern and "pattern" in pattern.type else ():
            inner = each.child_by_field_name("value") or each
            name = each.child_by_field_name("key") or each.child_by_field_name("left") or each
            given = inner.child_by_field_name("right")
            written = self._search.text(name)
            if _NAME.fullmatch(written):
                default = self._expression(given.start_byte) if given is not None else ""
                line = int(each.start_point.row) + 1
                yield each.start_byte, EnvironmentVariable(written, default, line)

    def _with_alternative(self, variable: str, end: int) -> tuple[str, str] | None:
        """Return a variable with the default behind it; nothing if it is assigned to."""
        start, end = end, self._behind_methods(end)
        if _ASSIGNED.match(self._code, end):
            return None
        for sign in map(str.encode, self._reads.alternatives):
            if self._code.startswith(sign, end):
                if self._is_asked(start, end, sign):
                    return variable, ""
                space = re.compile(rb"\s*").match(self._code, end + len(sign))
                return variable, self._expression(space.end()) if space else ""
        return variable, ""

    def _behind_methods(self, end: int) -> int:
        """Return where the methods end that hand on what is read, and blanks behind them."""
        passing = self._reads.passing
        for _ in range(_MOST_METHODS):
            handed = passing.match(self._code, end) if passing is not None else None
            if handed is None:
                break
            end = handed.end()
        while self._code[end : end + 1].isspace():
            end += 1
        return end

    def _is_asked(self, start: int, end: int, sign: bytes) -> bool:
        """Tell whether code only asks something of a variable, and gives no value in its stead.

        Args:
            start: Where what is done with the variable begins.
            end: Where the default begins, with its sign.
            sign: What puts a default there.
        """
        if sign.decode() in LOGIC and only_asks(self._search, end):
            return True
        asks = self._reads.asks
        whole = self._search.root.descendant_for_byte_range(end, end + len(sign))
        return (
            asks is not None
            and whole is not None
            and bool(asks.search(self._code, start, whole.end_byte))
        )

    def _expression(self, start: int) -> str:
        node = self._search.node_from(start)
        if node is None:
            return ""
        written = one_line(self._search.text(node))
        for wrapper in self._reads.wrappers:
            if match := wrapper.fullmatch(written):
                written = match[1]
        return shortened(written, _LONGEST_DEFAULT)
