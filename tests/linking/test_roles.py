"""What part a file plays, and what that judgement rests on."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.languages.role_evidence import JudgedFile
from mkdocs_repodoc.linking.roles.role_by_format import by_content
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline, LineCounts
from mkdocs_repodoc.pages.parts.clue_words import evidence_phrase

TEST = "def test_a(): ...\n"
MAIN = "def main(): ...\nif __name__ == '__main__':\n    main()\n"


def role(path: str, content: str = "", others: dict[str, str] | None = None) -> tuple[str, str]:
    file = link_files({path: content, **(others or {})}).repository.files[path]
    return file.role, evidence_phrase(file.role_evidence)


@pytest.mark.parametrize(
    ("path", "content", "expected", "evidence"),
    [
        ("pkg/__init__.py", "", "package", "its name is __init__.py"),
        (
            "pkg/app.py",
            "class A: ...\ndef f(): ...\n",
            "module",
            "it defines 1 class and 1 function",
        ),
        ("pkg/app.pyi", "", "stub", "its suffix is .pyi"),
        ("pkg/__main__.py", "", "script", "python -m runs __main__.py"),
        (
            "tests/conftest.py",
            "",
            "test support",
            "pytest loads conftest.py before the tests beside it",
        ),
        ("tests/test_a.py", TEST, "test", "its name starts with test_ and it defines 1 test case"),
        ("tests/checks.py", TEST, "test", "it is in tests/ and defines 1 test case"),
        (
            "tests/data/fmtonoff5.py",
            TEST,
            "test support",
            "it is in data/ and no test runner looks for its name",
        ),
        (
            "test/fixtures/turn.js",
            "#!/usr/bin/env node\nconst mill = await turn();\nmill.hum = () => {};\n",
            "test support",
            "it is in fixtures/ and defines no test case",
        ),
        ("tests/tools.py", "x = 1\n", "test support", "it is in tests/ and defines no test case"),
        ("examples/demo.py", "", "example", "it is in examples/"),
        ("docs/conf.py", "", "configuration", "its name is conf.py and it is in docs/"),
        ("tool.py", MAIN, "script", "line 2 starts it as a program and no other file imports it"),
        (
            "tools/widths.py",
            "import os\nx = 1\nfor y in x:\n    print(y)\n",
            "script",
            "line 3 runs something and it is in no package",
        ),
        (
            "settings.py",
            "DEBUG = bool(1)\n",
            "module",
            "it defines 1 name and no class or function",
        ),
        ("tox.ini", "", "build", "tox.ini holds the environments of tox"),
        (
            "vitest.config.bun.js",
            "export default {};\n",
            "configuration",
            "its name is that of .config.js files and no other file imports it",
        ),
        (
            "tools/install",
            "#!/usr/bin/env ruby\nputs 1\n",
            "script",
            "its first line names the interpreter",
        ),
        (
            "build",
            "#!/usr/bin/env ruby\nputs 1\n",
            "script",
            "its first line names the interpreter",
        ),
        ("Rakefile", "#!/usr/bin/env ruby\nputs 1\n", "build", "Rakefile is the task file of Rake"),
        (".mailmap", "A <a@b.example>\n", "configuration", "its format is Mailmap"),
        ("p/py.typed", "", "text", "it marks its package as one with type annotations"),
        ("logs/.gitkeep", "", "text", "it is empty and there for its name alone"),
        ("Makefile", "", "build", "Makefile is the command file of make"),
        ("setup.py", "", "build", "setup.py is the setuptools script"),
        ("requirements-dev.txt", "", "build", "it lists what pip is to install"),
        (".github/workflows/ci.yml", "", "workflow", "GitHub runs the files in .github/workflows/"),
        (".gitlab-ci.yml", "", "workflow", "GitLab runs .gitlab-ci.yml"),
        ("LICENSE", "", "licence", "its name is LICENSE"),
        ("COPYING.txt", "", "licence", "its name is COPYING.txt"),
        ("site/tags/license.md", "", "documentation", "it is written in Markdown"),
        ("pkg/NOTICE.md", "", "licence", "its name is NOTICE.md"),
        (
            "tests/templates/template_test.html",
            "<p>",
            "test support",
            "it is in tests/ and defines no test case",
        ),
        ("README.md", "", "documentation", "its name is README.md"),
        ("docs/guide.md", "", "documentation", "it is written in Markdown"),
        ("docs/notes.txt", "", "documentation", "it is text in docs/"),
        ("docs/index.html", "", "documentation", "it is in docs/ and is written in HTML"),
        ("docs/site.css", "", "documentation", "it is in docs/ and is written in CSS"),
        ("notes.txt", "", "text", "it is plain text"),
        (".editorconfig", "", "configuration", "its format is EditorConfig"),
        ("tables/a.csv", "a,b\n", "data", "its format is CSV"),
        ("data/a.toml", "", "data", "it is in data/ and its format is TOML"),
        ("native/a.c", "int a;\n", "source", "it is written in C"),
        ("web/app.test.js", "", "test", "its name is app.test.js"),
        (
            "scripts/install",
            "#!/bin/sh -e\nls\n",
            "script",
            "its first line names the interpreter",
        ),
        ("scripts/build", "#!/bin/sh\nls\n", "script", "its first line names the interpreter"),
        ("INSTALL", "Read me.\n", "documentation", "its name is INSTALL"),
        ("build.sh", "#!/bin/sh\nls\n", "script", "its first line names the interpreter"),
    ],
)
def test_role_and_evidence(path: str, content: str, expected: str, evidence: str) -> None:
    assert role(path, content) == (expected, evidence)


@pytest.mark.parametrize(
    ("source", "expected", "evidence"),
    [
        (SourceFile("a.SVG", "image", "text", 0, ""), "image", "its content is SVG"),
        (SourceFile("a.bin", "image", "png", 0, ""), "image", "its content is PNG"),
    ],
)
def test_what_is_no_text_is_judged_by_its_content(
    source: SourceFile, expected: str, evidence: str
) -> None:
    file = JudgedFile(
        source, FileOutline(LineCounts(0, 0, 0)), 0, is_command=False, is_package=lambda _: False
    )
    judged = by_content(file)
    assert judged is not None
    assert (judged[0], evidence_phrase(judged[1])) == (expected, evidence)


def test_module_that_mentions_unittest_is_no_test() -> None:
    content = "from unittest import mock\ndef patched(): ...\n"
    assert role("pkg/tools.py", content)[0] == "module"


def test_name_alone_makes_no_test() -> None:
    assert role("pkg/test_bench.py", "def run(): ...\n")[0] == "module"


def test_library_for_testing_in_a_package_is_a_module() -> None:
    others = {"pkg/__init__.py": "", "pkg/testing/__init__.py": ""}
    assert role("pkg/testing/client.py", "class Client: ...\n", others)[0] == "module"


def test_module_with_a_main_block_that_others_import_is_a_module() -> None:
    others = {"pkg/__init__.py": "from . import app\n"}
    assert role("pkg/app.py", MAIN, others) == ("module", "1 other file imports it")


def test_a_module_called_tests_that_others_import_is_no_test() -> None:
    code = "def test_odd(value): return value % 2\n"
    others = {"pkg/__init__.py": "", "pkg/defaults.py": "from .tests import test_odd\n"}
    assert role("pkg/tests.py", code, others)[0] == "module"
    assert role("pkg/tests.py", code, {"pkg/__init__.py": ""})[0] == "test"


def test_licence_module_is_code() -> None:
    assert role("pkg/license.py", "def f(): ...\n")[0] == "module"


def test_code_in_a_folder_of_helpers_for_tests_supports_them() -> None:
    assert role("test-helpers/context.js", "module.exports = () => 1\n")[0] == "test support"


def test_rust_source_with_its_own_tests_is_source() -> None:
    content = "pub fn f() {}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn works() {}\n}\n"
    assert role("native/src/lib.rs", content) == ("source", "it is written in Rust")
    assert role("native/tests/all.rs", "#[test]\nfn works() {}\n")[0] == "test"


def test_tests_beside_the_code_make_no_test_file() -> None:
    tests = "#[cfg(test)]\nmod tests {\n    #[test]\n    fn works() {}\n}\n"
    assert role("src/buffer.rs", f"pub struct Buffer;\n{tests}")[0] == "source"
    assert role("src/buffer.rs", f"pub(crate) struct Buffer;\n{tests}")[0] == "source"
    assert role("src/sizes.rs", f"pub(crate) const MOST: u64 = 5;\n{tests}")[0] == "source"
    assert role("src/checks.rs", tests)[0] == "test"


def test_methods_of_types_of_other_files_make_no_test_file() -> None:
    tests = "#[cfg(test)]\nmod tests {\n    struct Mock;\n    impl Mock { fn new() {} }\n"
    tests += "    #[test]\n    fn works() {}\n}\n"
    completed = "impl Buffer {\n    pub fn drain(&self) {}\n}\nimpl Default for Buffer {}\n"
    assert role("src/draining.rs", completed + tests)[0] == "source"
    assert role("src/checks.rs", tests)[0] == "test"


def test_a_module_called_setup_builds_nothing() -> None:
    others = {"pkg/modules/__init__.py": "", "pkg/__init__.py": ""}
    assert role("pkg/modules/setup.py", "def facts(): ...\n", others)[0] == "module"


def test_a_plugin_for_tests_of_templates_is_no_test() -> None:
    others = {"pkg/__init__.py": "", "pkg/test/__init__.py": ""}
    plugin = "class TestModule:\n    def tests(self): ...\n"
    assert role("pkg/test/core.py", plugin, others)[0] == "module"


def test_what_a_compiler_has_written_is_compiled() -> None:
    settings = {"tsconfig.json": '{"compilerOptions": {"outDir": "build"}}'}
    evidence = "tsconfig.json has the compiler write into build/"
    assert role("build/a.d.ts", "export const a: number;\n", settings) == ("compiled", evidence)
    assert role("src/a.ts", "export const a = 1;\n", settings)[0] == "source"


def test_what_tests_share_in_a_packages_own_file_is_none_of_the_software() -> None:
    shared = "class Environment: ...\n"
    assert role("tests/utils/__init__.py", shared)[0] == "test support"
    assert role("tests/utils/__init__.py", "X = 1\n")[0] == "package"
    assert role("pkg/testing/__init__.py", shared, {"pkg/__init__.py": ""})[0] == "package"


def test_what_builds_a_gem_is_no_code_of_it() -> None:
    code = "Gem::Specification.new do |s|\n  s.name = 'tide'\nend\n"
    evidence = "RubyGems reads files whose suffix is .gemspec"
    assert role("tide.gemspec", code) == ("build", evidence)
    assert role("lib/tide.rb", "module Tide\nend\n")[0] == "source"


@pytest.mark.parametrize(
    ("importer", "expected"), [("integration/b.py", "test support"), ("pkg/b.py", "module")]
)
def test_code_beside_tests_of_a_kind_supports_them_unless_software_imports_it(
    importer: str, expected: str
) -> None:
    others = {"integration/test_a.py": TEST, importer: "import integration.tools\n"}
    assert role("integration/tools.py", "x = 1\n", others)[0] == expected


def test_a_module_that_is_called_as_a_build_script_is_the_software() -> None:
    files = {
        "Cargo.toml": '[package]\nname = "mill"\n',
        "build.rs": "fn main() {}\n",
        "src/main.rs": "mod cmd;\nfn main() {}\n",
        "src/cmd/mod.rs": "pub mod build;\n",
        "src/cmd/build.rs": "pub fn execute() {}\n",
    }
    repository = link_files(files).repository
    assert repository.files["src/cmd/build.rs"].role == "source"
    assert repository.files["build.rs"].role == "build"
