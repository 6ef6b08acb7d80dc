"""Features that the manifest of a crate lets one choose."""

from __future__ import annotations

from mkdocs_repodoc.languages.rust.crate_features import crate_features
from mkdocs_repodoc.languages.testing.test_needs import ProjectTexts

MANIFEST = """[package]
name = "mill"

[dependencies]
stone = { version = "1", optional = true }
sieve = { version = "1", optional = true }
grain = "2"

[dependencies.belt]
version = "1"
optional = true

[target.'cfg(unix)'.dependencies]
wheel = { version = "1", optional = true }

[features]
default = ["fast", "wheel"]
slow = []
fast = ["grain/simd", "fine", "stone"]
fine = ["dep:sieve"]
"""


def told(text: str) -> list[tuple[str, bool, tuple[str, ...], int]]:
    project = ProjectTexts("Cargo.toml", {"Cargo.toml"}, {"Cargo.toml": text}.__getitem__)
    return [
        (each.name, each.is_default, each.brings, each.line) for each in crate_features(project)
    ]


def test_features_say_whether_they_are_on_and_what_they_bring() -> None:
    assert told(MANIFEST) == [
        ("fast", True, ("grain/simd", "fine", "stone"), 19),
        ("fine", True, ("dep:sieve",), 20),
        ("wheel", True, ("dep:wheel",), 14),
        ("slow", False, (), 18),
        ("belt", False, ("dep:belt",), 9),
    ]


def test_a_manifest_without_features_or_that_is_broken_has_none() -> None:
    assert told('[package]\nname = "mill"\n') == []
    assert told("[features\n") == []
    assert told(f"a = {'1' * 5_000}\n") == told(f"a = {'[' * 5_000}\n") == []
    assert told("[features]\ndefault = 3\nodd = [1]\n") == [("odd", False, (), 3)]


def test_a_feature_of_a_dependency_turns_it_on_and_a_package_is_no_feature() -> None:
    head = '[dependencies]\nstone = { version = "1", optional = true }\n\n[features]\n'
    assert told(f'{head}default = ["stone/wet"]\n') == [("stone", True, ("dep:stone",), 2)]
    assert told(f'{head}default = ["stone?/wet"]\n') == [("stone", False, ("dep:stone",), 2)]
    assert told(f'{head}default = ["dep:stone"]\n') == []
