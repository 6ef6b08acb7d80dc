"""Words for what is wrong with a template of the user's, and for the line of it."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from mkdocs_repodoc.text.english import one_line

_PACKAGE = Path(__file__).parents[1]
_LOADS_AND_FILTERS = "templates.py"
"""A module of this package that raises what a template is to blame for."""


def template_problem(error: Exception, folder: Path, name: str) -> str:
    """Return what is wrong with a user's template: which one, the line, and why.

    Args:
        error: As it was raised while a template was filled.
        folder: The user's templates.
        name: The template that was asked for; it may take in others.

    Returns:
        For example `blocks/table.html, line 3: 'rows' is undefined`; empty for what is no fault of
        a template.
    """
    line, is_users = _faulty_line(error, folder)
    if not (is_users or isinstance(error, TemplateError)):
        return ""
    return f"{line or name}: {_reason(error)}"


def _faulty_line(error: Exception, folder: Path) -> tuple[str, bool]:
    """Return the innermost template of an exception, its line, and whether it is the user's."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}", True
    calls = traceback.StackSummary.extract(
        traceback.walk_tb(error.__traceback__), lookup_lines=False
    )
    for call in reversed(calls):
        file = Path(call.filename)
        if file.is_relative_to(folder):
            return f"{file.relative_to(folder).as_posix()}, line {call.lineno}", True
        if file.is_relative_to(_PACKAGE) and file.name != _LOADS_AND_FILTERS:
            return "", False
    return "", False


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateSyntaxError):
        return one_line(error.message or "")
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, TemplateError):
        return one_line(str(error))
    return f"{type(error).__name__}: {one_line(str(error))}"
