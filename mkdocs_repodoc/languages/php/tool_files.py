"""Files by which tools know a project of PHP."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile, installed_by, lock_file

PROJECT_FILES = (
    ProjectFile(
        name="composer.json",
        what="manifest of a PHP package",
        title="Manifest of a PHP package",
        commands=installed_by("composer install"),
    ),
    lock_file("composer.lock", "Composer"),
)
