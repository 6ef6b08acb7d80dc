"""The licence of a file, as far as the file itself names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.text.comments import Comment

_SPDX = re.compile(r"SPDX-License-Identifier:[ \t]*(\(?[A-Za-z0-9][\w.+\-() ]*[\w+)])")
_LICENCE_NAME = re.compile(r"(?:un)?licen[cs]e|copying|\bcopyright\b|\bnotice\b", re.IGNORECASE)
_PHRASES: tuple[tuple[str, str], ...] = (
    ("AGPL-3.0", r"gnu affero general public license"),
    ("LGPL-3.0", r"gnu lesser general public license,? (?:as published .{0,60}?)?version 3"),
    ("LGPL-2.1", r"gnu lesser general public license"),
    ("LGPL-2.0", r"gnu library general public license"),
    ("GPL-3.0", r"gnu general public license.{0,80}?version 3|gnu gplv3"),
    ("GPL-2.0", r"gnu general public license.{0,80}?version 2|gnu gplv2"),
    ("MPL-2.0", r"mozilla public license,? (?:v\. ?|version )?2\.0"),
    ("EPL-2.0", r"eclipse public license,? ?-? ?v(?:ersion)? ?2\.0"),
    ("EPL-1.0", r"eclipse public license,? ?-? ?v(?:ersion)? ?1\.0"),
    ("EUPL-1.2", r"european union public licen[cs]e,? v(?:ersion|\.)? ?1\.2"),
    ("EUPL-1.1", r"european union public licen[cs]e,? v(?:ersion|\.)? ?1\.1"),
    ("Artistic-2.0", r"artistic license 2\.0"),
    ("Apache-2.0", r"apache license,? (?:v\. ?|version )?2|license-2\.0"),
    ("BSL-1.0", r"boost software license,? ?-? ?version 1\.0"),
    ("PSF-2.0", r"python software foundation license"),
    ("CC0-1.0", r"cc0 1\.0 universal|creative commons zero"),
    ("CC-BY-SA-4.0", r"creative commons attribution-sharealike 4\.0"),
    ("CC-BY-4.0", r"creative commons attribution 4\.0"),
    ("OFL-1.1", r"sil open font license"),
    ("Zlib", r"altered source versions must be plainly marked"),
    ("Unlicense", r"this is free and unencumbered software"),
    ("WTFPL", r"do what the f\w+ you want to public license"),
    ("BSD-3-Clause", r"redistribution and use in source and binary forms.*?neither the name"),
    ("BSD-2-Clause", r"redistribution and use in source and binary forms"),
    ("MIT-0", r"mit no attribution"),
    ("MIT", r"permission is hereby granted, free of charge|licen[cs]e: mit\b|\bmit[- ]licensed?\b"),
    ("ISC", r"permission to use, copy, modify,? and(?:/or)? distribute this software"),
    ("BSD", r"bsd[- ]style licen[cs]e|(?:under|the) (?:terms of )?(?:the )?bsd licen[cs]e"),
)
_KNOWN = [(name, re.compile(phrase)) for name, phrase in _PHRASES]
_HINT = re.compile(r"licen|permission|redistribution|unencumbered|altered source|gpl|cc0|creative")


def licence_of(comments: Sequence[Comment]) -> tuple[str, int]:
    """Find the licence that comments name.

    Args:
        comments: Those before a file's first line of code.

    Returns:
        SPDX identifier (or the family's name where the comment says no more) and the line that
        names it; an empty string and 0 if none does.
    """
    for comment in comments:
        if match := _SPDX.search(comment.text):
            return match[1].strip(), comment.line + comment.text.count("\n", 0, match.start())
    for comment in comments:
        if found := _by_phrase(comment.text):
            return found[0], comment.line + found[1]
    return "", 0


def file_licence(name: str, text: str) -> tuple[str, int]:
    """Find which licence's text a file is, for files named `LICENSE`, `COPYING` and the like.

    Args:
        name: Base name of the file.
        text: Its whole text.

    Returns:
        As `licence_of`; nothing for a file of another name.
    """
    if not _LICENCE_NAME.search(name) or len(text) > 200_000:  # noqa: PLR2004 - no licence is longer
        return "", 0
    if match := _SPDX.search(text):
        return match[1].strip(), 1 + text.count("\n", 0, match.start())
    found = _by_phrase(text)
    return (found[0], found[1] + 1) if found else ("", 0)


def _by_phrase(text: str) -> tuple[str, int] | None:
    """Return the licence whose phrase comes first, and the offset of its line."""
    lower = text.lower()
    if not _HINT.search(lower):
        return None
    # One blank for each stretch of white space and comment margin, keeping offsets recoverable.
    starts: list[int] = []
    words: list[str] = []
    length = 0
    for match in re.finditer(r"[^\s*]+", lower):
        starts.append(match.start())
        words.append(match[0])
        length += len(match[0]) + 1
    flat = " ".join(words)
    best: tuple[int, str] | None = None
    for name, phrase in _KNOWN:
        found = phrase.search(flat)
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), name)
    if best is None:
        return None
    word = flat.count(" ", 0, best[0])
    return best[1], text.count("\n", 0, starts[word])
