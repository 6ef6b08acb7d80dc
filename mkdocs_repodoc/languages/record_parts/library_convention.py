"""A convention by which a library decides for programs, as its documentation has it.

Code shows that a library is asked, and in which order; what the library makes of it stands in its
documentation alone. A convention says it in a sentence, with the address of the page that has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_repodoc.model.facts import ConventionTopic


@dataclass(frozen=True, slots=True)
class LibraryConvention:
    """A convention of a library.

    Attributes:
        library: As its people call it; one for each library and topic.
        topic: What it decides.
        sign: Matches what a file that uses the library has in its text: its import, mostly.
        calls: Matches the beginning of an expression that shows the library at work.
        says: The convention, a clause without a full stop.
        source: Address of the page that says so.
        ends_by: Error that it raises to end the program, which code can catch; empty if none.
    """

    library: str
    topic: ConventionTopic
    sign: re.Pattern[bytes]
    calls: re.Pattern[bytes]
    says: str
    source: str
    ends_by: str = ""


def settings_convention(
    library: str, sign: bytes, calls: bytes, says: str, source: str
) -> LibraryConvention:
    """Return the convention by which a library decides which source of a setting wins."""
    return LibraryConvention(library, "settings", re.compile(sign), re.compile(calls), says, source)


def error_convention(
    library: str, sign: bytes, calls: bytes, says: str, source: str, *, ends_by: str = ""
) -> LibraryConvention:
    """Return what a library does with errors that reach it, and which exit status follows."""
    signs = re.compile(sign), re.compile(calls)
    return LibraryConvention(library, "errors", *signs, says, source, ends_by)
