"""Late commits as examples of how something is added."""

from __future__ import annotations

from body_text import body_text, section_text
from made_mill import chapter, mill_context
from made_repository import made_context, made_file, made_repository
from made_shop import page

from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory


def test_commits_that_added_something_are_examples() -> None:
    files = [
        made_file("a.py"),
        made_file("b.py"),
        made_file("tests/test_a.py", role="test"),
    ]
    subjects = ("Add a hopper", "Add a sieve", "Fix the sieve", "Add more ruff rules")
    changes = tuple(
        Change(f"{number}" * 40, "Ann", "2026-02-20", subject)
        for number, subject in enumerate(subjects)
    )
    touched: dict[str, tuple[int, ...]] = dict.fromkeys(
        ("a.py", "b.py", "tests/test_a.py"), (0, 1, 2, 3)
    )
    window = ChangeWindow("2026-01-01", 4, changes=changes, touched=touched)
    context = made_context(made_repository(files, history=GitHistory(window=window)))
    body = page(context, "book")
    text = section_text(body, "contributing")

    assert "Further examples to follow: what late commits touched, additions first:" in text
    assert (
        "- “Add a sieve” (2026-02-20): [a.py](repo/a.py_docs.md), [b.py](repo/b.py_docs.md) and "
        "[tests/test_a.py](repo/tests/test_a.py_docs.md)."
    ) in text
    assert "Add a hopper" not in text  # the chapter on what it touched has it
    assert "An example to follow: “Add a hopper”" in body_text(body)
    assert "Fix the sieve" not in text
    assert "ruff" not in text


def test_a_chapter_has_the_latest_commit_that_added_something_to_its_files() -> None:
    tests = ("mill/stones.py", "docs/design.md", "tests/test_stones.py")
    changes = (
        Change("0" * 40, "Ann", "2026-02-21", "Grind faster"),
        Change("1" * 40, "Ann", "2026-02-20", "feat: add a sieve"),
        Change("2" * 40, "Ann", "2026-02-19", "feat: add a hopper"),
    )
    window = ChangeWindow("2026-01-01", 3, changes=changes, touched=dict.fromkeys(tests, (0, 1, 2)))
    context = mill_context(history=GitHistory(window=window))
    said = "An example to follow: “feat: add a sieve” (2026-02-20): [mill/stones.py]("
    assert said in chapter(context, "stones.py")
    assert "An example to follow" not in chapter(context, "grain.py")
