"""Features that the front matter of a home page lists, each with its details."""

from __future__ import annotations

import re

_FRONT = re.compile(r"---[ \t]*\n(?P<said>.{0,20000}?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_LIST = re.compile(r"^features:[ \t]*\n(?P<said>(?:[ \t-][^\n]*(?:\n|$)|[ \t]*\n)+)", re.MULTILINE)
_KEY = re.compile(r"\s*(?P<dash>-[ \t]+)?(?P<key>[\w-]+):[ \t]*(?P<said>.*)$")
_TITLES = ("title", "name", "headline")
_DETAILS = ("details", "description", "text")


def home_features(text: str) -> tuple[tuple[str, str], ...]:
    """Return the titles and details of the features in a document's front matter.

    Args:
        text: The document.

    Returns:
        Title and details; nothing without front matter that lists features.
    """
    front = _FRONT.match(text)
    listed = _LIST.search(front["said"] + "\n") if front is not None else None
    records: list[dict[str, str]] = []
    key = ""
    for row in listed["said"].split("\n") if listed is not None else ():
        match = _KEY.match(row)
        if match is not None:
            if match["dash"]:
                records.append({})
            key = match["key"]
            if records:
                records[-1][key] = match["said"].strip(" \"'|>")
        elif records and key and row.strip():
            records[-1][key] = f"{records[-1][key]} {row.strip()}".strip()
    found = ((_first(each, _TITLES), _first(each, _DETAILS)) for each in records)
    return tuple((title, said) for title, said in found if title and said)


def _first(record: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((record[key].strip("\"'") for key in keys if record.get(key)), "")
