"""What code does that stays: what it deletes, writes or sends."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.delicate_names import Delicate
from mkdocs_repodoc.insight.changing.lasting_effects import (
    lasting_effects,
    named_effects,
    own_functions,
)


def test_calls_are_told_by_what_they_do() -> None:
    code = [
        "def unlink(path): ...",
        "shutil.rmtree(mill)",
        "# os.remove(mill)",
        "flour.unlink(missing_ok=True); os.remove(mill)",
        "sacks.remove(mill)",
        "mill.write_text('rmtree(a)')",
        "localStorage.removeItem(mill); navigator.clipboard.writeText(mill)",
    ]
    assert lasting_effects(named_effects(code, "python")) == [
        Delicate("deletes files", 2, "unlink", 4),
        Delicate("writes or moves files", 1, "write_text", 6),
    ]


def test_a_function_of_the_software_itself_does_what_nobody_knows() -> None:
    text = "class Formatter:\n    def write_text(self, text):\n        self.lines = text\n"
    own = own_functions(link_files({"mill/formatter.py": text}).repository)
    code = ["formatter.write_text(text)", "os.remove(mill)"]
    assert lasting_effects(named_effects(code, "python"), own) == [
        Delicate("deletes files", 1, "remove", 2)
    ]


def test_the_function_of_php_that_deletes_a_file_is_known() -> None:
    assert lasting_effects(named_effects(["unlink($file);"], "php")) == [
        Delicate("deletes files", 1, "unlink", 1)
    ]


def test_commands_that_send_something_are_told() -> None:
    code = ["await execa('git', ['push', remote]);", "sacks.push('--tag');", "// ['publish']"]
    assert lasting_effects(named_effects(code, "javascript")) == [
        Delicate("sends something to others", 1, "push", 1)
    ]


@pytest.mark.parametrize(
    "code",
    [
        'subprocess.run(["git", "push"])',
        'os.system("git push")',
        "await $`npm publish --tag ${tag}`;",
        "execSync(`git push ${remote}`);",
    ],
)
def test_the_tool_stands_before_what_it_is_told_to_do(code: str) -> None:
    assert [each.topic for each in lasting_effects(named_effects([code], "python"))] == [
        "sends something to others"
    ]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ('const METHODS = ["push", "pop", "shift"];', "javascript"),
        ('handlers["upload"](request);', "javascript"),
        ('help = "Use `git push` afterwards"', "python"),
        ("node.next.unlink();", "javascript"),
        ("class A { unlink(x) {} }", "javascript"),
        ("class A { writeFile(x, y = f()) {} }", "javascript"),
        ("void WriteFile(const char* p);", "c++"),
    ],
)
def test_what_is_listed_said_or_defined_has_no_effect(code: str, language: str) -> None:
    assert lasting_effects(named_effects([code], language)) == []


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("if (writeFile(a)) {", "javascript"),
        ("return writeFile(a);", "typescript"),
        ("writeFile(a);", "tsx"),
        ("if !WriteFile(a) {", "go"),
        ("Files.write(a)", "kotlin"),
        ("fs::write(a, b)?;", "rust"),
    ],
)
def test_calls_are_told(code: str, language: str) -> None:
    assert [each.topic for each in lasting_effects(named_effects([code], language))] == [
        "writes or moves files"
    ]


def test_a_function_is_called_as_its_language_calls_it() -> None:
    assert lasting_effects(
        named_effects(["shutil.rmtree(a)", "os.Create(a)", "File.write(a)"], "go")
    ) == [Delicate("writes or moves files", 1, "Create", 2)]
    assert lasting_effects(named_effects(["rmtree(a)"], "markdown")) == []


def test_tools_of_all_languages_send() -> None:
    sent = ['run("cargo publish")', 'run(["uv", "publish"])', 'run("maven publish")']
    (told,) = lasting_effects(named_effects(sent, "shell"))
    assert (told.topic, told.lines) == ("sends something to others", 2)


def test_commands_that_change_a_repository_are_told() -> None:
    code = [
        "this.exec(`git reset --hard HEAD${more}`);",
        "return this.exec(['git', 'tag', '--annotate', name]);",
        "const names = this.exec('git tag --list');",
        "const branch = this.exec(['git', 'branch']);",
        "this.exec('git merge-base a b'); say('git commit it');",
    ]
    assert lasting_effects(named_effects(code, "javascript")) == [
        Delicate("changes a repository of Git", 2, "git tag", 2)
    ]
