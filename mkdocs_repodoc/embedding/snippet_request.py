"""The line that asks for a snippet, and the options below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

import yaml

from mkdocs_repodoc.query.unsettled import UnsettledError

Subject = Literal["object", "source", "diagram", "classes", "flow"]
SUBJECTS: tuple[str, ...] = get_args(Subject)

_REQUEST = re.compile(rf"(?:(?P<subject>{'|'.join(SUBJECTS)})\s+)?(?P<name>.*)")
_LINES = re.compile(r"(?P<name>.+):(?P<first>\d+)(?:-(?P<last>\d+))?")
_HEADINGS = range(2, 7)


@dataclass(frozen=True, slots=True)
class SnippetRequest:
    """What is to be put into a page.

    Attributes:
        name: Of what, as somebody has written it.
        subject: What of it; `None` where its name decides.
        first: First line that is asked for, from 1; 0 if none is.
        last: Last line, likewise.
        heading: Level of the headings of objects.
        members: Whether public members follow their object.
        facts: Whether bases, users and the like are said.
    """

    name: str
    subject: Subject | None = None
    first: int = 0
    last: int = 0
    heading: int = 3
    members: bool = True
    facts: bool = False

    @property
    def has_lines(self) -> bool:
        """Whether lines are asked for."""
        return self.first > 0


def parse_request(line: str, options: str = "") -> SnippetRequest:
    """Return the request that stands behind `::: repodoc`.

    Args:
        line: The rest of the line: `shop.Client`, `source src/app.py:10-20`, …
        options: Lines of YAML below it; empty for none.

    Raises:
        UnsettledError: It can't be understood.
    """
    request = _REQUEST.fullmatch(line.strip())
    name = request["name"].strip() if request else ""
    if request is None or not name:
        raise UnsettledError("There is no name behind '::: repodoc'.")
    subject = cast("Subject | None", request["subject"])  # as the pattern has them
    first = last = 0
    if subject in {None, "source"} and (lines := _LINES.fullmatch(name)):
        name, first = lines["name"], int(lines["first"])
        last = int(lines["last"] or first)
        if not 1 <= first <= last:
            raise UnsettledError(f"Lines {first}-{last} are not in any file.")
    return SnippetRequest(name, subject, first, last, **_options(options))


def _options(text: str) -> dict[str, Any]:
    try:
        given = yaml.safe_load(text) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnsettledError("The options below it are not valid YAML.") from error
    if not isinstance(given, dict):
        raise UnsettledError("The options below it are not of the form 'name: value'.")
    for name, value in given.items():
        if name in {"members", "facts"}:
            if not isinstance(value, bool):
                raise UnsettledError(f"Its option '{name}' is true or false.")
        elif name == "heading":
            if isinstance(value, bool) or value not in _HEADINGS:
                raise UnsettledError("Its option 'heading' is a level from 2 to 6.")
        else:
            raise UnsettledError(
                f"There is no option {name!r}; there are 'heading', 'members' and 'facts'."
            )
    return given
