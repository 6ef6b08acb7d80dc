"""Files by which tools know a project of Go."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import (
    ProjectFile,
    ProvenCommand,
    checked_by,
)

PROJECT_FILES = (
    ProjectFile(
        name="go.mod",
        what="manifest of a Go module",
        title="Manifest of a Go module",
        names_module=True,
        is_package=True,
        commands=(
            ProvenCommand("set up", "go mod download", "Downloads what the module needs"),
            ProvenCommand("build", "go build ./...", "Compiles all packages"),
        ),
    ),
    ProjectFile(
        name="go.sum",
        what="lock file of a Go module",
        title="Checksums of Go modules",
        is_lock=True,
    ),
    ProjectFile(
        name="go.work.sum",
        what="lock file of a Go workspace",
        title="Checksums of Go modules",
        is_lock=True,
    ),
    ProjectFile(name=".golangci.yml", commands=checked_by("golangci-lint run")),
    ProjectFile(name=".golangci.yaml", commands=checked_by("golangci-lint run")),
)
TOOL_FILES = {
    r"\.golangci\.\w+": "golangci-lint’s settings",
    r"\.goreleaser\.\w+": "GoReleaser settings",
}
