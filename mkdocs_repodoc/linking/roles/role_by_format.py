"""Roles that the format of a file tells: documents, settings, data, build files."""

from __future__ import annotations

from typing import Literal

from mkdocs_repodoc.languages.role_evidence import (
    DATA_FOLDERS,
    DOCUMENTATION_FOLDERS,
    JudgedFile,
    Judgement,
)
from mkdocs_repodoc.model.clues import (
    BinaryClue,
    ContentClue,
    FolderClue,
    FormatClue,
    LfsClue,
    PlainTextClue,
    SubmoduleClue,
    SymlinkClue,
)
from mkdocs_repodoc.model.repository import Role

_DOCUMENTATION_LANGUAGES = {"markdown", "restructuredtext", "asciidoc", "tex", "mdx", "org"}
_CONFIGURATION_LANGUAGES = {
    "dotenv",
    "editorconfig",
    "gitattributes",
    "gitconfig",
    "gitmodules",
    "ignore",
    "ini",
    "java-properties",
    "json5",
    "mailmap",
    "toml",
    "yaml",
}
_DATA_LANGUAGES = {
    "binary",
    "csv",
    "diff",
    "json",
    "pofile",
    "protobuf text",
    "sql",
    "textproto",
    "xml",
}
_BUILD_LANGUAGES = {"bazel", "cmake", "dockerfile", "makefile", "meson", "requirements"}
_FORMATS: tuple[tuple[set[str], Role, Literal["written in", "written for", "format"]], ...] = (
    (_DOCUMENTATION_LANGUAGES, "documentation", "written in"),
    (_BUILD_LANGUAGES, "build", "written for"),
    (_CONFIGURATION_LANGUAGES, "configuration", "format"),
    (_DATA_LANGUAGES, "data", "format"),
    ({"jupyter"}, "example", "format"),
)
_PROSE_LANGUAGES = {"text", "plain-text"}
_PAGE_LANGUAGES = {"html", "css", "scss", "less"}
"""What pages of a site are made of; in a folder of documentation they are pages of it."""


def by_content(file: JudgedFile) -> Judgement | None:
    """Judge a file that is no text, or whose text is elsewhere."""
    source = file.source
    if source.kind == "image":
        is_drawing = source.path.lower().endswith(".svg")
        return "image", (ContentClue("SVG" if is_drawing else source.language.upper()),)
    if source.kind == "symlink":
        return "text", (SymlinkClue(source.target),)
    if source.kind == "submodule":
        return "data", (SubmoduleClue(),)
    if source.kind == "lfs":
        return "binary", (LfsClue(),)
    if source.kind == "binary":
        return "binary", (BinaryClue(),)
    return None


def by_format(file: JudgedFile) -> Judgement | None:
    """Judge a file that is no code by its format."""
    language = file.source.language
    is_data = language in _CONFIGURATION_LANGUAGES or language in _DATA_LANGUAGES
    if is_data and (folder := file.folder_among(DATA_FOLDERS)):
        return "data", (FolderClue(folder), FormatClue(language, "format"))
    if language in _PAGE_LANGUAGES and (folder := file.folder_among(DOCUMENTATION_FOLDERS)):
        return "documentation", (FolderClue(folder), FormatClue(language, "written in"))
    for languages, role, relation in _FORMATS:
        if language in languages:
            return role, (FormatClue(language, relation),)
    if language in _PROSE_LANGUAGES:
        if folder := file.folder_among(DOCUMENTATION_FOLDERS):
            return "documentation", (PlainTextClue(folder),)
        return "text", (PlainTextClue(),)
    return None
