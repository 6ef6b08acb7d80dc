"""Notes on a field that stand in the code beside it: in tags, attributes or annotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_FIRST = re.compile(r"\(\s*\"?(?P<value>[^\"\\()]+?)\"?\s*\)")
_GIVEN = re.compile(r"\b(?P<key>description|default)\s*=\s*\"(?P<value>[^\"\\]+)\"", re.IGNORECASE)


class FieldNote(NamedTuple):
    """Something that is noted of a field.

    Attributes:
        about: `meaning`, `default`, or `value` for one of those that it may have.
        text: As written.
    """

    about: str
    text: str


NoteReader = Callable[[str, Sequence[str]], Iterator[FieldNote]]
"""Takes the code of a field, and its attributes or annotations as written; yields what is noted,
what counts most first."""


def noted_in(attribute: str, about: str) -> Iterator[FieldNote]:
    """Yield what an attribute notes of its field: its named parts, or else its only one.

    Args:
        attribute: As written.
        about: What the only one is.
    """
    given = list(_GIVEN.finditer(attribute))
    for each in given:
        named = each["key"].lower()
        yield FieldNote("meaning" if named == "description" else named, each["value"])
    alone = _FIRST.search(attribute)
    if not given and alone is not None:
        yield FieldNote(about, alone["value"])
