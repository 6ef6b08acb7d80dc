"""What code does that stays: what it deletes, writes or sends."""

from __future__ import annotations

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
