"""Compiled tree-sitter grammars, and what their capture names are called in Pygments.

Themes colour Pygments' short classes, so that each capture of a grammar's own highlighting query
is shown in the class that Pygments uses for the same thing. Captures without a colour (plain
names, operators, punctuation) are switched off in the query: they cost time and bytes.
"""

from __future__ import annotations

import importlib
import logging
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from tree_sitter import Language, Query, QueryError

from mkdocs_repodoc.languages.language import Absent, Colours
from mkdocs_repodoc.languages.registry import language_of_fence

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language that tree-sitter can highlight.

    Attributes:
        language: The parser's tables; a `Query` does not keep them alive, this object does.
        query: The compiled highlighting query.
        classes: Capture name → Pygments class.
        only_ascii: Whether it can't be given other characters.
    """

    language: Language
    query: Query
    classes: dict[str, bytes]
    only_ascii: bool = False


_CLASSES = {
    "attribute": b"nd",
    "boolean": b"kc",
    "comment": b"c1",
    "constant.builtin": b"kc",
    "constructor": b"",
    "embedded": b"",
    "escape": b"se",
    "function": b"nf",
    "function.builtin": b"nb",
    "function.macro": b"nf",
    "function.method.builtin": b"nb",
    "keyword": b"k",
    "keyword.operator": b"ow",
    "label": b"nl",
    "number": b"mi",
    "string": b"s",
    "string.special.key": b"nt",
    "string.special.regex": b"sr",
    "string.special.symbol": b"ss",
    "tag": b"nt",
    "tag.error": b"err",
    "type": b"nc",
    "type.builtin": b"kt",
    "type.definition": b"nc",
    "variable.builtin": b"bp",
}
"""The longest name of which a capture is a dotted part decides: `string.escape` is a `string`."""

_CALLS = ("(call", "(method_invocation", "(macro_invocation", "(generic_function", "(decorator)")
_PLAIN = frozenset({"constructor", "type.parameter"})


@cache
def grammar(language: str) -> Grammar | None:
    """Compile the grammar of a language, once for each process.

    Args:
        language: Lower-case name, as discovery and code fences give it.

    Returns:
        The grammar; `None` if there is none, if its package is not installed, or if its query
        does not fit the installed tree-sitter.
    """
    known = language_of_fence(language)
    origin = known.colours
    if isinstance(origin, Absent) or not known.is_installed:
        return None
    try:
        tables = Language(getattr(importlib.import_module(origin.module), origin.function)())
        source = "\n".join(
            _query_of(importlib.import_module(name)) for name in origin.queries or (origin.module,)
        )
        if not source.strip():
            return None
        query = Query(tables, f"{source}\n{origin.extra}")
    except ImportError:
        return None
    except (AttributeError, QueryError, ValueError) as error:
        _log.debug("No highlighting by tree-sitter for %s: %s", language, error)
        return None
    classes = _switch_off_plain(query, origin, source)
    return Grammar(tables, query, classes, origin.only_ascii)


def _query_of(module: ModuleType) -> str:
    return getattr(module, "HIGHLIGHTS_QUERY", None) or ""


def _switch_off_plain(query: Query, origin: Colours, source: str) -> dict[str, bytes]:
    """Disable what gets no colour in a query and return the classes of the rest."""
    # Offsets of patterns count bytes.
    encoded = source.encode()
    for index in range(query.pattern_count):
        start, end = query.start_byte_for_pattern(index), query.end_byte_for_pattern(index)
        pattern = encoded[start:end].decode(errors="replace").lstrip().lstrip("([").lstrip()
        is_call = f"({pattern}".startswith(_CALLS)
        if is_call and "builtin" not in pattern and "macro" not in pattern:
            query.disable_pattern(index)
    classes: dict[str, bytes] = {}
    for name in [query.capture_name(index) for index in range(query.capture_count)]:
        css = _class_of(name, keys_are_tags=origin.keys_are_tags)
        if css is None or name in origin.plain or name in _PLAIN:
            query.disable_capture(name)
        else:
            classes[name] = css
    return classes


def _class_of(capture: str, *, keys_are_tags: bool) -> bytes | None:
    if capture == "property" and keys_are_tags:
        return b"nt"
    name = capture
    while name:
        if name in _CLASSES:
            return _CLASSES[name]
        name = name.rpartition(".")[0]
    return None
