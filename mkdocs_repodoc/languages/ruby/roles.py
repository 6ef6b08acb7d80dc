"""Roles of Ruby files that their suffix decides."""

from __future__ import annotations

from mkdocs_repodoc.languages.role_evidence import JudgedFile, Judgement


def judge(file: JudgedFile) -> Judgement | None:
    """Return the role of a file that RubyGems looks for; nothing of all others."""
    if file.name.endswith(".gemspec"):
        return "build", "RubyGems reads files whose suffix is .gemspec"
    return None
