"""Languages of a repository whose grammars come with an extra that is not installed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile

EXTRA = "mkdocs-repodoc[languages]"


def missing_grammars(files: Sequence[SourceFile]) -> tuple[Diagnostic, ...]:
    """Say what is shown without its definitions, and what to install.

    Args:
        files: All files of the repository.

    Returns:
        One diagnostic for all languages; none if every grammar is there.
    """
    counts = Counter(
        title for file in files if file.kind == "text" and (title := _missing(file.language))
    )
    if not counts:
        return ()
    listed = ", ".join(f"{title} ({count:,})" for title, count in sorted(counts.items()))
    message = (
        f"Files are shown without their symbols, because their grammars are not installed: "
        f"{listed}. Install {EXTRA}."
    )
    return (Diagnostic("info", "", 0, message),)


def _missing(name: str) -> str:
    """Return the title of a language whose grammar is not installed; empty if it needs none."""
    language = language_named(name)
    return "" if language.is_installed else language.title
