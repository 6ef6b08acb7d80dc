"""Notes on fields in attributes of C#."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.record_parts.noted_fields import FieldNote, noted_in

_ATTRIBUTE = re.compile(r"\[?(?:\w+\.)*(?P<name>Description|DefaultValue)\(")


def field_notes(_code: str, attributes: Sequence[str]) -> Iterator[FieldNote]:
    """Yield what `[Description("…")]` and `[DefaultValue("…")]` note of a field."""
    for attribute in attributes:
        if match := _ATTRIBUTE.match(attribute):
            yield from noted_in(
                attribute, "default" if match["name"] == "DefaultValue" else "meaning"
            )
