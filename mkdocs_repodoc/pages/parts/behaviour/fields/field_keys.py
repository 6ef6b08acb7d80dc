"""Keys of a settings file under which the fields of a type are read, as their tags say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.insight.operation.settings_types import is_read_from_file
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.pages.context import PageContext

_TAG = re.compile(r"\b(?:yaml|toml|mapstructure|koanf|hcl|ini|json):\"(?P<key>[\w.-]*)")
NO_KEY = "-"
"""In place of a key: the file does not have the field under one."""
_RENAMED = re.compile(r"\bserde\(.*\brename\s*=\s*\"(?P<key>[^\"]+)\"")
_STYLE = re.compile(r"\bserde\(.*\brename_all\s*=\s*\"(?P<style>[\w-]+)\"")
_STYLES = {"kebab-case": "-", "snake_case": "_"}
"""Names of styles of keys, and what stands between the words in them."""


def has_keys(context: PageContext, owner: SymbolRef, fields: Sequence[SymbolRef]) -> bool:
    """Tell whether most fields of a type have a key, so that it is read from a file."""
    holder = context.repository.symbol(owner)
    if is_read_from_file(holder):
        return True
    texts = context.read_text(owner.path).lines
    symbols = map(context.repository.symbol, fields)
    tagged = sum(any(map(_TAG.search, texts[each.line - 1 : each.end_line])) for each in symbols)
    return 2 * tagged > len(fields)


def field_key(context: PageContext, owner: SymbolRef, field: SymbolRef) -> str:
    """Return the key of a field; empty where it is the field's own name, or not known.

    It is `NO_KEY` for a field that only code fills.

    Args:
        context: Where code is read.
        owner: The type.
        field: Its field.
    """
    symbol = context.repository.symbol(field)
    holder = context.repository.symbol(owner)
    name = name_inside(symbol.name, holder.name)
    renamed = next(filter(None, map(_RENAMED.search, symbol.decorators)), None)
    style = next(filter(None, map(_STYLE.search, holder.decorators)), None)
    if renamed is not None:
        key = renamed["key"]
    elif style is not None:
        key = name.replace("_", _STYLES.get(style["style"], "_"))
    else:
        lines = context.read_text(field.path).lines[symbol.line - 1 : symbol.end_line]
        keys = [each["key"] for line in lines for each in _TAG.finditer(line) if each["key"]]
        key = next((each for each in keys if each != NO_KEY), NO_KEY if keys else "")
    return "" if key == name else key
