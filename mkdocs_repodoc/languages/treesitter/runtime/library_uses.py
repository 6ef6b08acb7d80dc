"""Expressions by which a file leaves decisions to libraries, found in its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.record_parts.library_convention import LibraryConvention
from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.model.facts import LibraryUse
from mkdocs_repodoc.text.english import one_line, shortened

_EXPRESSION = re.compile(
    "call|invocation|creation|attribute_item|annotation|^object$|^hash$|keyed_element|^pair$"
    "|import_statement"
)
_ALIAS = re.compile(rb"[{,]\s*([A-Za-z_]\w*)\s+as\s+([A-Za-z_]\w*)\s*(?=[,}])")
"""A name that an import has under another one."""
_LONGEST = 100


def signed_conventions(code: bytes, rules: Sequence[LibraryConvention]) -> list[LibraryConvention]:
    """Return the conventions of the libraries that a file may use."""
    return [
        rule
        for rule in rules
        if rule.sign.search(code) and (rule.calls.search(code) or any(_aliases(rule, code)))
    ]


def library_uses(search: CodeSearch, rules: Sequence[LibraryConvention]) -> tuple[LibraryUse, ...]:
    """Return what shows libraries at work, in source order."""
    found = sorted(_all(search, rules), key=lambda each: each.line)
    return tuple(dict.fromkeys(found))


def _all(search: CodeSearch, rules: Sequence[LibraryConvention]) -> Iterator[LibraryUse]:
    for rule in rules:
        for match in _matches(search, rule):
            start = match.start() + (match[0][:1] in {b".", b"{", b"#", b"@"})
            if search.is_code(start) and not _in_text(search, match.start()):
                call = _written(search, match)
                yield LibraryUse(rule.topic, rule.library, call, search.line(match.start()))


def _matches(search: CodeSearch, rule: LibraryConvention) -> Iterator[re.Match[bytes]]:
    """Yield where expressions begin that show a library at work, also by an imported alias."""
    yield from rule.calls.finditer(search.code)
    for alias in _aliases(rule, search.code):
        yield from re.finditer(rb"(?<![\w.$])" + alias + rb"\(", search.code)


def _aliases(rule: LibraryConvention, code: bytes) -> set[bytes]:
    """Return the names that imports give what a rule has as calls."""
    return {alias for name, alias in _ALIAS.findall(code) if rule.calls.match(name + b"(")}


def _in_text(search: CodeSearch, start: int) -> bool:
    node = search.root.descendant_for_byte_range(start, start + 1)
    return node is not None and "string" in node.type


def _written(search: CodeSearch, match: re.Match[bytes]) -> str:
    """Return the expression from where it matches on, without what is called on its value."""
    node = search.root.descendant_for_byte_range(match.end() - 1, match.end())
    while node is not None and not (node.end_byte >= match.end() and _EXPRESSION.search(node.type)):
        node = node.parent
    is_part = node is not None and node.type == "attribute_item" and match[0][:1] != b"#"
    end = node.end_byte if node is not None and not is_part else match.end()
    text = search.code[match.start() : end].decode("utf-8", "replace")
    said = one_line(text).lstrip(".").replace("( ", "(").replace(" )", ")")
    return shortened(said, _LONGEST)
