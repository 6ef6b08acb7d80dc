"""Words for why a file is worth reading next to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_repodoc.model.file_links import Reason, ReasonKind, RelationKind

_WORDS: dict[ReasonKind | RelationKind, str] = {
    "tests": "tests it",
    "tested": "tested by it",
    "runs": "run by it",
    "run by": "runs it",
    "names": "named in it",
    "named by": "names its path",
    "starts": "started by it",
    "started by": "starts it",
    "stub of": "the module that it describes",
    "stubbed by": "its stub",
    "defines": "declares what it defines",
    "defined by": "defines what it declares",
    "generated from": "what it was generated from",
    "generates": "generated from it",
    "uses table": "has tables that it uses",
    "table used by": "uses tables of it",
    "imports": "imports it",
    "imported": "imported by it",
    "uses names": "uses names of it",
    "names used": "defines names that it uses",
    "names shown": "defines names that it shows",
    "shared imports": "shares {number} imports",
    "changed together": "changed together in {number} recent commits",
    "counterpart": "same folder and name",
    "same folder": "same folder",
}
"""Each is said of the other file; `it` is the file that the reader looks at."""


def reason_words(reasons: Iterable[Reason]) -> Iterator[str]:
    """Yield the words for each reason."""
    for reason in reasons:
        yield _WORDS[reason.kind].format(number=reason.number)
