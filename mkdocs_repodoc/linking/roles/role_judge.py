"""The role of each file in its repository, and the evidence for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import cast

from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.languages.extension_role import extension_roles
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.languages.resolution.own_files import takes_part
from mkdocs_repodoc.languages.role_evidence import (
    DATA_FOLDERS,
    TEST_FOLDERS,
    JudgedFile,
    Judgement,
    as_example,
)
from mkdocs_repodoc.linking.roles.role_by_format import by_content, by_format
from mkdocs_repodoc.linking.roles.role_by_name import as_marker, by_custom, by_tool
from mkdocs_repodoc.model.clues import (
    CasesClue,
    Clue,
    FolderClue,
    FormatClue,
    InterpreterClue,
    NameClue,
    ScriptClue,
    StatedClue,
)
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import Role
from mkdocs_repodoc.processes.containment import fault

_TEST_NAME = re.compile(r".*_test\.\w+$")
"""In any language; those of a language alone are in its record."""


class RoleJudge:
    """Judges the roles of files.

    Args:
        importers: Returns for a path how many files import that file.
        is_package: Tells whether the files of a folder are reached as parts of a package.
        commands: Paths of the files that installed commands start.
    """

    def __init__(
        self,
        importers: Callable[[str], int],
        is_package: Callable[[str], bool],
        commands: AbstractSet[str],
    ) -> None:
        self._importers = importers
        self._is_package = is_package
        self._commands = commands

    def judge(self, source: SourceFile, outline: FileOutline) -> Judgement:
        """Return a file's role and what it rests on."""
        path = source.path
        file = JudgedFile(
            source, outline, self._importers(path), path in self._commands, self._is_package
        )
        return (
            by_content(file)
            or _as_compiled(source)
            or _by_extension(file)
            or by_tool(file)
            or (None if _is_named_freely(file) else by_custom(file))
            or _by_language(file)
            or as_marker(file)
            or by_format(file)
            or _as_test(file)
            or _as_code(file)
        )


def _as_compiled(source: SourceFile) -> Judgement | None:
    return ("compiled", source.origin_evidence) if source.origin == "compiled" else None


def _by_extension(file: JudgedFile) -> Judgement | None:
    for extension, role in extension_roles():
        try:
            evidence = role.judge(file)
        except Exception as error:
            raise ExtensionError(
                extension, f"fails as it judges {file.source.path}: {fault(error)}"
            ) from error
        if evidence:
            return cast("Role", role.name), (StatedClue(evidence),)
    return None


def _is_named_freely(file: JudgedFile) -> bool:
    """Whether a file is a program by its first line: it may be called `install` or `build`."""
    language = language_named(file.source.language)
    is_code = language.is_script or not isinstance(language.outline, Absent)
    return "." not in file.name and is_code and file.outline.main_line == 1


def _by_language(file: JudgedFile) -> Judgement | None:
    judge = language_named(file.source.language).roles
    return None if isinstance(judge, Absent) or not takes_part(file.source) else judge.load()(file)


def _as_test(file: JudgedFile) -> Judgement | None:
    """Judge by test cases; those that stand beside the code they test make no test file."""
    beside = isinstance(language_named(file.source.language).test_names, Absent)
    named = _names_test(file.name)
    cases = len(file.outline.tests)
    folder = file.folder_among(TEST_FOLDERS)
    if cases and (named or folder or file.defines_only_tests(hidden=beside)):
        where: tuple[Clue, ...] = (FolderClue(folder),) if folder else ()
        return "test", (*where, CasesClue(cases))
    if named and not isinstance(language_named(file.source.language).outline, Absent):
        return "test", (NameClue(file.name),)
    return None


def _names_test(name: str) -> bool:
    """Whether a name is that of a test in any language."""
    return bool(_TEST_NAME.match(name)) or any(
        language.names_test(name) for language in LANGUAGES.values()
    )


def _as_code(file: JudgedFile) -> Judgement:
    if example := as_example(file):
        return example
    folder = file.folder_among(TEST_FOLDERS)
    if folder and (data := file.folder_among(DATA_FOLDERS)):  # programs that tests start
        return "test support", (FolderClue(data), CasesClue(0))
    if file.outline.main_line == 1:
        return "script", (InterpreterClue(),)
    written_in = language_named(file.source.language)
    if written_in.is_script:
        return "script", (ScriptClue(written_in.name),)
    if folder:
        return "test support", (FolderClue(folder), CasesClue(0))
    return "source", (FormatClue(written_in.name, "written in"),)
