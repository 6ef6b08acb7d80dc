"""Facts about settings: environment variables, files, lists and defaults of them."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.model.facts.fact import FactBase


class EnvironmentVariable(FactBase, frozen=True):
    """An environment variable that code reads."""

    name: str
    default: str
    """As the code has it; empty where it gives none."""
    line: int
    is_built_in: bool = False
    """Whether it is read when the software is built, whose users cannot set it any more."""


class EnvironmentUse(FactBase, frozen=True):
    """A use of the environment of which no literal name tells what is read."""

    line: int


class EnvironmentPrefix(FactBase, frozen=True):
    """What the names of the variables begin with by which a library sets any option."""

    name: str
    line: int


class GivenVariable(FactBase, frozen=True):
    """An environment variable that code sets: for itself, or for the programs that it starts."""

    name: str
    line: int


class SettingsFile(FactBase, frozen=True):
    """The name of a settings file that stands in code as a text."""

    name: str
    line: int


class ListedSetting(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A setting in a list of them."""

    name: str
    type: str
    """What makes a value of what is given, or what one is, as written; empty if not known."""
    default: str
    """As written; empty if not known, `REQUIRED` for a setting that has to be given."""
    line: int
    meaning: str = ""
    """What the code says of it beside its name."""


REQUIRED = "(required)"
"""In place of a default: the setting has to be given."""


class SettingsList(FactBase, frozen=True):
    """A list of the settings that a program knows, which is written out."""

    name: str
    """Of the variable, dotted within the file."""
    settings: tuple[ListedSetting, ...]
    line: int


class TypeDefaults(FactBase, frozen=True):
    """A value written out of a type that holds settings, which stands for what is not set."""

    name: str
    """Of the type, as written and without its parameters."""
    settings: tuple[ListedSetting, ...]
    """Fields and their values; a field of a value in it has a dotted name."""
    line: int


class FallbackValue(FactBase, frozen=True):
    """What code takes where a member that holds a setting has no value."""

    name: str
    """Of the member."""
    value: str
    """As written; `default()` for that of its type, empty for more than a value that is known."""
    line: int
    holder: str = ""
    """The type in whose own code it stands; empty where that is the code of others."""
    is_zero: bool = False
    """Whether no value is the zero value of the member's type, as every one has it at first."""


class AdjustedSetting(FactBase, frozen=True):
    """A statement that sets something, in a function whose name says that it is about settings."""

    target: str
    """What is set, as written."""
    value: str
    condition: str
    """The innermost condition around it as written; empty where it sets what has no value yet."""
    line: int
    outer: tuple[str, ...] = ()
    """The further conditions around that have to hold as well, from inside."""


class StartingValue(FactBase, frozen=True):
    """The value that a field of a class has at first, and that a method of the class changes."""

    name: str
    value: str
    """As written, with the remark behind it."""
    line: int
    changed_line: int
    """Where a method gives it another value."""


ConventionTopic = Literal[
    "settings",  # which source of a setting wins
    "errors",  # how errors are shown, and which exit status follows
]


class LibraryUse(FactBase, frozen=True):
    """An expression by which code leaves a decision to a library, which has a convention for it."""

    topic: ConventionTopic
    library: str
    """As the convention has it."""
    call: str
    """As written, shortened."""
    line: int


class SettingsTable(FactBase, frozen=True):
    """A table of a settings file that code looks up, such as `tool.black`."""

    name: str
    line: int
