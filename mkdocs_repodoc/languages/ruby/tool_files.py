"""Files by which tools know a project of Ruby."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile, installed_by, lock_file

PROJECT_FILES = (
    ProjectFile(name="*.gemspec", describes=True, lists_needs=True),
    ProjectFile(
        name="Gemfile", what="list of gems for Bundler", commands=installed_by("bundle install")
    ),
    lock_file("Gemfile.lock", "Bundler"),
    ProjectFile(name="Rakefile", what="task file of Rake"),
)
