"""Finished parts of a document that must not go through the allow-list for HTML."""

from __future__ import annotations

import re
from hashlib import blake2b

_LEFT = re.compile("\ue000[0-9a-f]+\\.\\d+\ue001")


class KeptParts:
    """Keeps parts of a document's HTML; a mark stands for each until the rest is checked.

    Args:
        text: The document. Marks bear its digest, so that no text can hold one of its own, in
            whatever way it writes the characters.
    """

    def __init__(self, text: str) -> None:
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        self._opening = f"\ue000{digest}."
        self._kept: list[str] = []

    def keep(self, html: str) -> str:
        """Return the mark that stands for a part."""
        self._kept.append(html)
        return f"{self._opening}{len(self._kept) - 1}\ue001"

    def put_back(self, html: str) -> str:
        """Return checked HTML with the parts in place of their marks."""
        mark = re.compile(f"{re.escape(self._opening)}(\\d+)\ue001")
        return mark.sub(lambda match: self._kept[int(match[1])], html)


def without_marks(value: str) -> str:
    """Return the value of an attribute without marks: a part would end the attribute there."""
    return _LEFT.sub("", value)
