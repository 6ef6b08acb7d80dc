"""Tell whether a data file of coverage.py is one, before its library asks it anything.

An SQLite file can hold programs: a view that never ends, a column that is computed, a number that
fills the memory. The library's queries would run them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_READ = ("coverage_schema", "meta", "file", "context", "line_bits", "arc", "tracer")
"""Tables that the library reads."""
DAMAGE = (
    *(sqlite3.Error, ArithmeticError, AttributeError, LookupError, MemoryError),
    *(TypeError, ValueError),
)
"""What SQLite and the library raise where a value is of another type or size, or text is none."""
_MOST_LINES = 2_000_000
_MOST_STEPS = 200_000_000
"""Of SQLite's virtual machine: some ten seconds."""


def problem_of(file: Path) -> str:
    """Return what is wrong with a data file, in words; empty if it may be read.

    Args:
        file: An existing file; it is opened for reading only.
    """
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as data:
            data.set_progress_handler(lambda: 1, _MOST_STEPS)
            return _problem(data)
    except sqlite3.Error as error:
        return " ".join(str(error).split())
    except DAMAGE:
        return "it is damaged"


def _problem(data: sqlite3.Connection) -> str:
    tables = set()
    for kind, name, code in data.execute("SELECT type, name, sql FROM sqlite_master"):
        lower = str(name).lower()
        if lower not in _READ:
            continue
        if kind != "table" or str(code).upper().startswith("CREATE VIRTUAL"):
            return f"its {kind!s} '{lower}' is not the table that coverage.py makes"
        columns = data.execute("SELECT hidden FROM pragma_table_xinfo(?)", (name,))
        if any(hidden for (hidden,) in columns):
            return f"a column of its table '{lower}' is computed"
        tables.add(lower)
    if "line_bits" in tables:
        (most,) = data.execute("SELECT max(length(numbits)) FROM line_bits").fetchone()
        if most is not None and most * 8 > _MOST_LINES:
            return f"it lists a file with more than {_MOST_LINES:,} lines"
    return ""
