"""Features of a crate: what its manifest lets one choose when it is built."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from mkdocs_repodoc.languages.testing.test_needs import OptionalPart, ProjectTexts, line_at
from mkdocs_repodoc.text.document_parts.toml_document import load_toml

_MANIFEST = "Cargo.toml"
_DEFAULT = "default"
_PACKAGE = "dep:"


def crate_features(project: ProjectTexts) -> Iterator[OptionalPart]:
    """Yield the features of the crate at the top, those that are on by default first.

    An optional dependency is a feature of its name where no feature names it as a package. One
    that other features bring is left out: nobody needs to choose it.
    """
    text = project.text(_MANIFEST)
    try:
        manifest = load_toml(text)
    except ValueError:  # the manifest's own page says so
        return
    features = {name: _texts(each) for name, each in _table(manifest, "features").items()}
    brought = {each for name in features if name != _DEFAULT for each in features[name]}
    packages = {each for brings in features.values() for each in brings if _PACKAGE in each}
    for name in _optional(manifest):
        if name not in brought and f"{_PACKAGE}{name}" not in packages:
            features.setdefault(name, (f"{_PACKAGE}{name}",))
    on = _closure(features, _DEFAULT)
    ordered = sorted(features.items(), key=lambda each: each[0] not in on)
    for name, brings in ordered:
        if name != _DEFAULT:
            yield OptionalPart(name, name in on, brings, _MANIFEST, _line(text, name))


def _table(around: object, name: str) -> Mapping[str, object]:
    found = around.get(name) if isinstance(around, dict) else None
    return found if isinstance(found, dict) else {}


def _texts(listed: object) -> tuple[str, ...]:
    given = listed if isinstance(listed, list) else []
    return tuple(each for each in given if isinstance(each, str))


def _optional(manifest: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the dependencies that are there only if somebody chooses them."""
    targets = _table(manifest, "target").values()
    for around in (manifest, *targets):
        for name, each in _table(around, "dependencies").items():
            if isinstance(each, dict) and each.get("optional") is True:
                yield name


def _closure(features: Mapping[str, Collection[str]], first: str) -> set[str]:
    """Return what a feature turns on, also by way of others."""
    found: set[str] = set()
    waiting = [first]
    while waiting:
        for each in features.get(waiting.pop(), ()):
            name = each.removeprefix(_PACKAGE) if each not in features else each
            name = name.partition("/")[0]  # of `a?/b` the mark keeps it from being a feature
            if name in features and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _line(text: str, name: str) -> int:
    """Return the line that declares a feature, or the dependency that is one."""
    start = max(text.find("[features]"), 0)
    written = re.escape(name)
    declared = re.compile(rf"^(?:{written}\s*=|\[[^\]]*\.{written}\])", re.MULTILINE)
    match = declared.search(text, start) or declared.search(text)
    return line_at(text, match.start()) if match is not None else 1
