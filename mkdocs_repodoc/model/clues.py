"""Clues to the role and the origin of a file: a closed set of records, which pages word."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec


class _Clue(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=True):
    """One thing that was seen; encoded with the name of its class, as facts are."""


class NameClue(_Clue, frozen=True):
    """The file has a name that means something by itself."""

    name: str


class NameStartClue(_Clue, frozen=True):
    """Its name begins as test runners expect."""

    start: str


class SuffixClue(_Clue, frozen=True):
    """Its name ends as only those of its role do."""

    suffix: str


class SettingsNameClue(_Clue, frozen=True):
    """Its name is one of those in which tools look for their settings."""

    ending: str
    """What they have in common: `.config.ts`."""


class PathClue(_Clue, frozen=True):
    """Its path has a part that tells the origin."""

    part: str


class FolderClue(_Clue, frozen=True):
    """It is in a folder with a telling name, at any depth."""

    folder: str


class StartedByClue(_Clue, frozen=True):
    """A program or a service runs a file of this name."""

    starter: str
    name: str


class ServiceFolderClue(_Clue, frozen=True):
    """A service runs the files in a folder."""

    service: str
    folder: str


class ReadByClue(_Clue, frozen=True):
    """A tool reads the files with a suffix."""

    tool: str
    suffix: str


class LoadedForTestsClue(_Clue, frozen=True):
    """A test runner loads a file of this name before the tests beside it."""

    runner: str
    name: str


class ToolFileClue(_Clue, frozen=True):
    """A tool looks for a file of this name."""

    name: str
    what: str
    """What people call it, without an article: `manifest of an npm package`."""


class TypeMarkerClue(_Clue, frozen=True):
    """It marks its package as one with type annotations."""


class EmptyFileClue(_Clue, frozen=True):
    """It is empty and there for its name alone."""


class ContentClue(_Clue, frozen=True):
    """Its content is an image of some format."""

    format: str


class BinaryClue(_Clue, frozen=True):
    """Its content is not text."""


class SubmoduleClue(_Clue, frozen=True):
    """It is a submodule of Git."""


class LfsClue(_Clue, frozen=True):
    """Its content is kept in Git LFS."""


class SymlinkClue(_Clue, frozen=True):
    """It is a symbolic link."""

    target: str


class FormatClue(_Clue, frozen=True):
    """Its language or format is one of those that have the role."""

    language: str
    relation: Literal["written in", "written for", "format"]


class PlainTextClue(_Clue, frozen=True):
    """It is text in no format that we know."""

    folder: str = ""
    """The telling folder that it is in."""


class CasesClue(_Clue, frozen=True):
    """It defines so many test cases, or none."""

    number: int


class NotCollectedClue(_Clue, frozen=True):
    """No test runner looks for its name."""


class UndeclaredClue(_Clue, frozen=True):
    """No other file of its package takes it in, as its language wants it."""


class InterpreterClue(_Clue, frozen=True):
    """Its first line names the interpreter."""


class ScriptClue(_Clue, frozen=True):
    """It is written in a language of scripts."""

    language: str


class ProgramLineClue(_Clue, frozen=True):
    """A line of it starts it as a program."""

    line: int


class EffectLineClue(_Clue, frozen=True):
    """A line of it runs something, also when it is imported."""

    line: int


class ImportersClue(_Clue, frozen=True):
    """So many other files import it, or none."""

    number: int


class NoPackageClue(_Clue, frozen=True):
    """It is in no package."""


class DefinitionsClue(_Clue, frozen=True):
    """It defines classes and functions, or else other names, or nothing."""

    classes: int = 0
    functions: int = 0
    names: int = 0
    """Counted only where there are no others."""
    has_code: bool = True


class DeclaredClue(_Clue, frozen=True):
    """`.gitattributes` declares an attribute of it."""

    attribute: str


class NoticeClue(_Clue, frozen=True):
    """A comment declares that a program has written it."""

    line: int


class OutputFolderClue(_Clue, frozen=True):
    """Settings have a compiler write into the folder that it is in."""

    settings: str
    """Path of their file."""
    folder: str


class StatedClue(_Clue, frozen=True):
    """An extension has judged it, and says why in words of its own."""

    words: str


Clue: TypeAlias = (
    NameClue
    | NameStartClue
    | SuffixClue
    | SettingsNameClue
    | PathClue
    | FolderClue
    | StartedByClue
    | ServiceFolderClue
    | ReadByClue
    | LoadedForTestsClue
    | ToolFileClue
    | TypeMarkerClue
    | EmptyFileClue
    | ContentClue
    | BinaryClue
    | SubmoduleClue
    | LfsClue
    | SymlinkClue
    | FormatClue
    | PlainTextClue
    | CasesClue
    | NotCollectedClue
    | UndeclaredClue
    | InterpreterClue
    | ScriptClue
    | ProgramLineClue
    | EffectLineClue
    | ImportersClue
    | NoPackageClue
    | DefinitionsClue
    | DeclaredClue
    | NoticeClue
    | OutputFolderClue
    | StatedClue
)
