"""The table of languages: the only one that names them all.

The product's own are offered in the same way as those of an extension, and read by one function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TypeVar

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.extensions.named_extensions import derived, offered_parts
from mkdocs_repodoc.extensions.parts import OfferedPart, items_of, own_parts
from mkdocs_repodoc.languages.formats import format_specs
from mkdocs_repodoc.languages.language import Absent, Language, Snippets

Part = TypeVar("Part")

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


class Registered(Mapping[str, Part]):
    """What is registered under names, extensions in use included.

    Args:
        read: Returns it as it is now.
    """

    def __init__(self, read: Callable[[], Mapping[str, Part]]) -> None:
        self._read = read

    def __getitem__(self, name: str) -> Part:
        """Return what is registered under a name.

        Raises:
            KeyError: Nothing is.
        """
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def read_languages(offered: Iterable[OfferedPart]) -> dict[str, Language]:
    """Return the languages that parts hold, by their names.

    Args:
        offered: What is offered in the group `LANGUAGES`.

    Raises:
        ExtensionError: A part holds no languages, or one whose name is taken.
    """
    found: dict[str, Language] = {}
    for extension, language in items_of(offered, Language):
        if found.setdefault(language.name, language) is not language:
            raise ExtensionError(extension, f"adds the language {language.name}, which is there")
    return found


def read_formats(packages: Iterable[str]) -> dict[str, Language]:
    """Return the formats that take parts from the languages of some packages, by their names."""
    specs = [import_module(f"{package}.spec") for package in packages]
    return {each.name: each for spec in specs for each in getattr(spec, "FORMATS", ())}


_PACKAGES = [f"{__package__}.{folder}" for folder in FOLDERS]
_OWN = own_parts(parts.LANGUAGES, [f"{package}.spec:LANGUAGES" for package in _PACKAGES])


@derived
def _languages() -> dict[str, Language]:
    return read_languages([*_OWN, *offered_parts(parts.LANGUAGES)])


@derived
def every_format() -> tuple[Language, ...]:
    """Return the formats, and after them the languages that have a folder or an extension."""
    return (*FORMATS.values(), *LANGUAGES.values())


@derived
def _snippets() -> Mapping[str, Snippets]:
    return {
        name: language.snippets
        for name, language in LANGUAGES.items()
        if not isinstance(language.snippets, Absent)
    }


LANGUAGES: Mapping[str, Language] = Registered(_languages)
"""The languages that have a folder, and those of extensions, by name."""
FORMATS = format_specs.FORMATS | read_formats(_PACKAGES)
"""Formats, and languages that are only shown, by name."""
SNIPPETS: Mapping[str, Snippets] = Registered(_snippets)
"""Languages whose code in prose is read."""


@derived
def language_named(name: str) -> Language:
    """Return the record of a language or format; one with nothing in it if it is not known."""
    return LANGUAGES.get(name) or FORMATS.get(name) or format_specs.format_named(name)


@derived
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


@derived
def _aliases() -> dict[str, Language]:
    return {alias: language for language in every_format() for alias in language.aliases}
