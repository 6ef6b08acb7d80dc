"""Questions to `query` whose answers were found by hand, and whether it gives the same ones.

`python -m benchmarks.questions FOLDER`: the folder has clones of the repositories that
`questions.yml` names, each at the commit that it names.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

QUESTIONS = Path(__file__).with_name("questions.yml")
PROGRAM = Path(sys.executable).with_name("mkdocs-repodoc")
_HEAD = 8
"""Lines that a definition may have in front of the one with its name."""

Answer = Mapping[str, Any]
Ask = Callable[[Sequence[str]], Answer]
"""Takes a question as the command line has it."""


class HandAnswer(NamedTuple):
    """A question with the answer that was found by hand."""

    ask: str
    """In words."""
    query: str
    """The same as a command line, behind `mkdocs-repodoc query`."""
    answer: Sequence[str]
    status: str = "answered"
    part: str = ""
    """What is compared, where that is not what the question is mostly about."""


def verdict(question: HandAnswer, ask: Ask) -> str:
    """Ask a question; return what is wrong with the answer, and nothing if it is right."""
    answer = ask(shlex.split(question.query))
    given = sorted(set(_given(question.part or answer["question"], answer)))
    expected = sorted(map(str, question.answer))
    agrees = len(given) == len(expected) and all(
        any(_covers(each, wanted) for each in given) for wanted in expected
    )
    if agrees and answer["status"] == question.status:
        return ""
    return f"{question.ask}: {answer['status']} {given}, by hand {expected}"


def _given(part: str, answer: Answer) -> Iterator[str]:
    if part == "symbol":
        for each in [answer["subject"]] if answer["subject"] else answer["candidates"]:
            yield f"{each['path']}:{each['line']}-{each['end_line']}"
    elif part == "subclasses":
        yield from (each["name"].rpartition(".")[2] for each in answer["subclasses"])
    elif part == "uses":
        yield from (f"{each['path']}:{each['line']}" for each in answer["uses"])
    elif part == "callees":
        yield from (each["symbol"]["name"] for each in answer["callees"])
    elif part == "tests":
        yield from (each["test"]["id"].rpartition("#")[2] for each in answer["tests"])
    elif part == "changes":
        yield from (f"{each['path']} {each['change']}" for each in answer["changed"])
    elif part == "imports":
        yield from (each["path"] for each in answer["importers"])
        yield from (each["leads_to"] for each in answer["imports"] if each["leads_to"])
    elif part == "commit_count":
        yield str(answer[part])
    else:
        yield from map(str, answer[part])


def _covers(given: str, wanted: str) -> bool:
    """Whether a place is the wanted one: a definition begins with its decorators or attributes."""
    path, _, lines = given.rpartition(":")
    wanted_path, _, line = wanted.rpartition(":")
    if not path or "-" not in lines or path != wanted_path:  # a path may have a hyphen, and no line
        return given == wanted
    first, last = map(int, lines.split("-"))
    return first <= int(line) <= min(last, first + _HEAD)


def read(file: Path) -> dict[str, list[HandAnswer]]:
    """Return the questions of a file, by repository."""
    listed = yaml.safe_load(file.read_text("utf-8"))["questions"]
    return {name: [HandAnswer(**each) for each in entries] for name, entries in listed.items()}


def _asking(folder: Path) -> Ask:
    def ask(arguments: Sequence[str]) -> Answer:
        done = subprocess.run(
            [str(PROGRAM), "--quiet", "query", *arguments, "--json"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return msgspec.json.decode(done.stdout, type=dict[str, Any])

    return ask


def main() -> None:
    """Ask all questions, and print the answers that are not as found by hand."""
    folder = Path(sys.argv[1])
    asked = wrong = 0
    for name, questions in read(QUESTIONS).items():
        for question in questions:
            asked += 1
            if said := verdict(question, _asking(folder / name)):
                wrong += 1
                print(f"{name}: {said}")
    print(f"{asked} questions, {asked - wrong} answers as found by hand")


if __name__ == "__main__":
    main()
