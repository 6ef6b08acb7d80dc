"""Notes on fields in annotations of Java."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.record_parts.noted_fields import FieldNote, noted_in

_ANNOTATION = re.compile(r"@?(?:\w+\.)*(?P<name>Schema|Description|DefaultValue)\(")


def field_notes(_code: str, attributes: Sequence[str]) -> Iterator[FieldNote]:
    """Yield what `@Schema(description = "…")`, `@DefaultValue("…")` and their kin note."""
    for attribute in attributes:
        if match := _ANNOTATION.match(attribute):
            yield from noted_in(
                attribute, "default" if match["name"] == "DefaultValue" else "meaning"
            )
