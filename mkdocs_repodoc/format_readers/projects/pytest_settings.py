"""Settings of pytest that say what a test is: as INI of its own or of others, or as TOML."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs_repodoc.format_readers.document_values import mapping_of
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.ini import Setting, read_ini
from mkdocs_repodoc.model.facts import TestCollection

_PROGRAM = "pytest"
_KEYS = frozenset({"python_files", "python_classes", "python_functions", "testpaths"})
_TABLES = (("tool", "pytest", "ini_options"), ("tool", "pytest"))


def read_pytest(draft: RecordBuilder) -> None:
    """Read a `pytest.ini`."""
    state_pytest(draft, read_ini(draft))


def state_pytest(
    draft: RecordBuilder, settings: Iterable[Setting], section: str = _PROGRAM
) -> None:
    """State what the section of pytest in an INI file takes for tests."""
    for setting in settings:
        if setting.section == section and setting.name in _KEYS:
            _state(draft, setting.name, setting.value, setting.line)


def state_pytest_table(
    draft: RecordBuilder, document: Mapping[str, Any], lines: Mapping[tuple[str, ...], int]
) -> None:
    """State what the tables of pytest in a TOML file take for tests.

    Args:
        draft: The record of the file.
        document: The whole of it.
        lines: Path of a key → its line.
    """
    for path in _TABLES:
        table: object = document
        for part in path:
            table = mapping_of(table).get(part)
        for key, value in mapping_of(table).items():
            if key in _KEYS:
                _state(draft, key, value, lines.get((*path, key), 0))


def _state(draft: RecordBuilder, key: str, value: object, line: int) -> None:
    values = value if isinstance(value, list) else _words(value)
    texts = tuple(each for each in values if isinstance(each, str))
    if texts:
        draft.state(TestCollection(_PROGRAM, key, texts, line))


def _words(value: object) -> list[str]:
    if not isinstance(value, str):
        return []
    try:
        return shlex.split(value, comments=True)
    except ValueError:  # a quotation mark that nothing closes
        return value.split()
