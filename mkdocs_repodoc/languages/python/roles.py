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
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.text.english import count, enumeration

_LIBRARY_FOLDERS = frozenset({"test", "testing"})
"""Inside a package these are as often tools for other people's tests."""
_BY_NAME: dict[str, Judgement] = {
    "__init__.py": ("package", "its name is __init__.py"),
    "conftest.py": ("test support", "pytest loads conftest.py before the tests beside it"),
}


def judge(file: JudgedFile) -> Judgement:
    """Return the role of a Python file and a phrase that says what it rests on."""
    if file.name.endswith(".pyi"):
        return "stub", "its suffix is .pyi"
    return (
        _shared_by_tests(file)
        or _BY_NAME.get(file.name)
        or _test(file)
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
    return "test support", f"it is in {folder}/ and defines no test case"


def _test(file: JudgedFile) -> Judgement | None:
    """Judge by test cases together with a name or folder; one alone says too little."""
    folder = file.folder_among(TEST_FOLDERS)
    named = PYTHON.names_test(file.name)
    cases = len(file.outline.tests)
    defines = f"it defines {count(cases, 'test case')}"
    if cases and named:
        start = "test_" if file.name.startswith("test_") else ""
        says = f"its name starts with {start}" if start else f"its name is {file.name}"
        return "test", f"{says} and {defines}"
    if cases and (folder or file.defines_only_tests()):
        data = file.folder_among(DATA_FOLDERS) if folder else ""
        unseen = f"it is in {data}/ and no test runner looks for its name"
        where = f"it is in {folder}/ and {defines}" if folder else defines
        return ("test support", unseen) if data else ("test", where)
    if named and folder and file.outline.symbols:
        return "test", f"its name is {file.name} and it is in {folder}/"
    if folder and (named or not _is_for_other_tests(file)):
        return "test support", f"it is in {folder}/ and defines no test case"
    return None


def _is_for_other_tests(file: JudgedFile) -> bool:
    """Whether a folder called like one for tests belongs to a package, as a part for its users."""
    folder = file.folder_among(_LIBRARY_FOLDERS)
    if not folder or folder != file.folder_among(TEST_FOLDERS):
        return False
    return file.is_package("/".join(file.folders[: file.folders.index(folder)]))


def _sphinx_settings(file: JudgedFile) -> Judgement | None:
    if file.name == "conf.py" and (folder := file.folder_among({"doc", "docs"})):
        return "configuration", f"its name is conf.py and it is in {folder}/"
    return None


def _script(file: JudgedFile) -> Judgement | None:
    if file.name == "__main__.py":
        return "script", "python -m runs __main__.py"
    if not file.outline.main_line:
        return _bare_script(file)
    where = f"line {file.outline.main_line} starts it as a program"
    if not file.importers and not file.is_command:
        return "script", f"{where} and no other file imports it"
    if not file.is_package(file.folder):
        return "script", f"{where} and it is in no package"
    return None


def _bare_script(file: JudgedFile) -> Judgement | None:
    """Judge a file that nobody can import by its name and that does not only define names."""
    line = file.outline.effect_line
    if not line or file.importers or file.is_package(file.folder):
        return None
    return "script", f"line {line} runs something, and it is in no package"


def _module_evidence(file: JudgedFile) -> str:
    importers, outline = file.importers, file.outline
    if importers:
        return f"{importers} other {'file imports' if importers == 1 else 'files import'} it"
    if defined := _defined(outline):
        return f"it defines {defined}"
    if names := sum("." not in symbol.name for symbol in outline.symbols):
        return f"it defines {count(names, 'name')} and no class or function"
    if outline.lines.code:
        return "it runs statements and defines no class or function"
    return "its suffix is .py and it contains no code"


def _defined(outline: FileOutline) -> str:
    classes = sum(symbol.kind == Kind.CLASS for symbol in outline.symbols)
    functions = sum(symbol.kind == Kind.FUNCTION for symbol in outline.symbols)
    found = [
        count(number, word)
        for number, word in ((classes, "class"), (functions, "function"))
        if number
    ]
    return enumeration(found)
