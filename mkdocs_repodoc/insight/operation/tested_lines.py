"""Lines of a file that are tests, where tests stand beside the code."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.model.kinds import CALLING, Kind
from mkdocs_repodoc.model.repository import RepoFile


def is_tested_by(file: RepoFile) -> Callable[[int], bool]:
    """Return what tells of a line whether it stands in a test, or in a module that has tests.

    Args:
        file: The file; one without tests has no such line.
    """
    tests = frozenset(file.outline.tests)
    modules = {
        name[:match] for name in tests if (match := max(name.rfind("::"), name.rfind("."))) > 0
    }
    spans = [
        (symbol.line, symbol.end_line)
        for symbol in file.outline.symbols
        if (symbol.kind in CALLING and symbol.name in tests)
        or (symbol.kind == Kind.MODULE and symbol.name in modules)
    ]
    return lambda line: any(first <= line <= last for first, last in spans)
