"""The table of languages: the only one that names them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from mkdocs_repodoc.languages.formats import format_specs
from mkdocs_repodoc.languages.language import Absent, Language, Snippets

FOLDERS = (
    "c_family",
    "c_sharp",
    "dart",
    "elixir",
    "go",
    "haskell",
    "java",
    "javascript",
    "julia",
    "kotlin",
    "lua",
    "ocaml",
    "php",
    "python",
    "ruby",
    "rust",
    "scala",
    "shell",
    "swift",
    "zig",
)
"""Each holds a `spec.py` with the records `LANGUAGES`."""


def read_specs(packages: Iterable[str]) -> dict[str, Language]:
    """Return the languages of some packages by their names.

    Args:
        packages: Dotted names of packages with a module `spec`.

    Raises:
        ValueError: Two languages have the same name.
    """
    found: dict[str, Language] = {}
    for package in packages:
        for language in import_module(f"{package}.spec").LANGUAGES:
            if found.setdefault(language.name, language) is not language:
                raise ValueError(f"{package}: there is a language {language.name} already")
    return found


def read_formats(packages: Iterable[str]) -> dict[str, Language]:
    """Return the formats that take parts from the languages of some packages, by their names."""
    specs = [import_module(f"{package}.spec") for package in packages]
    return {each.name: each for spec in specs for each in getattr(spec, "FORMATS", ())}


_PACKAGES = [f"{__package__}.{folder}" for folder in FOLDERS]
LANGUAGES = read_specs(_PACKAGES)
"""The languages that have a folder, by name."""
FORMATS = format_specs.FORMATS | read_formats(_PACKAGES)
"""Formats, and languages that are only shown, by name."""
EVERY_FORMAT: tuple[Language, ...] = (*FORMATS.values(), *LANGUAGES.values())
"""These, and before them the formats that have none."""
SNIPPETS: Mapping[str, Snippets] = {
    name: language.snippets
    for name, language in LANGUAGES.items()
    if not isinstance(language.snippets, Absent)
}
"""Languages whose code in prose is read."""


@cache
def language_named(name: str) -> Language:
    """Return the record of a language or format; one with nothing in it if it is not known."""
    return LANGUAGES.get(name) or FORMATS.get(name) or format_specs.format_named(name)


@cache
def language_of_fence(name: str) -> Language:
    """Return the language that a fence of Markdown names, by any of its names."""
    return _aliases().get(name) or language_named(name)


def session_of(text: str, fence: str = "") -> str:
    """Return what Pygments calls the session of an interpreter that a block shows.

    Args:
        text: The block.
        fence: What its fence names.

    Returns:
        Empty for a block that shows none, or whose fence says that it is of another language.
    """
    start = text.lstrip()
    for name, snippets in SNIPPETS.items():
        is_named = not fence or language_of_fence(fence).name == name
        if is_named and start.startswith(snippets.marks.prompts[0]):
            return snippets.session
    return ""


@cache
def _aliases() -> dict[str, Language]:
    return {alias: language for language in EVERY_FORMAT for alias in language.aliases}
