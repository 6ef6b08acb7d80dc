"""Strings of JavaScript that name modules for something to load while the program runs."""

from __future__ import annotations

import re

NAMED_MODULES = re.compile(
    rb"(?<!require\()(?<!import\()(?<!\.mock\()(?<!\.doMock\()(?<!mock\.module\()(?<!\.replace\()"
    rb"(?<=[(,=])\s{0,80}(?P<string>['\"`])(?P<module>\.{1,2}/[^'\"`\n$\\]{1,200})(?P=string)(?!\s*:)"
)
"""A path relative to the file, as an argument or a value, as in `load('../mill.js', stubs)`.

What is imported is known otherwise. Keys of an object are what something is replaced for, and so
are the arguments of `mock` and `replace`.
"""
