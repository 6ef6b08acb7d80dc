"""State that a file keeps for the whole process: variables outside of functions that change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.kinds import FUNCTIONS, GLOBALS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.name_parts import SEPARATOR
from mkdocs_repodoc.model.repository import Repository

_SET = re.compile(
    r"(?:\[[^\[\]]*\])*\s*(?:(?:[-+*/%&|^.]|\?\?|\|\||&&|<<|>>)?=(?![=>~])|\+\+|--)"
    r"|\.(?:add|append|clear|delete|discard|extend|insert|pop|push|put|remove|set|setdefault|update)"
    r"(?:_\w+|[A-Z]\w*)?\("
)
"""What stands behind a name that is set anew, or whose entries are."""
_LONGEST = 200
"""Characters behind a name that are looked at."""


def shared_state(repository: Repository, path: str, lines: Sequence[str]) -> list[SymbolRef]:
    """Return the variables of a file that functions change, in the order of their lines.

    Args:
        repository: The linked repository.
        path: The file.
        lines: Its lines.

    Returns:
        Variables outside of types that functions set anew, or whose entries they set.
    """
    found = []
    for position, symbol in enumerate(repository.files[path].outline.symbols):
        is_outer = not SEPARATOR.search(symbol.bare_name)
        if symbol.kind not in GLOBALS or not is_outer or symbol.line > len(lines):
            continue
        ref = SymbolRef(path, position)
        inside = (
            use
            for use in repository.links.uses.of(ref)
            if use.path == path
            and use.kind != "annotation"
            and not use.user.is_file
            and repository.symbol(use.user).kind in FUNCTIONS
        )
        if any(_is_set(use, lines) for use in inside):
            found.append(ref)
    return found


def _is_set(use: Use, lines: Sequence[str]) -> bool:
    """Tell whether a use sets a variable anew or changes its entries, by what stands behind it."""
    behind = lines[use.line - 1][use.end_column :] if use.line <= len(lines) else ""
    return use.kind == "assign" or _SET.match(behind[:_LONGEST]) is not None
