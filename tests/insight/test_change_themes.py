"""What commits were about, as their subjects say."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.changing.change_themes import is_routine, telling, themes
from mkdocs_repodoc.model.files import Change


def commits(*subjects: str) -> list[Change]:
    return [Change("0" * 40, "Ann", "2026-01-01", subject) for subject in subjects]


def test_words_that_recur_are_themes_whatever_their_number() -> None:
    found = themes(
        commits(
            "Reject duplicate Host headers",
            "Improve duplicate header detection",
            "Add a test of duplicate headers",
            "Make the loop faster",
        )
    )
    assert found.words == (("duplicate", 3), ("header", 3))
    assert found.kinds == ()


def test_kinds_are_told_where_most_subjects_keep_the_convention() -> None:
    found = themes(commits("fix(parser): one", "fix: two", "feat!: three", "Four"))
    assert found.kinds == (("fix", 2), ("feat", 1))


def test_a_part_of_the_software_before_a_colon_is_no_kind() -> None:
    assert themes(commits("net/http: one", "doctor: two", "doctor: three")).kinds == ()


def test_one_word_alone_is_no_theme() -> None:
    assert themes(commits("Cut the rope", "Tie the rope", "Dye the rope")).words == ()


@pytest.mark.parametrize(
    "subject",
    [
        "Bump actions/checkout from 4 to 6",
        "build(deps): bump tcell from 2.1 to 2.2",
        "v2.0.1",
        "Update version number",
        "update Cargo.lock",
        "Address review feedback",
        "start version 0.16.0",
        "Begin development of 2.1",
        "[pre-commit.ci] pre-commit autoupdate (#7)",
    ],
)
def test_keeping_things_in_order_tells_nothing(subject: str) -> None:
    assert is_routine(commits(subject)[0])
    assert telling(commits(subject, "Cut the rope", "cut the rope")) == commits("Cut the rope")
