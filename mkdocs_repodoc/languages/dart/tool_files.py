"""Files by which tools know a project of Dart."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import (
    ProjectFile,
    checked_by,
    installed_by,
    lock_file,
)

PROJECT_FILES = (
    ProjectFile(
        name="pubspec.yaml",
        title="Manifest of a Dart package",
        describes=True,
        lists_needs=True,
        commands=installed_by("dart pub get"),
    ),
    ProjectFile(name="analysis_options.yaml", commands=checked_by("dart analyze")),
    lock_file("pubspec.lock", "pub"),
)
