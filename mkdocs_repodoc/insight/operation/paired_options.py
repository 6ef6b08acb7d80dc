"""Options that code declares twice, by a letter and by a word, told as the one that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from mkdocs_repodoc.model.records import Option

_LETTER = re.compile(r"-\w$")
_WORD = re.compile(r"--\w[\w-]*$")


def paired(options: Sequence[Option]) -> list[Option]:
    """Return options, those declared on two lines one behind the other as one.

    They are one where all but the name is the same, and one name is a letter, the other a word.
    """
    found: list[Option] = []
    for option in options:
        if found and _is_one(found[-1], option):
            found[-1] = structs.replace(found[-1], flags=(*found[-1].flags, *option.flags))
        else:
            found.append(option)
    return found


def _is_one(first: Option, second: Option) -> bool:
    if not first.help or len(first.flags) != 1 or len(second.flags) != 1:
        return False
    flags = (*first.flags, *second.flags)
    is_pair = any(map(_LETTER.match, flags)) and any(map(_WORD.match, flags))
    alike = structs.replace(second, flags=first.flags, line=first.line) == first
    return is_pair and alike and second.line == first.line + 1
