"""Samples of what pages say, and what becomes of the verdicts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from support.repositories import write_files

from benchmarks.corpora import commit
from benchmarks.samples import Row, draw, draw_evenly, main

FILES = {
    "a.py": (
        "import pickle\nclass Store:\n    def __enter__(self): ...\n"
        "    def __exit__(self, *error): ...\n"
        "def load(data):\n    return pickle.loads(data)\n"
    ),
    "b.py": "from a import load\nload(b'')\n",
    "tests/test_a.py": "import pickle\ndef test_a():\n    pickle.loads(b'')\n",
}


def rows(title: str, count: int) -> list[Row]:
    return [Row("r", "c", "a.py", str(n), title, f"{title} {n}") for n in range(count)]


def sample(what: str, folder: Path, output: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    if not folder.exists():
        folder.mkdir()
        write_files(folder, FILES)
        commit(folder)
    assert main([what, str(folder), "--size", "10000"]) == 0
    return list(csv.DictReader(output.readouterr().out.splitlines()))


def test_a_repository_without_a_remote_is_given_no_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [row["said"] for row in sample("statements", tmp_path / "shop", capsys)]
    assert not any("github.com" in each for each in said)


def test_findings_are_those_that_pages_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = sample("findings", tmp_path / "shop", capsys)
    assert [(row["page"], row["line"], row["title"]) for row in found] == [
        ("a.py", "3", "context-manager"),
        ("a.py", "6", "S301"),
    ]
    assert {row["repository"] for row in found} == {"shop"}


def test_statements_are_what_the_pages_say_themselves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [row["said"] for row in sample("statements", tmp_path / "shop", capsys)]
    assert "a.load: Used by: [b.py]: [2]" in said


def test_what_only_leads_on_or_repeats_the_file_is_no_statement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = sample("statements", tmp_path / "shop", capsys)
    titles = {row["title"] for row in found}
    assert not titles & {"Cross-References", "File Information", "Keyword → Section Map"}
    said = {row["said"] for row in found}
    assert "[All stops]" not in said
    assert not any(each.startswith("Next: [") or each.endswith(":") for each in said)
    assert "[used by 1 file]" in said


def test_a_seed_draws_the_same_again() -> None:
    population = rows("one", 50)
    assert draw(population, 5, 1) == draw(population, 5, 1) != draw(population, 5, 2)
    assert len(draw(population, 99, 1)) == 50


def test_titles_have_even_shares() -> None:
    drawn = draw_evenly([*rows("many", 1_000), *rows("few", 20)], 20, 1)
    assert 5 <= sum(row.title == "few" for row in drawn) <= 15


def test_figures_count_what_was_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "judged.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(Row._fields)
        writer.writerow(Row("r", "c", "a.py", "1", "t", "s", "yes", "no"))
        writer.writerow(Row("r", "c", "a.py", "2", "t", "s", "yes", "yes"))
    assert main(["figures", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: true: 2 of 2 (1.000); useful: 1 of 2 (0.500)\n"
