"""Composer's `composer.json`, the manifest of a PHP package."""

from __future__ import annotations

import json

from mkdocs_repodoc.format_readers.document_values import mapping_of, text_of
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.json_keys import read_json
from mkdocs_repodoc.model.facts import ModuleNames

_AUTOLOADING = ("autoload", "autoload-dev")


def read_composer(draft: RecordBuilder) -> None:
    """Read a manifest: what it says of the package, and where the package's classes are."""
    document = read_json(draft)
    if not isinstance(document, dict):
        return
    entries = tuple(
        (key, json.dumps(table, separators=(",", ":")))
        for key in _AUTOLOADING
        if (table := mapping_of(document.get(key)))
    )
    if entries:
        draft.state(ModuleNames("autoloader", entries))
    line = draft.line_of("description")
    draft.describe(text_of(document.get("description")), line, "project description")
