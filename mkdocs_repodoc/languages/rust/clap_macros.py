"""Arguments that clap's macro `arg!` describes: `arg!(-l --level <DEPTH> "How deep to go")`."""

from __future__ import annotations

import re
from typing import NamedTuple

_MACRO = re.compile(
    r"(?:clap::)?arg!\s*[(\[{]\s*"
    r"(?:(?P<id>\w+|\"[^\"]*\")\s*:(?!:)\s*)?"
    r"(?:-(?!\s*-)\s*'?(?P<short>[^\s'])'?\s*)?"
    r"(?:-\s*-\s*(?P<long>\"[^\"]*\"|[A-Za-z]\w*(?:-\w+)*)\s*)?"
    r"(?:=\s*)?(?P<value><[^<>]*>|\[[^\[\]]*\])?\s*(?:\.\.\.\s*)?[!?]?\s*"
    r"(?P<help>\"(?:[^\"\\]|\\.)*\")?"
)
_ESCAPES = re.compile(r"\\(?:([\"'\\])|\s*\n?\s*)")
_BRACKETS = "<>[] "


class ArgumentMacro(NamedTuple):
    """What a macro, or the start of a builder, says of an argument."""

    name: str
    """By which the program asks for it."""
    short: str = ""
    long: str = ""
    value: str = ""
    """What help calls the value."""
    help: str = ""


def argument_macro(code: str) -> ArgumentMacro:
    """Return what a use of the macro says of its argument.

    Args:
        code: The macro as written, on one line.
    """
    match = _MACRO.match(code)
    if match is None:
        return ArgumentMacro("")
    found = {name: value or "" for name, value in match.groupdict().items()}
    value = found["value"].strip(_BRACKETS).strip('"')
    long = found["long"].strip('"')
    said = _ESCAPES.sub(lambda escape: escape[1] or " ", found["help"][1:-1])
    name = found["id"].strip('"') or long or found["short"] or value
    return ArgumentMacro(name, found["short"], long, value, said)
