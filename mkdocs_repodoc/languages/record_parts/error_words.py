"""The errors that come with a language, and how its code handles errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_repodoc.text.code_reading.failing_code import FailingCode


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What is known of a language's errors.

    Attributes:
        has_named_handlers: Whether handlers name the types of the errors that they take.
        bases: The language's own errors → what each derives from, by their names alone.
        abstract: Errors that only those meet who change the code: what is not implemented.
        code: Lines for failures, beside those that `raise`, `throw` and `catch` tell anywhere.
    """

    has_named_handlers: bool = False
    bases: Mapping[str, str] = field(default_factory=dict)
    abstract: frozenset[str] = frozenset()
    code: FailingCode = FailingCode()
