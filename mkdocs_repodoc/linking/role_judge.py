"""The role of each file in its repository, and the evidence for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.python.resolution.symbol_table import is_python
from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.kinds import MAIN, Kind
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import Role
from mkdocs_repodoc.paths import folder_of, name_of
from mkdocs_repodoc.text.english import count, enumeration

Judgement = tuple[Role, str]

_TEST_FOLDERS = {"test", "tests", "testing", "__tests__", "spec", "specs"}
_LIBRARY_FOLDERS = {"test", "testing"}
"""Inside a package these are as often tools for other people's tests."""
_EXAMPLE_FOLDERS = {"example", "examples", "sample", "samples", "demo", "demos", "tutorial"}
_EXAMPLE_FOLDERS |= {"tutorials"}
_TEST_NAME = re.compile(r".*_test\.\w+$")
"""In any language; those of a language alone are in its record."""
_LICENCE = re.compile(
    r"(?:licen[cs]es?|copying|notice|unlicense|copyright)(?:[-._].*)?$", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"(?:readme|changelog|changes|history|news|contributing|authors|contributors|maintainers"
    r"|security|code_of_conduct|governance|roadmap|todo|install|upgrading|citation|support)"
    r"(?:[-._].*)?$",
    re.IGNORECASE,
)
_BUILD_NAMES = {
    "build": "build file",
    "build.bazel": "Bazel build file",
    "build.gradle": "Gradle build file",
    "build.gradle.kts": "Gradle build file",
    "build.rs": "Cargo build script",
    "cargo.lock": "lock file of Cargo",
    "cargo.toml": "manifest of a Rust package",
    "cmakelists.txt": "CMake build file",
    "composer.json": "manifest of a PHP package",
    "conanfile.py": "Conan recipe",
    "containerfile": "image recipe",
    "dockerfile": "image recipe",
    "gemfile": "Bundler's list of gems",
    "gnumakefile": "command file of make",
    "go.mod": "manifest of a Go module",
    "go.sum": "lock file of a Go module",
    "gulpfile.js": "build script",
    "hatch_build.py": "build hook of Hatch",
    "justfile": "command file of just",
    "makefile": "command file of make",
    "manifest.in": "list of files for a source distribution",
    "meson.build": "Meson build file",
    "noxfile.py": "session file of Nox",
    "package-lock.json": "lock file of npm",
    "package.json": "manifest of an npm package",
    "pdm.lock": "lock file of PDM",
    "pipfile": "list of requirements for Pipenv",
    "pipfile.lock": "lock file of Pipenv",
    "pnpm-lock.yaml": "lock file of pnpm",
    "poetry.lock": "lock file of Poetry",
    "pom.xml": "Maven build file",
    "pyproject.toml": "metadata of a Python project",
    "rakefile": "task file of Rake",
    "setup.cfg": "configuration of setuptools",
    "setup.py": "setuptools script",
    "snakefile": "workflow of Snakemake",
    "taskfile.yml": "task file",
    "tox.ini": "environments of tox",
    "uv.lock": "lock file of uv",
    "webpack.config.js": "configuration of webpack",
    "workspace": "Bazel workspace",
    "yarn.lock": "lock file of Yarn",
}
_WORKFLOW_NAMES = {
    ".drone.yml": "Drone",
    ".gitlab-ci.yml": "GitLab",
    ".travis.yml": "Travis CI",
    "appveyor.yml": "AppVeyor",
    ".appveyor.yml": "AppVeyor",
    "azure-pipelines.yml": "Azure Pipelines",
    "bitbucket-pipelines.yml": "Bitbucket",
    "cloudbuild.yaml": "Google Cloud Build",
    "jenkinsfile": "Jenkins",
}
_WORKFLOW_FOLDERS = {
    ".github/workflows": "GitHub",
    ".github/actions": "GitHub",
    ".gitea/workflows": "Gitea",
    ".forgejo/workflows": "Forgejo",
    ".circleci": "CircleCI",
    ".woodpecker": "Woodpecker",
    ".buildkite": "Buildkite",
    ".azure-pipelines": "Azure Pipelines",
}
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
_DATA_FOLDERS = {"data", "dataset", "datasets", "fixtures", "testdata"}
_BUILD_LANGUAGES = {"bazel", "cmake", "dockerfile", "makefile", "meson", "requirements"}
_FORMATS: tuple[tuple[set[str], Role, str], ...] = (
    (_DOCUMENTATION_LANGUAGES, "documentation", "it is written in"),
    (_BUILD_LANGUAGES, "build", "it is written for"),
    (_CONFIGURATION_LANGUAGES, "configuration", "its format is"),
    (_DATA_LANGUAGES, "data", "its format is"),
)
_PLAINLY = {
    "cmake": "it is written for CMake",
    "dockerfile": "it is written for Docker",
    "ignore": "it lists patterns of files",
    "makefile": "it is written for make",
    "requirements": "it lists what pip is to install",
}
"""Evidence where naming the format would say less."""
_PROSE_LANGUAGES = {"text", "plain-text"}


class RoleJudge:
    """Judges the roles of files.

    Args:
        imported: Paths of the files that other files import.
        packages: Folders that are Python packages.
        commands: Paths of the modules that installed commands start.
    """

    def __init__(
        self, imported: Callable[[str], int], packages: Callable[[str], bool], commands: set[str]
    ) -> None:
        self._importers = imported
        self._is_package = packages
        self._commands = commands

    def judge(self, source: SourceFile, outline: FileOutline) -> Judgement:
        """Return a file's role and a phrase that says what it rests on."""
        folders = source.path.split("/")[:-1]
        name = name_of(source.path)
        return (
            _by_kind(source)
            or (not _is_bare_script(source, outline) and _by_name(name, folders))
            or (is_python(source) and self._python(source, outline, name, folders))
            or self._other(source, outline, folders)
        )

    def _python(
        self, source: SourceFile, outline: FileOutline, name: str, folders: list[str]
    ) -> Judgement:
        if name.endswith(".pyi"):
            return "stub", "its suffix is .pyi"
        if name == "__init__.py":
            return "package", "its name is __init__.py"
        if name == "conftest.py":
            return "test support", "pytest loads conftest.py before the tests beside it"
        if folder := _first(folders, _LIBRARY_FOLDERS):
            is_packaged = self._is_package("/".join(folders[: folders.index(folder)]))
        else:
            is_packaged = False
        return (
            _test(outline, name, folders, is_packaged=is_packaged)
            or _by_folder(name, folders)
            or self._script(source, outline, name)
            or ("module", self._module_evidence(source, outline))
        )

    def _script(self, source: SourceFile, outline: FileOutline, name: str) -> Judgement | None:
        if name == "__main__.py":
            return "script", "python -m runs __main__.py"
        importers = self._importers(source.path)
        if not outline.main_line:
            return self._bare_script(source, outline, importers)
        where = f"line {outline.main_line} starts it as a program"
        if not importers and source.path not in self._commands:
            return "script", f"{where} and no other file imports it"
        if not self._is_package(folder_of(source.path)):
            return "script", f"{where} and it lies in no package"
        return None

    def _bare_script(
        self, source: SourceFile, outline: FileOutline, importers: int
    ) -> Judgement | None:
        """Judge a file that nobody can import by its name and that does not only define names."""
        line = outline.effect_line
        if not line or importers or self._is_package(folder_of(source.path)):
            return None
        return "script", f"line {line} runs something, and it lies in no package"

    def _module_evidence(self, source: SourceFile, outline: FileOutline) -> str:
        importers = self._importers(source.path)
        if importers:
            return f"{importers} other {'file imports' if importers == 1 else 'files import'} it"
        defined = _defined(outline)
        if defined:
            return f"it defines {defined}"
        if names := sum("." not in symbol.name for symbol in outline.symbols):
            return f"it defines {count(names, 'name')} and no class or function"
        if outline.lines.code:
            return "it runs statements and defines no class or function"
        return "its suffix is .py and it holds no code"

    def _other(self, source: SourceFile, outline: FileOutline, folders: list[str]) -> Judgement:
        return (
            _by_marker(source)
            or _by_format(source.language, folders)
            or _other_test(source, outline, folders)
            or _other_code(source.language, outline, folders)
        )


def _is_bare_script(source: SourceFile, outline: FileOutline) -> bool:
    """Whether a file is a script by its first line, called `install` or `build` or whatever."""
    name = name_of(source.path)
    is_code = language_named(source.language).is_script or is_python(source)
    return "." not in name and is_code and outline.main_line == 1


def _by_folder(name: str, folders: list[str]) -> Judgement | None:
    if folder := _first(folders, _EXAMPLE_FOLDERS):
        return "example", f"it lies in {folder}/"
    if name == "conf.py" and (folder := _first(folders, {"doc", "docs"})):
        return "configuration", f"its name is conf.py and it lies in {folder}/"
    return None


def _by_marker(source: SourceFile) -> Judgement | None:
    """Judge a file that is there for its name's sake."""
    name = name_of(source.path).lower()
    if name == "py.typed":
        return "text", "it marks its package as one with type annotations"
    if not source.size and name in {".gitkeep", ".keep", ".nojekyll", ".gitignore"}:
        return "text", "it is empty and there for its name alone"
    return None


def _by_format(language: str, folders: list[str]) -> Judgement | None:
    """Judge a file that is no code by its format."""
    is_data = language in _CONFIGURATION_LANGUAGES or language in _DATA_LANGUAGES
    if is_data and (folder := _first(folders, _DATA_FOLDERS)):
        return "data", f"it lies in {folder}/ and its format is {language_named(language).title}"
    for languages, role, reason in _FORMATS:
        if language in languages:
            return role, _PLAINLY.get(language) or f"{reason} {language_named(language).title}"
    if language == "jupyter":
        return "example", "it is a notebook"
    if language in _PROSE_LANGUAGES:
        if folder := _first(folders, {"doc", "docs", "documentation"}):
            return "documentation", f"it is text in {folder}/"
        return "text", "it is plain text"
    return None


def _names_test(name: str) -> bool:
    """Whether a name is that of a test in any language but the one that has rules of its own."""
    return bool(_TEST_NAME.match(name)) or any(
        language.names_test(name) for language in LANGUAGES.values()
    )


def _other_test(source: SourceFile, outline: FileOutline, folders: list[str]) -> Judgement | None:
    """Judge by test cases; those that stand beside the code they test make no test file."""
    name = source.path.rpartition("/")[2]
    beside = isinstance(language_named(source.language).test_names, Absent)
    named = _names_test(name)
    cases = len(outline.tests)
    folder = _first(folders, _TEST_FOLDERS)
    if cases and (named or folder or cases == _top_level(outline, hidden=beside)):
        where = f"it lies in {folder}/ and " if folder else ""
        return "test", f"{where}it defines {count(cases, 'test case')}"
    if named:
        return "test", f"its name says so: {name}"
    return None


def _other_code(language: str, outline: FileOutline, folders: list[str]) -> Judgement:
    if folder := _first(folders, _EXAMPLE_FOLDERS):
        return "example", f"it lies in {folder}/"
    if outline.main_line == 1:
        return "script", "its first line names the interpreter"
    written_in = language_named(language)
    if written_in.is_script:
        return "script", f"it is a {written_in.title} script"
    if folder := _first(folders, _TEST_FOLDERS):
        return "test support", f"it lies in {folder}/ and defines no test case"
    return "source", f"it is written in {written_in.title}"


def _by_kind(source: SourceFile) -> Judgement | None:
    if source.kind == "image":
        is_drawing = source.path.lower().endswith(".svg")
        return "image", f"its content is {'SVG' if is_drawing else source.language.upper()}"
    if source.kind == "symlink":
        return "text", f"it is a symbolic link to {source.target}"
    if source.kind == "submodule":
        return "data", "it is a Git submodule"
    if source.kind == "lfs":
        return "binary", "its content is kept in Git LFS"
    if source.kind == "binary":
        return "binary", "its content is no text"
    return None


def _by_name(name: str, folders: list[str]) -> Judgement | None:
    lower = name.lower()
    if lower in _WORKFLOW_NAMES:
        return "workflow", f"{_WORKFLOW_NAMES[lower]} runs {name}"
    folder = "/".join(folders)
    for held, host in _WORKFLOW_FOLDERS.items():
        if folder == held or folder.startswith(f"{held}/"):
            return "workflow", f"{host} runs what lies in {held}/"
    if lower in _BUILD_NAMES:
        what = _BUILD_NAMES[lower]
        verb = "holds" if what.startswith(("environments", "configuration", "metadata")) else "is"
        return "build", f"{name} {verb} the {what}"
    if _LICENCE.match(name) and not lower.endswith((".py", ".js", ".ts", ".rs", ".go", ".c")):
        return "licence", f"its name is {name}"
    if _DOCUMENT.match(name) and lower.endswith((".md", ".rst", ".txt", ".adoc", name.lower())):
        suffix = lower.rpartition(".")[2] if "." in lower else ""
        if suffix in ("", "md", "rst", "txt", "adoc", "markdown"):
            return "documentation", f"its name is {name}"
    return None


def _test(
    outline: FileOutline, name: str, folders: list[str], *, is_packaged: bool
) -> Judgement | None:
    """Judge by test cases together with a name or folder; one alone says too little."""
    folder = _first(folders, _TEST_FOLDERS)
    named = language_named("python").names_test(name)
    cases = len(outline.tests)
    defines = f"it defines {count(cases, 'test case')}"
    if cases and named:
        start = "test_" if name.startswith("test_") else name
        says = f"its name starts with {start}" if start == "test_" else f"its name is {start}"
        return "test", f"{says} and {defines}"
    if cases and (folder or cases == _top_level(outline)):
        data = _first(folders, _DATA_FOLDERS) if folder else ""
        unseen = f"it lies in {data}/ and no test runner looks for its name"
        where = f"it lies in {folder}/ and {defines}" if folder else defines
        return ("test support", unseen) if data else ("test", where)
    if named and folder and not outline.symbols:
        return "test support", f"it lies in {folder}/ and defines no test case"
    if named and folder:
        return "test", f"its name is {name} and it lies in {folder}/"
    if folder and not (is_packaged and folder in _LIBRARY_FOLDERS):
        return "test support", f"it lies in {folder}/ and defines no test case"
    return None


def _top_level(outline: FileOutline, *, hidden: bool = False) -> int:
    """Return how many test cases a file has if it defines nothing else, `hidden` or public."""
    tests = set(outline.tests)
    others = [s.name for s in outline.symbols if s.kind in MAIN and (s.public or hidden)]
    return len(tests) if all(name in tests or _holds(name, tests) for name in others) else -1


def _holds(name: str, tests: set[str]) -> bool:
    is_inner = "." in name or "::" in name
    return is_inner or any(test.startswith(f"{name}.") for test in tests)


def _defined(outline: FileOutline) -> str:
    classes = sum(symbol.kind == Kind.CLASS for symbol in outline.symbols)
    functions = sum(symbol.kind == Kind.FUNCTION for symbol in outline.symbols)
    found = [
        count(number, word)
        for number, word in ((classes, "class"), (functions, "function"))
        if number
    ]
    return enumeration(found)


def _first(folders: list[str], known: set[str]) -> str:
    return next((folder for folder in folders if folder.lower() in known), "")
