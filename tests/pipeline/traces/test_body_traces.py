"""Traces of pages: the bodies that are known from one are those of today."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from coverage import CoverageData
from support.edits import change
from support.repositories import commit_all, copy_example, write_files

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.page_fingerprint import body_digest
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.traces import body_traces
from mkdocs_repodoc.pipeline.traces.answer_sheet import AnswerSheet
from mkdocs_repodoc.pipeline.traces.body_traces import BodyTraces
from mkdocs_repodoc.pipeline.traces.notes import Notes
from mkdocs_repodoc.pipeline.traces.reads import Read
from mkdocs_repodoc.pipeline.traces.traced_composer import (
    TRACED,
    TracedComposer,
    noted_context,
    subject,
)
from mkdocs_repodoc.processes.limits import NO_LIMITS, Limits
from mkdocs_repodoc.settings import Settings

EDITS = 3
FILES = {
    "shop/__init__.py": "",
    "shop/money.py": 'class Money:\n    """An amount."""\n\n    def add(self):\n        return 1\n',
    "shop/item.py": "from shop.money import Money\n\n\ndef price() -> Money:\n    return Money()\n",
    "shop/alone.py": "LIMIT = 3\n",
    "tests/test_item.py": "from shop.item import price\n\n\ndef test_it():\n    assert price()\n",
}


class Traced:
    """A repository whose builds keep traces."""

    def __init__(self, root: Path, kept: Path, coverage: Path | None = None) -> None:
        settings = Settings(root=root, cache_dir=kept, jobs=1, repo_url="https://github.com/o/n")
        self._builder = Builder(replace(settings, coverage=coverage))
        self.cache = Cache(kept / "traces")

    def build(self) -> tuple[Site, BodyTraces]:
        site = self._builder.build({}, lambda *_: None)
        return site, BodyTraces(site.context, self.cache, site.digests.shared)

    def compose(self) -> tuple[set[str], set[str]]:
        """Compose all traced pages with notes and without; return those that were known, and all.

        What is known, what is composed with notes and without them has to be the same.
        """
        site, traces = self.build()
        composer = PageComposer(site.context)
        plans = [plan for plan in site.plan.pages.values() if plan.kind in TRACED]
        known = set()
        for plan in plans:
            digest = body_digest(plan, composer.compose(plan))
            found = traces.known(plan)
            assert found in {None, digest}, plan.uri
            assert body_digest(plan, traces.compose(plan)) == digest, plan.uri
            traces.keep(plan, digest)
            known |= {plan.uri} if found else set()
        return known, {plan.uri for plan in plans}

    def close(self) -> None:
        self._builder.close()
        self.cache.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_files(folder, FILES)
    commit_all(folder)
    return folder


@pytest.fixture
def traced(root: Path, tmp_path: Path) -> Iterator[Traced]:
    traced = Traced(root, tmp_path / "kept")
    yield traced
    traced.close()


def names(*paths: str) -> set[str]:
    return {f"repo/{path}_{kind}.md" for path in paths for kind in ("docs", "kw")}


def folders(*paths: str) -> set[str]:
    return {f"repo/{path}{page}.md" for path in paths for page in ("sub", "index")} - {
        "repo/index.md"  # of the repository, which has no trace
    }


def test_bodies_are_known_where_nothing_was_read_that_has_changed(
    root: Path, traced: Traced
) -> None:
    known, pages = traced.compose()
    assert not known
    assert pages == names(*FILES) | folders("", "shop/", "tests/")
    assert traced.compose()[0] == pages
    write_files(root, {"shop/alone.py": "LIMIT = 4\n"})
    assert names("shop/money.py", "shop/item.py", "tests/test_item.py") <= traced.compose()[0]
    write_files(root, {"shop/alone.py": "LIMIT = 5\n"})
    assert not traced.compose()[0] & names("shop/alone.py")
    assert traced.compose()[0] == pages


def test_a_file_more_leaves_the_bodies_of_those_that_do_not_show_it(
    root: Path, traced: Traced
) -> None:
    traced.compose()
    write_files(root, {"more/new.py": "def late():\n    return 1\n"})
    commit_all(root, "Add")
    assert names("shop/money.py", "shop/item.py", "shop/alone.py") <= traced.compose()[0]


def test_what_a_page_says_of_another_file_counts(root: Path, traced: Traced) -> None:
    traced.compose()
    changed = FILES["shop/money.py"].replace("An amount", "A sum")
    write_files(root, {"shop/money.py": changed})
    assert not traced.compose()[0] & names("shop/money.py", "shop/item.py")


def test_a_symbol_more_leaves_the_bodies_of_those_that_link_others_of_its_file(
    root: Path, traced: Traced
) -> None:
    traced.compose()
    longer = FILES["shop/money.py"] + "\n\nLAST = 1\n"
    write_files(root, {"shop/money.py": longer})
    known = traced.compose()[0]
    assert names("shop/item.py") <= known
    assert not known & names("shop/money.py")
    write_files(root, {"shop/money.py": f"FIRST = 1\n\n\n{longer}"})
    assert not traced.compose()[0] & names("shop/item.py")


def test_a_file_that_grows_leaves_the_bodies_of_those_that_link_its_lines(
    root: Path, traced: Traced
) -> None:
    long = FILES["shop/item.py"] + "# Nothing else.\n" * 60
    write_files(root, {"shop/item.py": long})
    traced.compose()
    write_files(root, {"shop/item.py": f"{long}\n\ndef late():\n    return 1\n"})
    known = traced.compose()[0]
    assert names("shop/money.py") <= known
    assert not known & names("shop/item.py")


def test_what_was_settled_is_known_without_another_question(
    root: Path, traced: Traced, monkeypatch: pytest.MonkeyPatch
) -> None:
    traced.compose()
    write_files(root, {"shop/alone.py": "LIMIT = 4\n"})
    site, traces = traced.build()
    traces.settle(site.plan.pages, NO_LIMITS)

    def ask(_: AnswerSheet, __: object) -> bytes:
        pytest.fail("it was settled what is known")

    monkeypatch.setattr(AnswerSheet, "digest", ask)
    known = {uri for uri, plan in site.plan.pages.items() if traces.known(plan)}
    assert names("shop/money.py", "shop/item.py") <= known
    assert not known & names("shop/alone.py")


def test_a_trace_that_cannot_be_settled_in_time_is_one_that_does_not_hold(
    traced: Traced, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, pages = traced.compose()
    site, traces = traced.build()
    ask = AnswerSheet.digest
    asked: list[Sequence[Read]] = []

    def dawdle(sheet: AnswerSheet, reads: Sequence[Read]) -> bytes:
        asked.append(reads)
        while len(asked) == 1:
            pass
        return ask(sheet, reads)

    monkeypatch.setattr(AnswerSheet, "digest", dawdle)
    traces.settle(site.plan.pages, Limits(seconds=1))
    known = {uri for uri, plan in site.plan.pages.items() if traces.known(plan)}
    slow = next(filter(None, map(subject, site.plan.pages.values())))
    assert known == {uri for uri in pages if subject(site.plan.pages[uri]) != slow}


def test_a_folder_is_composed_again_where_what_it_shows_has_changed(
    root: Path, traced: Traced
) -> None:
    traced.compose()
    changed = FILES["shop/money.py"].replace("An amount", "A sum")
    write_files(root, {"shop/money.py": changed})
    known = traced.compose()[0]
    assert not known & folders("shop/")
    assert folders("tests/") <= known


def test_what_tests_have_measured_counts(root: Path, tmp_path: Path) -> None:
    known = []
    for lines in ([], [4, 5], [4, 5]):
        data = CoverageData(tmp_path / "measured")
        data.erase()
        data.set_context("tests/test_item.py::test_it|run")
        data.add_lines({str(root / "shop/item.py"): lines})
        data.write()
        data.close(force=True)
        traced = Traced(root, tmp_path / "kept", tmp_path / "measured")
        known.append(traced.compose()[0])
        traced.close()
    assert not known[1] & names("shop/item.py", "tests/test_item.py")
    assert names("shop/money.py", "shop/alone.py") <= known[1]
    assert known[2] >= names(*FILES)


def test_known_bodies_are_those_that_would_be_composed_after_random_edits(
    tmp_path: Path, edit_seed: int
) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    root = tmp_path / "repository"
    modules = copy_example(root)
    traced = Traced(root, tmp_path / "kept")
    traced.compose()
    for _ in range(EDITS):
        change(modules, dice)
        if dice.randrange(2):
            commit_all(root, "Change")
        traced.compose()
    traced.close()


def test_all_pages_of_files_are_composed_with_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "repository"
    copy_example(root)
    traced = Traced(root, tmp_path / "kept")

    class Unnoted(PageComposer):
        def compose(self, plan: PagePlan) -> PageBody:
            pytest.fail(f"{plan.uri} can't be composed of what notes its reads")

    monkeypatch.setattr(body_traces, "PageComposer", Unnoted)
    _, pages = traced.compose()
    assert traced.compose()[0] == pages
    traced.close()


def test_nothing_that_a_page_of_a_file_is_composed_from_can_be_read_unnoted(traced: Traced) -> None:
    context = traced.build()[0].context
    notes = Notes(context)
    noted = noted_context(context, notes, "shop/money.py")
    handed_on = {
        field.name
        for field in fields(PageContext)
        if getattr(noted, field.name) is getattr(context, field.name)
    }
    assert handed_on == {"source_url"}  # plain data, a fact as a whole
    before = AnswerSheet(context).digest(notes.reads())
    other = PageContext(**{**vars(context), "source_url": None})
    assert AnswerSheet(other).digest(notes.reads()) != before


def test_a_page_to_which_an_extension_adds_is_composed_each_time(
    traced: Traced, monkeypatch: pytest.MonkeyPatch
) -> None:
    traced.compose()
    monkeypatch.setattr(body_traces, "adds_to_files", lambda: True)
    assert traced.compose()[0] == set()


def test_a_page_that_cannot_be_composed_with_notes_is_composed_without_and_that_is_said(
    traced: Traced, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> PageBody:
        raise AttributeError("no_such_name")

    monkeypatch.setattr(TracedComposer, "compose", fail)
    with pytest.warns(RuntimeWarning, match="as its reads can't be noted: .*no_such_name"):
        traced.compose()
    with pytest.warns(RuntimeWarning):
        assert traced.compose()[0] == set()


def test_a_trace_is_kept_once_all_pages_of_its_file_were_composed(traced: Traced) -> None:
    site, traces = traced.build()
    plan = site.plan.pages["repo/shop/money.py_docs.md"]
    traces.keep(plan, body_digest(plan, traces.compose(plan)))
    assert traced.build()[1].known(plan) is None
