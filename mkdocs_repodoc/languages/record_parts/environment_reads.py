"""The expressions by which the programs of a language read environment variables."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EnvironmentReads:
    """How a language reads the environment; a variable counts where its name stands as a literal.

    Attributes:
        functions: Functions whose first argument is the name, as calls write them.
        building: Those of them that are run when the software is built.
        whole: Functions that return all variables, as calls write them.
        defaulting: Those of them whose second argument is the default.
        tables: What holds the variables by name, as subscripts write it.
        members: Whether a table has its variables as members too: `process.env.PORT`.
        alternatives: Operators that put a default behind an expression.
        passing: Match methods that hand on what is read, between the read and its default.
        asks: Matches what only asks something of what is read, up to the end of its default, which
            then is the answer to that question and no value of the variable.
        fallback: Matches the line of a read and the statement below it that sets what has no
            value, to the group `default`.
        wrappers: Match a default that is wrapped, as the type of the expression wants it; what is
            inside is the first group.
        declarations: Match code that has a library read a variable: its name is the group `name`,
            its default the group `default`, where there is one.
        own: Pattern of code that gives the file a variable of its own, with `NAME` for the name;
            such a one is none of the environment. Empty where the two do not look the same.
        gives: Match code that sets a variable, for itself or for a program that it starts; its
            name is the first group.
        prefixes: Match code that has a library take any option from a variable whose name begins
            with the group `name` and an underscore, each behind the pattern of what else the file
            then has.
        known: Match code that has a library read a variable whose name the library knows, each
            with the name.
    """

    functions: tuple[str, ...] = ()
    building: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    defaulting: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    members: bool = False
    alternatives: tuple[str, ...] = ()
    passing: re.Pattern[bytes] | None = None
    asks: re.Pattern[bytes] | None = None
    fallback: re.Pattern[bytes] | None = None
    wrappers: tuple[re.Pattern[str], ...] = ()
    declarations: tuple[re.Pattern[bytes], ...] = ()
    own: bytes = b""
    gives: tuple[re.Pattern[bytes], ...] = ()
    prefixes: tuple[tuple[re.Pattern[bytes], re.Pattern[bytes]], ...] = ()
    known: tuple[tuple[re.Pattern[bytes], str], ...] = ()
