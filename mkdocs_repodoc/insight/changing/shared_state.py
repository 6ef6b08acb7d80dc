"""State that a file keeps for the whole process: variables outside of functions that change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.kinds import FUNCTIONS, GLOBALS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import SEPARATOR
from mkdocs_repodoc.model.repository import Repository

_COLLECTION = r"[\w.:]*(?:[Mm]ap|[Ss]et|[Dd]ict|[Cc]ache|List)\b"
_EMPTY = re.compile(
    r"[^=]*(?<![=!<>])=\s*(?:new\s+)?"
    rf"(?:{_COLLECTION}(?:<.*>)?(?:::new)?\(\s*(?:list|set|dict|int)?\s*\)"
    r"|\{\s*\}|\[\s*\]|make\(map\[.*)\s*;?\s*$"
)
"""A variable that begins as an empty collection, which is filled later."""


def shared_state(repository: Repository, path: str, lines: Sequence[str]) -> list[SymbolRef]:
    """Return the variables of a file that functions change, in the order of their lines.

    Args:
        repository: The linked repository.
        path: The file.
        lines: Its lines.

    Returns:
        Variables outside of types that functions set anew, or use and that begin as an empty
        collection.
    """
    found = []
    for position, symbol in enumerate(repository.files[path].outline.symbols):
        is_outer = not SEPARATOR.search(symbol.bare_name)
        if symbol.kind not in GLOBALS or not is_outer or symbol.line > len(lines):
            continue
        ref = SymbolRef(path, position)
        inside = [
            use
            for use in repository.links.uses.of(ref)
            if not use.user.is_file and repository.symbol(use.user).kind in FUNCTIONS
        ]
        is_filled = inside and _EMPTY.match(lines[symbol.line - 1]) is not None
        if is_filled or any(use.kind == "assign" for use in inside):
            found.append(ref)
    return found
