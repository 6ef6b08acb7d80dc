"""Names of options of command lines."""

from __future__ import annotations

import re

FLAG = re.compile(r"--?[A-Za-z][\w-]*$")
"""An option as it is written in a command line."""
