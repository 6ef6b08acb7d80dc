"""What rendering asks is recorded, and can be asked again."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.query_recorder import AnyQuery, Query, QueryRecorder
from mkdocs_repodoc.settings import Settings

QUESTIONS: dict[str, Callable[[RepositoryQueries], object]] = {
    "page_uri": lambda queries: queries.page_uri("file", "a.py"),
    "page_url": lambda queries: queries.page_url("repo/a.py_docs.md"),
    "twin_url": lambda queries: queries.twin_url("repo/index.md"),
    "asset_url": lambda queries: queries.asset_url("a.svg"),
    "language": lambda queries: queries.language("a.py"),
    "file": lambda queries: queries.file("a.py"),
    "symbol": lambda queries: queries.symbol("a.py", 0),
    "read_text": lambda queries: queries.read_text("a.py"),
    "lines": lambda queries: queries.lines("a.py"),
    "references": lambda queries: queries.references("a.py"),
    "look_up": lambda queries: queries.look_up("a.py", -1, "run"),
    "mention": lambda queries: queries.mention("a.py", 0, "ValueError"),
    "marked_mention": lambda queries: queries.marked_mention("a.py", 0, "int"),
    "look_up_external": lambda queries: queries.look_up_external("a.py", 0, "int"),
}


@pytest.fixture
def queries(tmp_path: Path) -> Iterator[SiteQueries]:
    source = "def run() -> int:\n    return 1\n\n\nrun()\n"
    image = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    write_files(tmp_path, {"a.py": source, "a.svg": image})
    commit_all(tmp_path)
    builder = Builder(Settings(root=tmp_path, jobs=1))
    yield builder.build({}, lambda *_: None).queries
    builder.close()


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_query_is_answered_once_and_can_be_asked_again(
    queries: SiteQueries, name: str
) -> None:
    ask = QUESTIONS[name]
    expected = ask(queries)
    assert expected
    recorder = QueryRecorder(queries)
    assert ask(recorder) == ask(recorder) == expected
    packed = msgspec.msgpack.encode(list(recorder.answers))
    (again,) = msgspec.msgpack.decode(packed, type=list[AnyQuery])
    assert again in recorder.answers
    assert again.ask(queries) == expected


def test_there_is_a_record_for_all_that_can_be_asked() -> None:
    methods = {name for name, _ in inspect.getmembers(RepositoryQueries, inspect.isfunction)}
    asked = {name for name in methods if not name.startswith("_")}
    assert asked == set(QUESTIONS)
    assert set(get_args(AnyQuery)) == set(Query.__subclasses__())
