"""What code does that stays: what it deletes, writes or sends."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.changing.delicate_names import Delicate
from mkdocs_repodoc.insight.changing.lasting_effects import lasting_effects


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
    assert lasting_effects(code) == [
        Delicate("deletes files", 2, "unlink", 4),
        Delicate("writes or moves files", 1, "write_text", 6),
    ]


def test_commands_that_send_something_are_told() -> None:
    code = ["await execa('git', ['push', remote]);", "sacks.push('--tag');", "// ['publish']"]
    assert lasting_effects(code) == [Delicate("sends something to others", 1, "push", 1)]


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
    assert [each.topic for each in lasting_effects([code])] == ["sends something to others"]


@pytest.mark.parametrize(
    "code",
    [
        'const METHODS = ["push", "pop", "shift"];',
        'handlers["upload"](request);',
        'help = "Use `git push` afterwards"',
        "node.next.unlink();",
        "class A { unlink(x) {} }",
        "class A { writeFile(x, y = f()) {} }",
        "void WriteFile(const char* p);",
    ],
)
def test_what_is_listed_said_or_defined_has_no_effect(code: str) -> None:
    assert lasting_effects([code]) == []


@pytest.mark.parametrize(
    "code", ["if (writeFile(a)) {", "return writeFile(a);", "writeFile(a);", "if !WriteFile(a) {"]
)
def test_calls_without_an_owner_are_told(code: str) -> None:
    assert [each.topic for each in lasting_effects([code])] == ["writes or moves files"]
