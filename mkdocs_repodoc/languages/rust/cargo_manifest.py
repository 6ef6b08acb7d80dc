"""The tables of a Cargo manifest that analysis has kept, and parts of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mkdocs_repodoc.model.facts import ModuleNames
from mkdocs_repodoc.model.records import FileOutline


def said_by(outline: FileOutline) -> Mapping[str, Any]:
    """Return what a manifest says: name of a table → its content."""
    return {
        key: json.loads(value)
        for fact in outline.facts_of(ModuleNames)
        for key, value in fact.entries
    }


def table_of(said: object, key: str) -> Mapping[str, Any]:
    """Return a table inside of another; empty where there is none."""
    found = said.get(key) if isinstance(said, dict) else None
    return found if isinstance(found, dict) else {}


def text_of(said: object, key: str) -> str:
    """Return a text in a table; empty where there is none."""
    found = said.get(key) if isinstance(said, dict) else None
    return found if isinstance(found, str) else ""
