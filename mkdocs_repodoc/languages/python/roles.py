"""Roles of Python files: packages, stubs, modules, tests, scripts."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.languages.role_evidence import (
    DATA_FOLDERS,
    TEST_FOLDERS,
    JudgedFile,
    Judgement,
    as_example,
)
from mkdocs_repodoc.model.clues import (
    CasesClue,
    Clue,
    DefinitionsClue,
    EffectLineClue,
    FolderClue,
    ImportersClue,
    LoadedForTestsClue,
    NameClue,
    NameStartClue,
    NoPackageClue,
    NotCollectedClue,
    ProgramLineClue,
    StartedByClue,
    SuffixClue,
)
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind

_LIBRARY_FOLDERS = frozenset({"test", "testing"})
"""Inside a package these are as often tools for other people's tests."""
_TESTS_OF_A_KIND = "tests.py"
"""What pytest does not collect; others import it where it holds tests of another kind: Jinja's."""
_BY_NAME: dict[str, Judgement] = {
    "__init__.py": ("package", (NameClue("__init__.py"),)),
    "conftest.py": ("test support", (LoadedForTestsClue("pytest", "conftest.py"),)),
}


def judge(file: JudgedFile) -> Judgement:
    """Return the role of a Python file and what it rests on."""
    if file.name.endswith(".pyi"):
        return "stub", (SuffixClue(".pyi"),)
    return (
        _shared_by_tests(file)
        or _BY_NAME.get(file.name)
        or (None if _is_about_tests(file) else _test(file))
        or as_example(file)
        or _sphinx_settings(file)
        or _script(file)
        or ("module", _module_evidence(file))
    )


def _shared_by_tests(file: JudgedFile) -> Judgement | None:
    """Judge a package's own file among tests, where it defines what these share."""
    if file.name != "__init__.py" or not any(
        symbol.kind in FUNCTIONS or symbol.kind == Kind.CLASS for symbol in file.outline.symbols
    ):
        return None
    folder = file.folder_among(TEST_FOLDERS)
    if not folder or file.outline.tests or _is_for_other_tests(file):
        return None
    return "test support", (FolderClue(folder), CasesClue(0))


def _is_about_tests(file: JudgedFile) -> bool:
    """Whether a module called like one of tests is a part of the software that others import."""
    folder = file.folder_among(TEST_FOLDERS)
    return file.name == _TESTS_OF_A_KIND and not folder and bool(file.importers)


def _test(file: JudgedFile) -> Judgement | None:
    """Judge by test cases together with a name or folder; one alone says too little."""
    folder = file.folder_among(TEST_FOLDERS)
    named = PYTHON.names_test(file.name)
    cases = len(file.outline.tests)
    defines = CasesClue(cases)
    if cases and named:
        starts = file.name.startswith("test_")
        return "test", (NameStartClue("test_") if starts else NameClue(file.name), defines)
    if cases and (folder or file.defines_only_tests()):
        if data := file.folder_among(DATA_FOLDERS) if folder else "":
            return "test support", (FolderClue(data), NotCollectedClue())
        return "test", (FolderClue(folder), defines) if folder else (defines,)
    if named and folder and file.outline.symbols:
        return "test", (NameClue(file.name), FolderClue(folder))
    if folder and (named or not _is_for_other_tests(file)):
        return "test support", (FolderClue(folder), CasesClue(0))
    return None


def _is_for_other_tests(file: JudgedFile) -> bool:
    """Whether a folder called like one for tests belongs to a package, as a part for its users."""
    folder = file.folder_among(_LIBRARY_FOLDERS)
    if not folder or folder != file.folder_among(TEST_FOLDERS):
        return False
    return file.is_package("/".join(file.folders[: file.folders.index(folder)]))


def _sphinx_settings(file: JudgedFile) -> Judgement | None:
    if file.name == "conf.py" and (folder := file.folder_among({"doc", "docs"})):
        return "configuration", (NameClue("conf.py"), FolderClue(folder))
    return None


def _script(file: JudgedFile) -> Judgement | None:
    if file.name == "__main__.py":
        return "script", (StartedByClue("python -m", "__main__.py"),)
    if not file.outline.main_line:
        return _bare_script(file)
    starts = ProgramLineClue(file.outline.main_line)
    if not file.importers and not file.is_command:
        return "script", (starts, ImportersClue(0))
    if not file.is_package(file.folder):
        return "script", (starts, NoPackageClue())
    return None


def _bare_script(file: JudgedFile) -> Judgement | None:
    """Judge a file that nobody can import by its name and that does not only define names."""
    line = file.outline.effect_line
    if not line or file.importers or file.is_package(file.folder):
        return None
    return "script", (EffectLineClue(line), NoPackageClue())


def _module_evidence(file: JudgedFile) -> tuple[Clue, ...]:
    importers, outline = file.importers, file.outline
    if importers:
        return (ImportersClue(importers),)
    classes = sum(symbol.kind == Kind.CLASS for symbol in outline.symbols)
    functions = sum(symbol.kind == Kind.FUNCTION for symbol in outline.symbols)
    if classes or functions:
        return (DefinitionsClue(classes, functions),)
    if names := sum("." not in symbol.name for symbol in outline.symbols):
        return (DefinitionsClue(names=names),)
    if outline.lines.code:
        return (DefinitionsClue(),)
    return SuffixClue(".py"), DefinitionsClue(has_code=False)
