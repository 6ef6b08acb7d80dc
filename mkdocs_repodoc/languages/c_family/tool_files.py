"""Files by which tools know a project of C or C++."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile

PROJECT_FILES = (
    ProjectFile(name="CMakeLists.txt", what="CMake build file", title="CMake build"),
    ProjectFile(name="meson.build", what="Meson build file"),
    ProjectFile(name="conanfile.py", what="Conan recipe"),
)
TOOL_FILES = {r"\.clang-(?:format|tidy)": "Settings for Clang tools"}
