"""Files by which tools know a project of C or C++, and builds in which a warning is an error."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile
from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest

PROJECT_FILES = (
    ProjectFile(name="CMakeLists.txt", what="CMake build file", title="CMake build"),
    ProjectFile(name="meson.build", what="Meson build file"),
    ProjectFile(name="conanfile.py", what="Conan recipe"),
)
TOOL_FILES = {r"\.clang-(?:format|tidy)": "Settings for Clang tools"}
_BUILDS = re.compile(
    r"(?:.*/)?(?:CMakeLists\.txt|[^/]+\.cmake|CMakePresets\.json|meson\.build|(?:GNU)?[Mm]akefile(?:\.am)?|configure\.ac)"
)
_WARNINGS = re.compile(
    r"(?<![\w-])-Werror\b(?!=)|(?<!\w)/WX\b(?!-)|\bwerror=true\b"
    r"|\bCMAKE_COMPILE_WARNING_AS_ERROR\s+(?:ON|TRUE|1)\b"
    r"|\bCOMPILE_WARNING_AS_ERROR\s+(?:ON|TRUE|1)\b"
)

FIRST_TEST = FirstTest(
    gates=(GateRule(_BUILDS, _WARNINGS, "warnings", comments=re.compile(r"#[^\n]*")),)
)
