"""The index of the source: blocks of text, and which of them hold each trigram."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.linked import insight_into, link_files

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.data_files import DataFiles, SourceLines
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.source_search.known_pieces import KnownPieces
from mkdocs_repodoc.client.source_search.source_index import SourceIndex
from mkdocs_repodoc.client.source_search.trigrams import packed, trigrams
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.settings import Settings


def test_trigrams_are_within_lines_and_of_ascii() -> None:
    assert trigrams("Abc\ncd\nxéyz\n\tif") == {"abc", "\tif"}


def test_a_letter_whose_small_form_is_ascii_makes_no_trigram() -> None:
    assert trigrams("\N{KELVIN SIGN}ab") == set()


@pytest.mark.parametrize(
    ("numbers", "count", "text"),
    [
        ([], 9, ""),
        ([0], 9, "A"),
        ([1, 3], 9, "BB"),
        ([32], 99, "gB"),
        ([0, 1, 2], 3, "!"),
        ([0, 1, 3], 4, "!C"),
    ],
)
def test_numbers_are_packed_as_distances(numbers: list[int], count: int, text: str) -> None:
    assert packed(numbers, count) == text


def written(files: Mapping[str, str], listed: Mapping[str, list[str]]) -> dict[str, Any]:
    linked = link_files(dict(files))
    settings = Settings(root=Path("/nowhere"))
    lines = SourceLines(lambda path: files[path].splitlines(), lambda path: listed.get(path, []))
    made = DataFiles(insight_into(linked), plan_site(linked.repository, settings), settings, lines)
    return {
        name: json.loads(made[name].decode().partition(",")[2].rpartition(",")[0])
        for name in made
        if name.startswith("source/")
    }


def test_an_index_of_known_pieces_is_the_one_that_is_made_anew(tmp_path: Path) -> None:
    long = "\n".join(f"line {number} of {'α' * (number % 2)}" for number in range(9000))
    texts = {
        "a.py": "SHOWN = 1\n",
        "b.py": "LATER = 2\n",
        "twin/a.py": "SHOWN = 1\n",
        "c.txt": long,
    }
    linked = link_files(texts)
    files = linked.repository.files
    plan = plan_site(linked.repository, Settings(root=Path("/nowhere")))
    addresses = PageAddresses(plan, "repo", directory_urls=True)
    cache = Cache(tmp_path)
    stale_reads: list[str] = []
    known = KnownPieces(cache, "shared", files, stale_reads)
    read: list[str] = []

    def lines(path: str) -> list[str]:
        read.append(path)
        return texts[path].splitlines()

    def made(known: KnownPieces | None) -> SourceIndex:
        read.clear()
        return SourceIndex(sorted(texts), lines, addresses, known)

    expected = dict(made(None))
    assert dict(made(known)) == expected
    index = made(known)
    assert index.digest("source/b0")
    assert not read
    assert dict(index) == expected
    assert dict(made(KnownPieces(cache, "other code", files, stale_reads))) == expected
    assert set(read) == set(texts)

    def overtaken(path: str) -> list[str]:
        stale_reads.append(path)
        return ["no longer what was analysed"]

    later = KnownPieces(cache, "later", files, stale_reads)
    SourceIndex(sorted(texts), overtaken, addresses, later)
    assert not later.of(texts)
    cache.close()


def test_a_change_of_one_file_leaves_most_parts_as_they_are() -> None:
    listed = {
        f"f{number}.txt": [f"x{number}_{line} = {line * number}" for line in range(1_200)]
        for number in range(40)
    }
    files = {path: "\n".join(lines) for path, lines in listed.items()}
    before = written(files, listed)
    after = written(files, {**listed, "f20.txt": ["# more text than there was"] * 500})
    blocks = [name for name in before if name.startswith("source/b")]
    same = [name for name in blocks if before[name] == after.get(name)]
    assert len(blocks) > 8
    assert len(same) >= len(blocks) - 4
    versions = after["source/head.js"]["blockVersions"].split(" ")
    assert len(versions) == after["source/head.js"]["blocks"] == len(set(versions))


def test_what_no_page_lists_is_not_published() -> None:
    files = {"a.py": "SHOWN = 1\nHIDDEN = 2\n", "b.py": "SECRET = 3\n"}
    made = written(files, {"a.py": ["SHOWN = 1"]})
    assert made["source/b0.js"]["texts"] == ["SHOWN = 1"]
    assert "hid" not in made["source/t0.js"]["trigrams"]
    assert "SECRET" not in json.dumps(made)


def test_the_own_code_comes_first() -> None:
    files = dict.fromkeys(["a/bench/speed.py", "b/core.py"], "def run():\n    pass\n")
    made = written(files, {path: ["x = 1"] for path in files})
    assert made["source/b0.js"]["paths"] == ["b/core.py", "a/bench/speed.py"]


def test_a_long_file_is_cut_between_lines() -> None:
    lines = [f"line number {number} of many" for number in range(9_000)]
    made = written({"a.txt": "\n".join(lines)}, {"a.txt": lines})
    blocks = [made[f"source/b{number}.js"] for number in range(made["source/head.js"]["blocks"])]
    assert len(blocks) > 1
    assert "\n".join(block["texts"][0] for block in blocks) == "\n".join(lines)
    for before, after in pairwise(blocks):
        assert after["starts"][0] == before["starts"][0] + before["texts"][0].count("\n") + 1


def test_how_a_file_is_cut_depends_on_no_other_one() -> None:
    long = [f"line number {number} of many" for number in range(9_000)]
    short = {f"{letter}.txt": [letter * 30_000] for letter in "abcef"}
    listed = {**short, "d.txt": long}

    def cut(first: str) -> list[tuple[str, int, str]]:
        files = {"0.txt": first, **{path: "\n".join(lines) for path, lines in listed.items()}}
        made = written(files, {**listed, "0.txt": [first]})
        blocks = (made[f"source/b{n}.js"] for n in range(made["source/head.js"]["blocks"]))
        return [
            piece
            for block in blocks
            for piece in zip(block["paths"], block["starts"], block["texts"], strict=True)
            if piece[0] != "0.txt"
        ]

    assert cut("x") == cut("x" * 50_000)
    assert [path for path, _, _ in cut("x")].count("d.txt") > 1


def test_characters_that_reorder_text_are_replaced() -> None:
    made = written({"a.py": "x = 1\n"}, {"a.py": ["x = '\u202e'"]})
    assert made["source/b0.js"]["texts"] == ["x = '\ufffd'"]


def test_without_the_option_there_are_no_files() -> None:
    linked = link_files({"a.py": "X = 1\n"})
    settings = Settings(root=Path("/nowhere"))
    plan = plan_site(linked.repository, settings)
    made = DataFiles(insight_into(linked), plan, settings, SourceLines(lambda _: ["X = 1"]))
    assert not [name for name in made if name.startswith("source/")]
    assert len(made) == len(list(made))
    assert b'"source":false' in made["find.js"]
