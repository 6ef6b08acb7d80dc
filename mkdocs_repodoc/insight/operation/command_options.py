"""Conditions on options of the command line, as the code writes them: `opt.tree`, `args.force`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, known_value

_MEMBER = re.compile(
    r"(?i:\b(?:opts?|options?|args?|arguments|argv|cli|flags?|matches|params)(?:\(\))?)"
    r"(?:\.|->)(?P<name>\w+)(?!\w*\()"
)
"""A member of what holds the options that were given."""
_SEVERAL_WORDS = re.compile(r"\b[a-z]+(?:_[a-z]+|[A-Z][a-z]+)+\b")
_REPORTS = frozenset({"debug", "verbose", "quiet", "silent", "trace"})
"""Options by which software says more or less of what it does anyway."""


def option_names(repository: Repository, roles: Collection[str]) -> frozenset[str]:
    """Return the names of the options that the software declares, in lower case without signs.

    Args:
        repository: The linked repository.
        roles: Roles of the files that make up the software.
    """
    return frozenset(
        _plain(flag)
        for file in repository.files.values()
        if file.role in roles
        for option in file.outline.options
        for flag in option.flags
        if flag.startswith("--") and not option.is_command and _plain(flag) not in _REPORTS
    )


def options_left_out(repository: Repository, roles: Collection[str]) -> frozenset[str]:
    """Return the names of the options that have no value unless somebody gives one, likewise.

    Args:
        repository: The linked repository.
        roles: Roles of the files that make up the software.
    """
    found: dict[str, bool] = {}
    for file in repository.files.values():
        for option in file.outline.options if file.role in roles else ():
            is_off = not option.default or known_value(option.default) in {Known.NULL, Known.FALSE}
            for flag in option.flags:
                if flag.startswith("--") and not option.is_command:
                    found[_plain(flag)] = is_off and found.get(_plain(flag), True)
    return frozenset(name for name, is_off in found.items() if is_off)


def option_members(text: str, names: Collection[str]) -> Iterator[str]:
    """Yield the members of what holds the options in code that have one of some names.

    Args:
        text: The code.
        names: As `options_left_out` gives them.
    """
    for match in _MEMBER.finditer(text):
        if _plain(match["name"]) in names:
            yield match[0]


def is_option(name: str, names: Collection[str]) -> bool:
    """Tell whether a name is that of an option, with the words as code joins them."""
    return _plain(name) in names


def names_option(text: str, names: Collection[str], *, alone: bool = False) -> bool:
    """Tell whether a condition looks at an option of the command line.

    Args:
        text: The condition as written.
        names: What `option_names` gives.
        alone: Whether a name of several words counts that is no member of anything.
    """
    if any(_plain(match["name"]) in names for match in _MEMBER.finditer(text)):
        return True
    return alone and any(_plain(match[0]) in names for match in _SEVERAL_WORDS.finditer(text))


def _plain(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")
