"""Errors that are about what somebody has set."""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_repodoc.insight.operation.error_paths import Report, last_name

_SETTING_ERROR = re.compile(r"(?:Usage|Config|Configuration|Option|Setting)(?!al)\w*")
_ON_SETTINGS = re.compile(
    r"\b(?:options?|settings?|config(?:uration)?|flags?)\b|(?:^|[ `'\"])--\w", re.IGNORECASE
)
_REFUSES = re.compile(
    r"\b(?:must|should|invalid|expect(?:s|ed)|require[sd]?|cannot|can't|can not|unknown|unsupported"
    r"|unrecogni[sz]ed|allowed|may not|missing|mutually|conflicts?|at (?:least|most)|between"
    r"|only)\b",
    re.IGNORECASE,
)
"""In a message on a value that somebody gives, in a file that declares settings."""


def is_about_settings(report: Report, declaring: Collection[str]) -> bool:
    """Tell whether a report is about what somebody has set.

    Args:
        report: The report.
        declaring: Files that declare settings.
    """
    if report.is_wrapping:
        return False
    message = report.fact.message
    return (
        (report.scope.path in declaring and _REFUSES.search(message) is not None)
        or _SETTING_ERROR.search(last_name(report.fact.error)) is not None
        or _ON_SETTINGS.search(message) is not None
    )
