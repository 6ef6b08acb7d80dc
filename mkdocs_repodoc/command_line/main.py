"""The start of the program.

With `PYTHONPATH`, Python looks for modules in the working folder first, which as a rule is the
documented repository. Nothing that this product imports must come from there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs_repodoc.processes.isolation import module_path


def main() -> None:
    """Run the program, and end the process."""
    sys.path = module_path(Path())
    # Not before the line above:
    from mkdocs_repodoc.command_line.program import (
        PROGRAM,
        program,
    )

    program(prog_name=PROGRAM)
