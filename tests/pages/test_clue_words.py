"""Words for what a role or an origin rests on: each clue has some."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from mkdocs_repodoc.model.clues import (
    CasesClue,
    Clue,
    DefinitionsClue,
    FolderClue,
    FormatClue,
    ImportersClue,
    PlainTextClue,
    ToolFileClue,
)
from mkdocs_repodoc.pages.parts.clue_words import clue_phrase, evidence_phrase


@pytest.mark.parametrize("kind", get_args(Clue), ids=lambda kind: kind.__name__)
def test_every_clue_has_words(kind: type[Clue]) -> None:
    sample = {int: 2, bool: True, str: "toml"}
    values = [sample.get(field.type, "format") for field in msgspec.structs.fields(kind)]
    phrase = clue_phrase(msgspec.convert([kind.__name__, *values], kind))
    assert phrase
    assert "{" not in phrase


@pytest.mark.parametrize(
    ("clue", "phrase"),
    [
        (FormatClue("toml", "format"), "its format is TOML"),
        (FormatClue("makefile", "written for"), "it is written for make"),
        (PlainTextClue(), "it is plain text"),
        (PlainTextClue("docs"), "it is text in docs/"),
        (CasesClue(0), "it defines no test case"),
        (ImportersClue(0), "no other file imports it"),
        (ImportersClue(1), "1 other file imports it"),
        (ImportersClue(2), "2 other files import it"),
        (DefinitionsClue(1, 2), "it defines 1 class and 2 functions"),
        (DefinitionsClue(names=3), "it defines 3 names and no class or function"),
        (DefinitionsClue(), "it runs statements and defines no class or function"),
        (DefinitionsClue(has_code=False), "it contains no code"),
        (
            ToolFileClue("Gemfile", "list of gems for Bundler"),
            "Gemfile is the list of gems for Bundler",
        ),
        (ToolFileClue("tox.ini", "environments of tox"), "tox.ini holds the environments of tox"),
    ],
)
def test_numbers_and_names_choose_the_words(clue: Clue, phrase: str) -> None:
    assert clue_phrase(clue) == phrase


def test_several_clues_are_one_clause() -> None:
    assert evidence_phrase([FolderClue("tests"), CasesClue(3)]) == (
        "it is in tests/ and defines 3 test cases"
    )
    assert evidence_phrase([]) == ""
