"""The table of languages: the only one that names them all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from mkdocs_repodoc.languages.folderless import FORMATS, format_named
from mkdocs_repodoc.languages.language import Language

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


LANGUAGES = read_specs(f"{__package__}.{folder}" for folder in FOLDERS)
"""The languages that have a folder, by name."""
EVERY_FORMAT: tuple[Language, ...] = (*FORMATS.values(), *LANGUAGES.values())
"""These, and before them the formats that have none."""


@cache
def language_named(name: str) -> Language:
    """Return the record of a language or format; one with nothing in it if it is not known."""
    return LANGUAGES.get(name) or FORMATS.get(name) or format_named(name)


@cache
def language_of_fence(name: str) -> Language:
    """Return the language that a fence of Markdown names, by any of its names."""
    return _aliases().get(name) or language_named(name)


@cache
def _aliases() -> dict[str, Language]:
    return {alias: language for language in EVERY_FORMAT for alias in language.aliases}
