"""Why the book says that files are risky to change."""

from __future__ import annotations

import pytest
from body_text import phrase_text, section_text
from made_repository import made_context, made_file, made_repository, made_symbol
from made_shop import page
from support.linked import link_files

from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory
from mkdocs_repodoc.model.records import FileComplexity
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.risk_reasons import outside_users
from mkdocs_repodoc.pages.parts.change_words import is_fix

_SUBJECTS = ("Fix a race", "Oil the stone", "Sanitise what is sifted", "Fix a typo", "Mend: crash")


def watched(code: str = "", lines: int = 200, cases: tuple[str, ...] = ()) -> str:
    """Return the chapter on a repository with three often changed files and others."""
    spots = [f"{letter}.py" for letter in "abc"]
    run = made_symbol("run", line=1, end_line=90)
    files = [
        made_file(path, [run], complexity=FileComplexity(30, 12, 0), lines=lines, tests=cases)
        for path in spots
    ]
    users = [f"user{number}.py" for number in range(6)]
    files += [made_file(path) for path in ("quiet.py", "often.py", *users)]
    files += [made_file("notes.txt", role="text", language="text")]
    files += [made_file("tests/test_a.py", role="test")]
    changes = tuple(
        Change(f"{number}" * 40, "Ann", f"2026-02-{20 - number}", subject)
        for number, subject in enumerate(_SUBJECTS)
    )
    window = ChangeWindow(
        since="2025-03-01",
        commits=30,
        counts={**dict.fromkeys(spots, 7), "notes.txt": 9, "tests/test_a.py": 4, "quiet.py": 1},
        in_year=30,
        changes=changes,
        touched={"a.py": (0, 1, 2, 3, 4), "b.py": (2,), "notes.txt": (2,)},
    )
    repository = made_repository(
        files,
        imports=[(path, "quiet.py") for path in users],
        history=GitHistory(window=window, past=window),
    )
    texts = dict.fromkeys([file.path for file in repository.files.values()], code)
    return section_text(page(made_context(repository, texts=texts), "book"), "what-to-watch")


def test_fixes_are_counted_and_told_first() -> None:
    text = watched()
    fixes = "2 commits are fixes by their subjects, the last: “Fix a race” (2026-02-20). Among"
    assert fixes in text
    assert " Among its other commits: “Oil the stone” (2026-02-19), “Sanitise" in text
    assert "Among its commits" not in text  # what `b.py` has, `a.py` has told


def test_long_functions_and_delicate_names_are_told() -> None:
    text = watched("lock()\nlock()\nlock()\n")
    assert "function (12) is [run](repo/a.py_docs.md#a.run) with 90 lines." in text
    assert "Its code names threads and locks in 3 lines (`lock` from [line 1](" in text


def test_files_that_are_risky_for_other_reasons_are_listed() -> None:
    text = watched()
    assert (
        "Hardly changed in that time, though many files depend on them: "
        "[quiet.py](repo/quiet.py_docs.md) (6)."
    ) in text
    assert (
        "Touched by commits on security (“Sanitise what is sifted” (2026-02-18)): "
        "[b.py](repo/b.py_docs.md) (1) and [a.py](repo/a.py_docs.md) (1)."
    ) in text


@pytest.mark.parametrize(
    ("subject", "fixes"),
    [
        ("Fix race condition", True),
        ("bugfix: no crash on empty input", True),
        ("fix lint", False),
        ("auto fix uninlined_format_args warnings", False),
        ("Fix typos in docs", False),
        ("Add prefix option", False),
        ("feat: several relays Fixes #1040", False),
        ("Fix install script (#509)", False),
    ],
)
def test_what_mends_nothing_in_the_software_is_no_fix(subject: str, fixes: bool) -> None:
    assert is_fix(Change("1" * 40, "Ann", "2026-02-20", subject)) is fixes


def test_cases_that_stand_in_a_file_are_tests_of_it() -> None:
    assert "2 test cases are in the file itself." in watched(cases=("a", "b"))
    assert "no test file" not in watched(cases=("a", "b"))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (90, "7 commits, and 55 of the last 90 (since 2020-01-01). 9 lines"),
        (30, "7 commits. 9 lines"),
    ],
)
def test_commits_of_the_whole_past_are_counted_as_well(known: int, said: str) -> None:
    measured = FileComplexity(30, 12, 0)
    files = [
        made_file(f"{name}.py", [made_symbol("run")], complexity=measured, lines=9)
        for name in "abcdef"
    ]
    counts = dict.fromkeys((file.path for file in files), 7)
    window = ChangeWindow("2026-01-01", 30, counts, in_year=30)
    past = ChangeWindow("2020-01-01", known, dict.fromkeys(counts, 55))
    repository = made_repository(files, history=GitHistory(window=window, past=past))
    assert said in section_text(page(made_context(repository), "book"), "what-to-watch")


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("2024-11-05", "(since 2020-01-01; its first is of 2024-11-05). "),
        ("2020-06-01", "(since 2020-01-01). "),
    ],
)
def test_a_file_that_is_younger_than_all_known_commits_is_said_to_be(first: str, said: str) -> None:
    measured = FileComplexity(30, 12, 0)
    files = [
        made_file(f"{name}.py", [made_symbol("run")], complexity=measured, lines=9)
        for name in "abcdef"
    ]
    counts = dict.fromkeys((file.path for file in files), 7)
    window = ChangeWindow("2026-01-01", 2, counts, in_year=2)
    changes = tuple(
        Change(day, "Ann", day, "Add it") for day in ("2026-01-02", first, "2020-01-01")
    )
    past = ChangeWindow("2020-01-01", 3, counts, changes=changes, touched={"a.py": (0, 1)})
    repository = made_repository(files, history=GitHistory(window=window, past=past))
    text = section_text(page(made_context(repository), "book"), "what-to-watch")
    assert f"7 commits, and 7 of the last 3 {said}" in text


def test_code_that_reads_documentation_is_told_since_its_form_matters() -> None:
    linked = link_files(
        {
            "mill/stones.py": 'class Stone:\n    """Turns. Options: speed."""\n',
            "mill/cli.py": (
                "from mill.stones import Stone\n\n\ndef main():\n    print(Stone.__doc__)\n"
                "    main.__doc__ = ''\n"
            ),
        }
    )
    view = BookView(made_context(linked.repository, texts=linked.texts))
    told = " ".join(phrase_text(each) for each in outside_users(view, "mill/stones.py") if each)
    assert told == (
        "Code reads the documentation of [Stone](repo/mill/stones.py_docs.md#mill.stones.Stone) "
        "([cli.py:5](repo/mill/cli.py_docs.md#L5)): its form matters."
    )
    assert not any(outside_users(view, "mill/cli.py"))
