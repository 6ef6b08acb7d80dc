"""Needs of a first test of JavaScript: the engines that a manifest demands."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mkdocs_repodoc.languages.testing.test_needs import FirstTest, Need, ProjectTexts, line_of

_MANIFEST = "package.json"
_ENGINES = {"node": "Node.js", "npm": "npm", "pnpm": "pnpm", "yarn": "Yarn", "bun": "Bun"}


def _versions(project: ProjectTexts) -> Iterator[Need]:
    text = project.text(_MANIFEST)
    try:
        manifest = json.loads(text or "{}")
    except json.JSONDecodeError:
        return
    engines = manifest.get("engines") if isinstance(manifest, dict) else None
    for name, version in engines.items() if isinstance(engines, dict) else ():
        if name in _ENGINES and isinstance(version, str):
            line = line_of(text, f'"{name}"', text.find('"engines"'))
            yield Need(_ENGINES[name], version, _MANIFEST, line)


FIRST_TEST = FirstTest(versions=_versions)
