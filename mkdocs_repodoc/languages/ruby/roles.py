"""Roles of Ruby files that their suffix decides."""

from __future__ import annotations

from mkdocs_repodoc.languages.role_evidence import JudgedFile, Judgement
from mkdocs_repodoc.model.clues import ReadByClue


def judge(file: JudgedFile) -> Judgement | None:
    """Return the role of a file that RubyGems looks for; nothing of all others."""
    if file.name.endswith(".gemspec"):
        return "build", (ReadByClue("RubyGems", ".gemspec"),)
    return None
