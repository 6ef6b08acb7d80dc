"""Coverage as a run of the tests has measured it: which tests have run which code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_repodoc.model.linked_symbols import SymbolRef

LineContexts = Mapping[str, Mapping[str, tuple[int, ...]]]
"""Path of a file → context of a measurement (a test) → the lines of functions that ran in it."""


class CoveringTests(NamedTuple):
    """The tests that have run a symbol, as measured."""

    tests: tuple[SymbolRef, ...]
    """The test cases, those that run least beside it first; the first ones if there are many.
    A test file itself where the measurement names no case."""
    total: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which tests have run which code, as measured; all empty without a measurement."""

    covered_by: Mapping[SymbolRef, CoveringTests] = field(default_factory=dict)
    """Function or method → the tests that have run a line of its body."""
    covers: Mapping[SymbolRef, Mapping[str, int]] = field(default_factory=dict)
    """Test case → path of a source file → how many of its lines ran, most first."""
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Path of a test → the same for all its cases."""
