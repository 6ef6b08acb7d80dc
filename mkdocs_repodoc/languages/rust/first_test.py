"""Needs of a first test of Rust: the features with which a crate is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.testing.test_needs import FirstTest, Need, ProjectTexts, line_at

_MANIFEST = "Cargo.toml"
_DEFAULT = re.compile(r"^default\s*=\s*\[(?P<names>[^\]]*)\]", re.MULTILINE)


def _features(project: ProjectTexts) -> Iterator[Need]:
    text = project.text(_MANIFEST)
    start = text.find("[features]")
    match = _DEFAULT.search(text, start) if start >= 0 else None
    names = re.findall(r'"([^"]+)"', match["names"]) if match is not None else []
    if match is not None and names:
        yield Need("features", ", ".join(names), _MANIFEST, line_at(text, match.start()))


FIRST_TEST = FirstTest(features=_features)
