"""Effects of code that stay: files that it deletes or writes, what it pushes or publishes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.insight.changing.delicate_names import Delicate, delicate_of
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.tools.common_tools import SENDING
from mkdocs_repodoc.languages.tools.known_tools import package_tools
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository
from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens

_DELETES = "deletes files"
_WRITES = "writes or moves files"
_SENDS = "sends something to others"
_GIT = "changes a repository of Git"
_BY_NAME = frozenset({_DELETES, _WRITES})
"""What functions of the software may do something else under the same name."""
_SENDING = "push|publish|upload"
_CHANGING = "am|branch|checkout|cherry-pick|clean|commit|merge|rebase|reset|revert|stash|switch|tag"
"""What Git is told to do that changes a working tree or a history."""
_LISTING = re.compile(
    r"[\"',\s\[]*(?:--?(?:list|l|contains|points-at|merged|show-current|sort)\b|[)\]]|$)"
)
"""Behind such a word where it only lists what there is."""
_RUN = (
    r"(?:\$|\b(?:exec\w*|spawn\w*|run|system|[Pp]open|call|check_call|check_output|sh|shell))"
    r"\(?\s*f?[\"'`]"
)
"""In front of a command line that is run as a text."""
_BEFORE_CALLS = {
    *("and", "await", "case", "defer", "do", "elif", "else", "if", "in", "match", "new"),
    *("not", "or", "return", "then", "throw", "unless", "until", "when", "while", "yield"),
}
"""Words before a call; any other word before a name and a bracket is a type or a keyword."""
_COMMENT = re.compile(r"\s*(?://|#|\*|/\*|--)")


class NamedEffect(NamedTuple):
    """A place in code that may have an effect which stays, by the name of what it calls."""

    topic: str
    name: str
    line: int


@derived
def _sending() -> re.Pattern[str]:
    """Return what matches a command that sends to others: as a list, or as a text that is run."""
    tools = "|".join(map(re.escape, (*SENDING, *sorted(package_tools()))))
    return re.compile(
        rf"[\"'](?:{tools})[\"']\s*,\s*\[?\s*[\"']({_SENDING})[\"']"
        rf"|{_RUN}(?:{tools}) ({_SENDING})\b"
    )


_CHANGES = re.compile(
    rf"[\"']git[\"']\s*,\s*\[?\s*[\"']({_CHANGING})[\"']|{_RUN}git ({_CHANGING})\b(?!-)"
)
"""A command that changes a repository, likewise."""


def own_functions(repository: Repository) -> frozenset[str]:
    """Return the names of the functions and methods that the software defines.

    Args:
        repository: The linked repository.
    """
    return frozenset(
        symbol.bare_name.replace("::", ".").rpartition(".")[2]
        for file in repository.files.values()
        if file.role in CODE_ROLES
        for symbol in file.outline.symbols
        if symbol.kind in FUNCTIONS
    )


def named_effects(lines: Sequence[str], language: str) -> list[NamedEffect]:
    """Return what is called by the names of functions that delete or write files, or send.

    Args:
        lines: The code; its comments are passed over.
        language: Its language, which says what the functions are called.
    """
    known = language_named(language).delicate
    called = () if isinstance(known, Absent) else _called(lines, known)
    return [*called, *_sent(lines)]


def lasting_effects(found: Iterable[NamedEffect], own: Collection[str] = ()) -> list[Delicate]:
    """Return what code calls that deletes or writes files, or sends something to others.

    Args:
        found: What `named_effects` has found in the code.
        own: Names of functions that the software defines itself; what they do isn't known.

    Returns:
        What is called, and how often; the most lines first.
    """
    by_topic: dict[str, dict[int, list[str]]] = {}
    for topic, name, line in found:
        if topic not in _BY_NAME or name not in own:
            by_topic.setdefault(topic, {}).setdefault(line, []).append(name)
    told = [delicate_of(topic, by_line) for topic, by_line in by_topic.items()]
    return sorted(told, key=lambda each: (-each.lines, each.topic))


def _called(lines: Sequence[str], known: DelicateCode) -> Iterator[NamedEffect]:
    code = [CodeLine(number, 0, line) for number, line in enumerate(lines, 1)]
    tokens = list(code_tokens(code))
    for index, (token, behind) in enumerate(pairwise(tokens)):
        if token.is_word and behind.text == "(" and not _is_defined(tokens, index):
            names = (token.text, f"{_owner(tokens, index)}.{token.text}")
            if not known.deletes.isdisjoint(names) or _has_argument(tokens, index, known):
                yield NamedEffect(_DELETES, token.text, token.line)
            elif not known.writes.isdisjoint(names):
                yield NamedEffect(_WRITES, token.text, token.line)


def _has_argument(tokens: Sequence[Token], index: int, known: DelicateCode) -> bool:
    """Tell whether a call begins with the argument that only what deletes a file has."""
    argument = known.by_argument.get(tokens[index].text)
    return argument is not None and [each.text for each in tokens[index + 2 : index + 3]] == [
        argument
    ]


def _is_defined(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a name in front of a bracket is declared or defined there, not called."""
    before = tokens[index - 1] if index else None
    if before is not None and before.is_word and before.line == tokens[index].line:
        return before.text not in _BEFORE_CALLS
    is_statement = before is None or before.text in {"{", "}", ";", ",", "0"} or before.is_word
    return is_statement and _behind_brackets(tokens, index + 1) == "{"


def _behind_brackets(tokens: Sequence[Token], opening: int) -> str:
    """Return the token behind the bracket that closes what an opening one begins."""
    depth = 0
    for position in range(opening, len(tokens) - 1):
        depth += (tokens[position].text == "(") - (tokens[position].text == ")")
        if depth == 0:
            return tokens[position + 1].text
    return ""


def _owner(tokens: Sequence[Token], index: int) -> str:
    if index < 2 or tokens[index - 1].text not in {".", "::"}:  # noqa: PLR2004 - owner and dot
        return ""
    return tokens[index - 2].text


def _sent(lines: Sequence[str]) -> Iterator[NamedEffect]:
    """Yield the commands that send something to others, or change a repository of Git."""
    for number, line in enumerate(lines, 1):
        if _COMMENT.match(line):
            continue
        if match := _sending().search(line):
            yield NamedEffect(_SENDS, match[1] or match[2], number)
        elif (match := _CHANGES.search(line)) and not _LISTING.match(line, match.end()):
            yield NamedEffect(_GIT, f"git {match[1] or match[2]}", number)
