"""Errors and endings of a language by its name; one that has no words for them has empty ones."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.record_parts.basic_parts import Absent
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode


def error_words(name: str) -> ErrorWords:
    """Return what is known of the errors of a language.

    Args:
        name: The language.
    """
    errors = language_named(name).errors
    return ErrorWords() if isinstance(errors, Absent) else errors


def program_endings(name: str) -> ProgramEndings:
    """Return what is known of how programs of a language end.

    Args:
        name: The language.
    """
    endings = language_named(name).endings
    return ProgramEndings() if isinstance(endings, Absent) else endings


@derived
def failing_code(name: str) -> FailingCode:
    """Return how the lines of a language fail, handle failures and end the program.

    Args:
        name: The language.
    """
    endings = program_endings(name)
    ends = (*endings.functions, *endings.imported, *endings.aborts, *endings.statuses)
    code = error_words(name).code
    if not ends:
        return code
    # A variable for the status ends nothing where it is set.
    return replace(
        code, ends=re.compile(rf"(?:{'|'.join(map(re.escape, ends))})(?![\w!?]|\s*=(?!=))")
    )
