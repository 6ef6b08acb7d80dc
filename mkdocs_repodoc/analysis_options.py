"""What a user's settings change in a record, apart from the file itself.

It stands alone because the analysers of every language take it and the dispatcher imports all of
them.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.settings import ANALYSIS_LIMIT, DocstringStyle


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """All that changes a record beside the file's bytes, its name and its language."""

    docstring_style: DocstringStyle = "auto"
    """How Python docstrings are parsed; `auto` decides for each docstring."""
    analysis_limit: int = ANALYSIS_LIMIT
    """How many bytes source code may have to be analysed."""
