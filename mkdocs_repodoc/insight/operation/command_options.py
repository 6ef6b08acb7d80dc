"""Conditions on options of the command line, as the code writes them: `opt.tree`, `args.force`."""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_repodoc.model.repository import Repository

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
