"""Which answers of another tool count when links are measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import write_files

from benchmarks.linked_corpus import load
from benchmarks.oracle_places import Place
from benchmarks.precision import Measurement

FILES = {
    "a.py": "def run(): ...\ndef other(): ...\ndef wrap(run): ...\n",
    "b.py": "from a import run as go\nimport a as tools\ngo()\ntools.other()\n",
}
USE = ("b.py", 3, 0)
DEFINITION = Place("a.py", 1, 4)
OTHER = Place("a.py", 2, 4)
PARAMETER = Place("a.py", 3, 9)
MODULE = Place("a.py", 0, 0)
Answers = dict[tuple[str, int, int], list[Place]]


class Told:
    """An oracle that says what it was told, and nothing of other places."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def ask(self, path: str, line: int, column: int) -> list[Place]:
        return self._answers.get((path, line, column), [])

    def close(self) -> None: ...


def measure(
    folder: Path,
    answers: Answers,
    output: pytest.CaptureFixture[str],
) -> tuple[float, str]:
    write_files(folder, FILES)
    told = Told(answers)
    measurement = Measurement(load(folder), told, sample=99, show=9, seed=1, below="b.py")
    share = measurement.precision("exact")
    return share, output.readouterr().out


@pytest.mark.parametrize(
    ("places", "share", "said"),
    [
        ([DEFINITION], 1.0, "(1 of 1; no answer for 7, answers about other names for 0;"),
        ([OTHER, DEFINITION], 1.0, "(1 of 1; no answer for 7, answers about other names for 0;"),
        ([OTHER], 1.0, "(0 of 0; no answer for 7, answers about other names for 1;"),
        ([PARAMETER], 0.0, "(0 of 1; no answer for 7, answers about other names for 0;"),
        ([OTHER, PARAMETER], 0.0, "a.py:3 ?\n"),
        ([Place("", 7, 0)], 0.0, "(elsewhere):7"),
        ([Place("/no/such/file.py", 7, 0)], 0.0, "file.py:7"),
        ([MODULE], 0.0, "a.py:0"),  # `go` comes from it, so that the answer is about `go`
        ([], 1.0, "(0 of 0; no answer for 8, answers about other names for 0;"),
    ],
)
def test_answers_about_other_names_are_counted_apart(
    places: list[Place],
    share: float,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found, output = measure(tmp_path, {USE: places}, capsys)
    assert found == share
    assert said in output


def test_places_outside_the_folder_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside.pyi"
    outside.write_text("class run: ...\nclass other: ...\n", "utf-8")
    for line, share, said in ((1, 0.0, "outside.pyi:1"), (2, 1.0, "names for 1;"), (9, 1.0, "1;")):
        place = Place(outside.as_posix(), line, 6)
        found, output = measure(tmp_path / f"project{line}", {USE: [place]}, capsys)
        assert found == share
        assert said in output


def test_a_module_of_another_name_is_another_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {("b.py", 4, 6): [MODULE], ("b.py", 4, 0): [MODULE]}
    share, output = measure(tmp_path, answers, capsys)
    assert share == 1.0
    assert "(1 of 1; no answer for 6, answers about other names for 1;" in output
