"""Notes on the fields of Rust's structures in attributes for schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.record_parts.noted_fields import FieldNote, noted_in

_SCHEMA = re.compile(r"#?\[?(?:\w+::)*(?:schemars|schema)\(")


def field_notes(_code: str, attributes: Sequence[str]) -> Iterator[FieldNote]:
    """Yield what `schemars(description = "…")` and its kin note of a field."""
    for attribute in filter(_SCHEMA.match, attributes):
        yield from noted_in(attribute, "meaning")
