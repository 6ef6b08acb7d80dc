"""Targets of expressions, as paths that many identifiers share.

A file has many identifiers and few meanings. They form a tree, `a` → `a.b` → `a.b.c`, in which
each step is made once, so that two expressions mean the same exactly when they have the same node,
and following a chain of attributes costs one dictionary look-up per step.
"""

from __future__ import annotations

from mkdocs_repodoc.model.references import Target, TargetBase

MAX_NESTING = 8
"""Alternatives of tuples of results …; deeper ones say nothing that a reader could check."""
LONGEST_CHAIN = 40
"""Calls on end, of what is not made of several parts: those of a builder."""
MAX_NAMES = 24
MAX_PARTS = 24


class TargetNode:
    """One thing that expressions of a file can mean; made by `TargetRoots` only."""

    __slots__ = (
        "_derived",
        "_members",
        "_target",
        "base",
        "index",
        "is_chain",
        "names",
        "nesting",
        "of",
        "parts",
    )

    def __init__(
        self,
        base: TargetBase,
        names: tuple[str, ...],
        of: TargetNode | None,
        parts: tuple[TargetNode, ...] = (),
    ) -> None:
        self.base: TargetBase = base
        self.names = names
        self.of = of
        self.parts = parts
        inside = (of, *parts) if of else parts
        self.nesting: int = max((each.nesting for each in inside), default=-1) + 1
        self.is_chain: bool = (not parts or base == "call") and (of is None or of.is_chain)
        self.index = -1
        self._members: dict[str, TargetNode] | None = None
        self._derived: dict[TargetBase | int | tuple[int] | tuple[str], TargetNode] | None = None
        self._target: Target | None = None

    @property
    def position(self) -> int:
        """Index in the outline of the symbol or import that a `symbol` or `import` starts at."""
        return int(self.names[0])

    def member(self, name: str) -> TargetNode:
        """Return what `self.name` means."""
        members = self._members
        if members is None:
            members = self._members = {}
        elif name in members:
            return members[name]
        names = (*self.names, name) if len(self.names) < MAX_NAMES else self.names
        found = members[name] = TargetNode(self.base, names, self.of, self.parts)
        found.nesting = self.nesting
        return found

    def derived(self, base: TargetBase) -> TargetNode | None:
        """Return the result of calling, awaiting, entering or instantiating this.

        Args:
            base: `call`, `await`, `enter` or `instance`.

        Returns:
            `None` where expressions are nested beyond what is worth following.
        """
        if self._derived is None:
            self._derived = {}
        elif base in self._derived:
            return self._derived[base]
        if self._is_deep():
            return None
        found = self._derived[base] = TargetNode(base, (), self)
        return found

    def part(self, number: int) -> TargetNode | None:
        """Return the element of a number, from 0, as unpacking has it."""
        if self.base == "tuple" and not self.names:
            inside = -len(self.parts) <= number < len(self.parts)
            found = self.parts[number] if inside else None
            return found if found is not None and found.base != "unknown" else None
        if self._derived is None:
            self._derived = {}
        elif number in self._derived:
            return self._derived[number]
        if self._is_deep():
            return None
        made = self._derived[number] = TargetNode("part", (str(number),), self)
        return made

    def at(self, number: int) -> TargetNode | None:
        """Return what a subscript with a number gives, of whatever this turns out to be."""
        if self._derived is None:
            self._derived = {}
        elif (number,) in self._derived:
            return self._derived[(number,)]
        if self._is_deep():
            return None
        made = self._derived[(number,)] = TargetNode("at", (str(number),), self)
        return made

    def taking(self, place: str) -> TargetNode | None:
        """Return what a callback gets, as a tuple, that stands at a place of a call of this.

        Args:
            place: The number of the argument, from 0, or its name.
        """
        if self._derived is None:
            self._derived = {}
        elif (place,) in self._derived:
            return self._derived[(place,)]
        if self._is_deep():
            return None
        made = self._derived[(place,)] = TargetNode("argument", (place,), self)
        return made

    def _is_deep(self) -> bool:
        return self.nesting >= (LONGEST_CHAIN if self.is_chain else MAX_NESTING)

    def to_target(self) -> Target:
        """Return the record that linking resolves."""
        if self._target is None:
            of = self.of.to_target() if self.of else None
            parts = tuple(part.to_target() for part in self.parts)
            self._target = Target(self.base, self.names, of, parts)
        return self._target
