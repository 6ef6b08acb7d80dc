"""Needs of a first test of C and C++: builds in which a warning is an error."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest

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
