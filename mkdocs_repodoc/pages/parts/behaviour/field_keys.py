"""Keys of a settings file under which the fields of a type are read, as their tags say."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.pages.context import PageContext

_TAG = re.compile(r"\b(?:yaml|toml|mapstructure|koanf|hcl|ini|json):\"(?P<key>[\w.-]+)")
_RENAMED = re.compile(r"\bserde\(.*\brename\s*=\s*\"(?P<key>[^\"]+)\"")
_STYLE = re.compile(r"\bserde\(.*\brename_all\s*=\s*\"(?P<style>[\w-]+)\"")
_STYLES = {"kebab-case": "-", "snake_case": "_"}
"""Names of styles of keys, and what stands between the words in them."""


def field_key(context: PageContext, owner: SymbolRef, field: SymbolRef) -> str:
    """Return the key of a field; empty where it is the field's own name, or not known.

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
        tag = next(filter(None, map(_TAG.search, lines)), None)
        key = tag["key"] if tag is not None else ""
    return "" if key == name else key
