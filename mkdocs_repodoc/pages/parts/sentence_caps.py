"""Limits of what one sentence or line shows, as in `caps`."""

from __future__ import annotations

INSTALLING_COMMANDS = 4
"""Commands by which a job installs something before its tests."""
TASK_CALLS = 3
"""Calls of a task that are named."""
PRECEDENCE_ENTRIES = 6
"""Entries of a list by which a document says which source of a setting wins."""
ENDING_LINES = 3
"""Lines at which a function ends, the last ones."""
HELD_CALLS = 2
"""Lines of a function that call a parameter, a field, or a member of a variable."""
CIRCUMSTANCES = 6
"""Circumstances of a callee that are told; the lines of further ones are left out."""
VARIABLE_VALUES = 6
"""Values that a name in a command stands for."""
SET_VARIABLES = 2
"""Variables that are set for a command."""
