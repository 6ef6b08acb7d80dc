"""The example's questions, answered by the command line as somebody has found by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.program import run_program
from support.repositories import commit_all, copy_example, git

from benchmarks.questions import QUESTIONS, Answer, HandAnswer, read, verdict

HERE = Path(__file__).parent


def ask(arguments: Sequence[str]) -> Answer:
    done = run_program("--quiet", "query", *arguments, "--json")
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def test_answers_are_those_found_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_example(tmp_path / "example")
    monkeypatch.chdir(tmp_path / "example")
    git(Path(), "tag", "v1")
    Path("NEWS.md").write_text("# News\n")
    alerts = Path("src/tidewatch/alerts.py")
    alerts.write_text(alerts.read_text("utf-8") + "\n\n# The end.\n")
    commit_all(Path())
    questions = read(HERE / "example_questions.yml")["example"]
    assert [said for each in questions if (said := verdict(each, ask))] == []


def test_a_wrong_answer_is_told() -> None:
    def wrong(_arguments: Sequence[str]) -> Answer:
        return {"question": "uses", "status": "answered", "uses": [{"path": "a.py", "line": 2}]}

    assert verdict(HandAnswer("who", "uses a", ["a.py:2"]), wrong) == ""
    assert verdict(HandAnswer("who", "uses a", []), wrong) == (
        "who: answered ['a.py:2'], by hand []"
    )
    assert verdict(HandAnswer("who", "uses a", ["a.py:2"], "not known"), wrong)


def test_a_hyphen_of_a_path_is_no_range_of_lines() -> None:
    def given(_arguments: Sequence[str]) -> Answer:
        changed = [{"path": "a-b.py", "change": "modified"}]
        return {"question": "changes", "status": "answered", "changed": changed, "commit_count": 7}

    assert verdict(HandAnswer("what", "changes v1", ["a-b.py modified"]), given) == ""
    assert verdict(HandAnswer("how many", "changes v1", ["7"], part="commit_count"), given) == ""


def test_there_are_more_than_fifty_questions() -> None:
    listed = read(QUESTIONS)
    assert len(listed) == 6
    assert sum(map(len, listed.values())) > 50
