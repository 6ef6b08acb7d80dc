"""Files by which tools know a project of Rust."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile, ProvenCommand, lock_file

PROJECT_FILES = (
    ProjectFile(
        name="Cargo.toml",
        what="manifest of a Rust package",
        title="Manifest of a Rust package",
        describes=True,
        lists_needs=True,
        is_package=True,
        commands=(ProvenCommand("build", "cargo build", "Compiles the crate with what it needs"),),
    ),
    lock_file("Cargo.lock", "Cargo"),
    ProjectFile(name="build.rs", what="Cargo build script", is_apart=True),
    ProjectFile(name=".cargo/config.toml", has_tasks=True),
)
TOOL_FILES = {
    r"rust-toolchain(?:\.toml)?": "Version of Rust",
    r"\.?rustfmt\.toml": "rustfmt’s settings",
    r"\.?clippy\.toml": "Clippy’s settings",
}
