"""Operators of logic, which give a value or only ask."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch

LOGIC = frozenset({"||", "or"})
"""Operators that give a default, or only ask whether one of two is true."""
_COMPARES = re.compile(r"^(?:!|not\b)|[=!]=|(?<![=<-])[<>](?!>)|\b(?:is|in|instanceof) ")
_NEGATIONS = frozenset({"unary_expression", "unary", "not_operator"})


def only_asks(search: CodeSearch, sign: int) -> bool:
    """Tell whether an operator only asks whether something is true, and gives no value.

    Args:
        search: The file.
        sign: Where the operator stands.
    """
    node = search.root.descendant_for_byte_range(sign, sign + 1)
    node = node.parent if node is not None and node.type in LOGIC else node
    right = node.child_by_field_name("right") if node is not None else None
    if right is not None and _COMPARES.search(search.text(right)):
        return True
    while node is not None and node.parent is not None:
        parent = node.parent
        if node in parent.children_by_field_name("condition") or parent.type in _NEGATIONS:
            return True
        if "binary" not in parent.type and "parenthesized" not in parent.type:
            return False
        if any(each.type in {"&&", "and"} for each in parent.children):
            return True
        node = parent
    return False
