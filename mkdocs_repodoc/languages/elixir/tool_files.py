"""Files by which tools know a project of Elixir."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile, ProvenCommand, lock_file

PROJECT_FILES = (
    ProjectFile(
        name="mix.exs",
        commands=(ProvenCommand("set up", "mix deps.get", "Downloads what the project needs"),),
    ),
    lock_file("mix.lock", "Mix"),
)
