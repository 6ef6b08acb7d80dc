"""Files that kill, hang or confuse what works on them: they cost their own pages something."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Protocol

import pytest
from support.repositories import commit_all, write_files
from support.tasks import DEADLY, analyse_or_die

from mkdocs_repodoc.analysis import analyse
from mkdocs_repodoc.analysis.analyse import AnalysisOptions, Content, analyse_all
from mkdocs_repodoc.analysis.secret_rules import find_secrets
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.languages.python.resolution.python_names import PythonNames
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.linking import ResolvedFile, file_ties, resolve_file
from mkdocs_repodoc.linking.references.indexed_meanings import IndexedReferences
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileDetail, FileRecord
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.site_queries import RECENT
from mkdocs_repodoc.pipeline.stores import fresh_records, resolving_work
from mkdocs_repodoc.reporting.build_summary import report, tell_lost_pages
from mkdocs_repodoc.settings import MEMORY_LIMIT, TIME_LIMIT, Settings

FILES = {
    "shop/__init__.py": "",
    "shop/item.py": '"""Things to buy."""\n\n\nclass Item:\n    """A thing."""\n',
    "shop/bad.py": 'WRONG = "very wrong"\n',
    "shop/till.py": "from shop.item import Item\n\n\ndef sell() -> Item:\n    return Item()\n",
}
BAD = "shop/bad.py"
TESTED = {
    "pyproject.toml": '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.11"\n',
    "tests/test_item.py": "def test_it() -> None: ...\n",
}


class Start(Protocol):
    """Starts a builder with a folder for its cache."""

    def __call__(
        self, cache: Path, time_limit: int = ..., jobs: int = ..., memory_limit: int = ...
    ) -> Builder: ...


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    time.sleep(100)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_files(folder, FILES)
    commit_all(folder)
    return folder


@pytest.fixture
def start(root: Path) -> Iterator[Start]:
    builders = []

    def start_anew(
        cache: Path,
        time_limit: int = TIME_LIMIT,
        jobs: int = 0,
        memory_limit: int = MEMORY_LIMIT,
    ) -> Builder:
        settings = Settings(
            root=root,
            cache_dir=cache,
            time_limit=time_limit,
            jobs=jobs,
            memory_limit=memory_limit,
        )
        builders.append(Builder(settings))
        return builders[-1]

    yield start_anew
    for builder in builders:
        builder.close()


def build(builder: Builder) -> Site:
    return builder.build({}, lambda *_: None)


def disturb_analysis(monkeypatch: pytest.MonkeyPatch, harm: Callable[[], None]) -> None:
    def analysed(contents: Sequence[Content], options: AnalysisOptions) -> list[FileRecord]:
        if any(b"very wrong" in content.data for content in contents):
            harm()
        return analyse_all(contents, options)

    monkeypatch.setattr(fresh_records, "analyse_all", analysed)


def problems(site: Site) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in site.diagnostics]


def page_of(site: Site, path: str) -> str:
    return site.render(site.plan.uri("file", path)).content


def pages(site: Site) -> dict[str, str]:
    return {uri: site.render(uri).content for uri in site.plan.pages}


@pytest.mark.parametrize("jobs", [0, 1])
def test_a_file_that_kills_its_analyser_is_shown_as_text(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    said = (
        "The file could not be analysed, and only its text is shown: "
        "the process that worked on it ended unexpectedly (SIGKILL)."
    )
    with monkeypatch.context() as patch:
        disturb_analysis(patch, die)
        preview = start(tmp_path / "cache", jobs=jobs)
        damaged = build(preview)
        assert problems(damaged) == [(BAD, said)]
        assert said in unescape(page_of(damaged, BAD))
        assert "very wrong" in page_of(damaged, BAD)
        assert "shop.item.Item" in page_of(damaged, "shop/till.py")
        # A preview does not try it again with each edit of another file.
        again = build(preview)
        assert (again.analysed, pages(again)) == (0, pages(damaged))
    # Nothing of it is kept: the next run is as good as the first on another machine.
    sound, first = build(start(tmp_path / "cache")), build(start(tmp_path / "other"))
    assert (sound.analysed, problems(sound)) == (1, [])
    assert pages(sound) == pages(first)
    assert sound.digests.site == first.digests.site != damaged.digests.site


@pytest.mark.parametrize("jobs", [0, 1])
@pytest.mark.usefixtures("second_thread")
def test_an_edit_in_a_preview_that_kills_its_analyser_costs_that_file(
    root: Path, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(fresh_records, "_analyse_chunk", analyse_or_die)
    preview = start(tmp_path / "cache", jobs=jobs)
    assert problems(build(preview)) == []
    preview.expect_changes()
    (root / DEADLY).write_text("DEADLY = 'very deadly'\n")
    commit_all(root)
    damaged = build(preview)
    ((path, said),) = problems(damaged)
    assert path == DEADLY
    assert said.endswith("the process that worked on it ended unexpectedly (SIGKILL).")
    assert "very deadly" in page_of(damaged, DEADLY)
    (root / DEADLY).unlink()
    (root / "shop/item.py").write_text("class Item:\n    price = 1\n")
    commit_all(root)
    sound = build(preview)
    assert (sound.analysed, problems(sound)) == (1, [])


@pytest.mark.parametrize("jobs", [0, 1])
def test_a_file_that_takes_too_long_is_shown_as_text(
    root: Path, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    build(start(tmp_path / "cache"))
    (root / BAD).write_text("# very wrong\n")
    disturb_analysis(monkeypatch, hang)
    late = build(start(tmp_path / "cache", time_limit=1, jobs=jobs))
    ((path, said),) = problems(late)
    assert path == BAD
    assert said.endswith("shown: it took longer than 1 second (option 'time_limit').")


def test_a_file_whose_names_cannot_be_looked_up_has_no_links(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(
        own: LanguageNames, path: str, detail: FileDetail, indexed: IndexedReferences | None
    ) -> ResolvedFile:
        if path == "shop/till.py":
            raise ArithmeticError("of no use")
        return resolve_file(own, path, detail, indexed)

    with monkeypatch.context() as patch:
        patch.setattr(resolving_work, "resolve_file", resolve)
        preview = start(tmp_path / "cache")
        damaged = build(preview)
        (problem,) = damaged.diagnostics
        assert problem.path == "shop/till.py"
        assert problem.message.startswith(
            "The names in the file could not be looked up, and lead nowhere: ArithmeticError: of no"
        )
        assert "ArithmeticError" in problem.traceback
        assert "Used by" not in page_of(damaged, "shop/item.py")
        again = build(preview)
        assert problems(again) == problems(damaged)
        preview.close()
    sound, first = build(start(tmp_path / "cache")), build(start(tmp_path / "other"))
    assert problems(sound) == []
    assert pages(sound) == pages(first) != pages(damaged)
    assert sound.digests.site == first.digests.site != damaged.digests.site


@pytest.mark.parametrize("jobs", [0, 1])
def test_names_that_kill_whoever_looks_them_up_cost_the_links_of_their_file(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    def resolve(
        own: LanguageNames, path: str, detail: FileDetail, indexed: IndexedReferences | None
    ) -> ResolvedFile:
        if path == "shop/till.py":
            die()
        return resolve_file(own, path, detail, indexed)

    monkeypatch.setattr(resolving_work, "resolve_file", resolve)
    ((path, said),) = problems(build(start(tmp_path / "cache", jobs=jobs)))
    assert path == "shop/till.py"
    assert said == (
        "The names in the file could not be looked up, and lead nowhere: "
        "the process that worked on it ended unexpectedly (SIGKILL)."
    )


def test_a_page_that_cannot_be_composed_says_so_and_costs_no_other(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose = PageComposer.compose

    def fail(composer: PageComposer, plan: PagePlan) -> PageBody:
        if (plan.kind, plan.path) == ("file", BAD):
            raise ArithmeticError("of no use")
        return compose(composer, plan)

    site = build(start(tmp_path / "cache"))
    with monkeypatch.context() as patch:
        patch.setattr(PageComposer, "compose", fail)
        page = unescape(page_of(site, BAD))
        assert "This page could not be made: ArithmeticError: of no use" in page
        assert "shop.item.Item" in page_of(site, "shop/till.py")


def test_a_page_about_the_repository_that_takes_too_long_says_so(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose = PageComposer.compose

    def dawdle(composer: PageComposer, plan: PagePlan) -> PageBody:
        while plan.kind == "book":
            pass
        return compose(composer, plan)

    site = build(start(tmp_path / "cache", time_limit=1))
    book = site.plan.uri("book", "")
    with monkeypatch.context() as patch:
        patch.setattr(PageComposer, "compose", dawdle)
        site.prepare()
    assert "could not be made: it took longer than 1 second" in site.render(book).content
    assert site.draft(book).fingerprint is None
    assert site.losses == {book: "it took longer than 1 second (option 'time_limit')"}


def test_a_symlink_has_no_text_and_has_not_changed(
    root: Path, start: Start, tmp_path: Path
) -> None:
    (root / "docs").mkdir()
    (root / "CONTRIBUTING.md").write_text("# Contributing\n\nYou need Python 3.11 or later.\n")
    (root / "docs/CONTRIBUTING.md").symlink_to("../CONTRIBUTING.md")
    commit_all(root)
    queries = build(start(tmp_path / "cache")).queries
    assert not queries.read_text("docs/CONTRIBUTING.md").text
    assert "Python 3.11" in queries.read_text("CONTRIBUTING.md").text
    assert not queries.stale_reads


def test_a_text_that_has_changed_since_has_no_links_on_other_words(
    root: Path, start: Start, tmp_path: Path
) -> None:
    site = build(start(tmp_path / "cache"))
    assert site.queries.references("shop/till.py")
    code = (root / "shop/till.py").read_text("utf-8")
    (root / "shop/till.py").write_text("".join(f"{'–' * 40}{line}\n" for line in code.split("\n")))
    html = site.render(site.plan.uri("file", "shop/till.py")).content
    assert "could not be rendered" not in html
    assert site.queries.references("shop/till.py") == ()


def test_a_page_about_the_repository_that_a_change_overtakes_is_told(
    start: Start, root: Path, tmp_path: Path
) -> None:
    guide = root / "CONTRIBUTING.md"
    commands = "# Contributing\n\nPython 3.12 or newer is needed.\n"
    others = {f"notes/{number}.txt": "…\n" for number in range(RECENT)}
    write_files(root, {"CONTRIBUTING.md": commands, **TESTED, **others})
    commit_all(root)
    site = build(start(tmp_path / "cache"))
    guide.write_text(commands + "\nMore.\n")
    for path in others:  # so that the guide's text is not at hand any more
        site.queries.read_text(path)
    site.prepare()
    assert set(site.losses) == {site.plan.uri("book", "")}
    assert "has changed since it was analysed" in site.losses[site.plan.uri("book", "")]


def test_a_link_to_a_guide_costs_no_page(start: Start, root: Path, tmp_path: Path) -> None:
    write_files(
        root, {"CONTRIBUTING.md": "# Contributing\n\nPython 3.12 or newer is needed.\n", **TESTED}
    )
    (root / "docs").mkdir()
    (root / "docs/CONTRIBUTING.md").symlink_to("../CONTRIBUTING.md")
    commit_all(root)
    site = build(start(tmp_path / "cache"))
    site.prepare()
    assert site.losses == {}
    assert not any("could not be made" in page for page in pages(site).values())


def loop() -> None:
    while True:
        pass


def fail() -> None:
    raise ArithmeticError("of no use")


def recurse() -> None:
    recurse()


def fill() -> None:
    held = []
    while True:  # memory that nobody writes to is had at once, on a busy machine too
        held.append(bytes(50_000_000))


FAILS = (fail, "ArithmeticError: of no use")
FILLS = (
    [(fill, "it needs more memory than the option 'memory_limit' allows")]
    if sys.platform == "linux"
    else []  # nothing limits it there
)
REASONS = (
    FAILS,
    (loop, "it took longer than 1 second (option 'time_limit')"),
    (recurse, "RecursionError: maximum recursion depth exceeded"),
    *FILLS,
)
"""What goes wrong in a resolver, and how it is told."""
HARMS = pytest.mark.parametrize(("harm", "reason"), REASONS)


def limits(harm: Callable[[], None]) -> dict[str, int]:
    """Return limits that the harm breaks, and that nothing else does on a busy machine."""
    return {"time_limit": 1 if harm is loop else TIME_LIMIT, "memory_limit": 400_000_000}


def in_the_bad_file(monkeypatch: pytest.MonkeyPatch, method: str, harm: Callable[[], None]) -> None:
    """Have a method of Python's names do harm when it is asked about the bad file."""
    original = getattr(PythonNames, method)

    def harmful(names: PythonNames, asked: str | SymbolRef, *more: object) -> object:
        if BAD in (asked, getattr(asked, "path", "")):
            harm()
        return original(names, asked, *more)

    monkeypatch.setattr(PythonNames, method, harmful)


LOST = {
    "imported": "The imports of the file could not be resolved, and lead nowhere",
    "bases": "What the classes of the file inherit could not be found, and is not told",
    "module": "What the language says of the file could not be found out",
}


@pytest.mark.parametrize(
    ("method", "harm", "reason"),
    [
        *(("imported", *harm) for harm in REASONS),
        # One place contains them all, whatever is asked.
        *((method, *FAILS) for method in ("bases", "module")),
    ],
)
def test_a_resolver_that_harms_whoever_asks_it_costs_one_file(
    start: Start,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    method: str,
    harm: Callable[[], None],
    reason: str,
) -> None:
    (root / BAD).write_text("import shop.item\n\n\nclass Bad(shop.item.Item):\n    pass\n")
    commit_all(root)
    with monkeypatch.context() as patch:
        in_the_bad_file(patch, method, harm)
        preview = start(tmp_path / "cache", **limits(harm))
        damaged = build(preview)
        ((path, message),) = problems(damaged)
        assert path == BAD
        assert message.startswith(f"{LOST[method]}: {reason}")
        assert message in unescape(page_of(damaged, BAD))
        assert "shop.item.Item" in page_of(damaged, "shop/till.py")
        # A preview does not try it again with each edit of another file.
        (root / "shop/till.py").write_text(FILES["shop/till.py"] + "\n\nsell()\n")
        commit_all(root)
        again = build(preview)
        assert problems(again) == problems(damaged)
        log = logging.getLogger("told")
        with monkeypatch.context() as listening:
            lines: list[str] = []
            listening.setattr(log, "log", lambda _, line: lines.append(line))
            report(again, log)
        assert lines == [f"1 file could not be analysed: {BAD}"]
    # Nothing of it is kept: the next run is as good as the first on another machine.
    sound, first = build(start(tmp_path / "cache")), build(start(tmp_path / "other"))
    assert problems(sound) == []
    assert sound.digests.site == first.digests.site != damaged.digests.site
    assert pages(sound) == pages(first)


@HARMS
def test_a_file_with_which_names_cannot_be_gathered_is_left_out(
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[], None],
    reason: str,
) -> None:
    original = PythonNames.__init__

    def gather(
        names: PythonNames, files: OutlinedFiles, known: LanguageNames | None = None
    ) -> None:
        if any(source.path == BAD for source, _ in files):
            harm()
        original(names, files, known)

    monkeypatch.setattr(PythonNames, "__init__", gather)
    site = build(start(tmp_path / "cache", **limits(harm)))
    ((path, message),) = problems(site)
    assert path == BAD
    said = "The names in the file could not be gathered, and nothing leads to them"
    assert message.startswith(f"{said}: {reason}")
    assert message in unescape(page_of(site, BAD))
    assert "shop.item.Item" in page_of(site, "shop/till.py")


def test_names_that_no_single_file_spoils_are_left_out_together(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PythonNames, "__init__", lambda *_: fail())
    site = build(start(tmp_path / "cache", **limits(fail)))
    ((path, message),) = problems(site)
    assert path == ""
    assert message.startswith(
        "No page shows what names mean in Python, which could not be worked out: Arith"
    )
    assert "very wrong" in page_of(site, BAD)


@pytest.mark.parametrize(
    ("step", "part"),
    [
        ("read_coverage", "what tests have run"),
        ("read_indexes", "what indexes say"),
        ("import_graph", "what is loaded with a file"),
        ("describe", "what folders are about"),
        ("importers", "which files import a file"),
        ("with_used_files", "which files of folders are imported"),
        ("_turn_around", "what inherits from a class"),
        ("find_cycles", "which imports form cycles"),
        ("ranks", "how much depends on a file"),
        ("components", "what files are built on"),
        ("map_tests", "what tests are about"),
        ("implicit_imports", "what files need without importing it"),
        ("find_relations", "ties beyond imports"),
        ("read_project", "its own metadata"),
        ("map_coverage", "what tests have run"),
        ("mark_repeated", "which files have the same description"),
    ],
)
def test_what_takes_all_files_and_fails_is_told_of_none(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, part: str
) -> None:
    rooms = (sys.modules["mkdocs_repodoc.linking.link"], file_ties)
    known = _LINKING.get(step)
    linking = sys.modules[known] if known else next(one for one in rooms if hasattr(one, step))
    monkeypatch.setattr(linking, step, lambda *_: fail())
    site = build(start(tmp_path / "cache"))
    ((path, message),) = problems(site)
    assert path == ""
    assert message.startswith(
        f"No page shows {part}, which could not be worked out: ArithmeticError: of no use"
    )
    assert "shop.item.Item" in page_of(site, "shop/till.py")
    site.prepare()
    assert site.losses == {}


_LINKING = {
    "read_coverage": "mkdocs_repodoc.pipeline.foreign_results",
    "read_indexes": "mkdocs_repodoc.pipeline.foreign_results",
    "mark_repeated": "mkdocs_repodoc.linking.weighed_files",
    "importers": "mkdocs_repodoc.linking.linked_names",
    "with_used_files": "mkdocs_repodoc.linking.linked_names",
    "_turn_around": "mkdocs_repodoc.linking.symbol_links.inheritance",
}


def test_folders_that_cannot_be_made_are_one_line(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linking = sys.modules["mkdocs_repodoc.linking.link"]
    monkeypatch.setattr(linking, "make_folders", lambda _: fail())
    with pytest.raises(RepodocError, match=r"^No page shows its folders, which could not be"):
        build(start(tmp_path / "cache"))


@pytest.mark.parametrize(
    ("work", "part"),
    [
        ("linking.linked_index.document_frequencies", "which words set a file apart"),
        ("linking.references.file_uses.FileUses.gathered", "what shop/till.py uses"),
    ],
)
def test_what_is_asked_for_late_and_fails_costs_no_page_and_is_told(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: str, part: str
) -> None:
    monkeypatch.setattr(f"mkdocs_repodoc.{work}", lambda *_: fail())
    site = build(start(tmp_path / "cache"))
    site.prepare()
    assert site.losses == {}
    assert not any("could not be made" in page for page in pages(site).values())
    assert site.unsaid[part].reason.startswith("ArithmeticError: of no use")


def test_a_plan_that_cannot_be_made_is_one_line(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mkdocs_repodoc.pipeline.builder.plan_site", lambda *_, **__: loop())
    with pytest.raises(RepodocError) as caught:
        build(start(tmp_path / "cache", time_limit=1))
    assert str(caught.value) == (
        "the pages of the repository can't be planned: it took longer than 1 second "
        "(option 'time_limit')"
    )


@pytest.mark.parametrize("harm", [fail, loop])
def test_names_that_cannot_be_compared_with_those_before_are_looked_up_anew(
    start: Start,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[], None],
) -> None:
    preview = start(tmp_path / "cache", time_limit=1)
    build(preview)
    (root / "shop/item.py").write_text(FILES["shop/item.py"] + "\n\nclass More(Item): ...\n")
    commit_all(root)
    monkeypatch.setattr(PythonNames, "changes_since", lambda *_: harm())
    edited, anew = build(preview), build(start(tmp_path / "other"))
    assert problems(edited) == []
    assert pages(edited) == pages(anew)


def test_what_takes_all_files_and_no_end_is_given_up_and_not_kept(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(file_ties, "find_cycles", lambda *_: loop())
        damaged = build(start(tmp_path / "cache", time_limit=1))
        ((_, message),) = problems(damaged)
        assert message.endswith("it took longer than 1 second (option 'time_limit').")
    sound, first = build(start(tmp_path / "cache")), build(start(tmp_path / "other"))
    assert problems(sound) == []
    assert sound.digests == first.digests != damaged.digests


def test_a_file_that_cannot_be_searched_for_secrets_may_hold_some(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dawdle(name: str, text: str) -> tuple[Secret, ...]:
        if "very wrong" in text:
            loop()
        return find_secrets(name, text)

    monkeypatch.setattr(analyse, "find_secrets", dawdle)
    site = build(start(tmp_path / "cache", time_limit=1))
    assert [path for path, _ in problems(site)] == [BAD]
    secret = Secret("what a search for secrets could not read in time", 1)
    assert site.secrets == {BAD: (secret,)}


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ("main_flows", "the main flows"),
        ("entry_points", "where the software is entered"),
        ("hot_spots", "where risk is"),
    ],
)
def test_insight_that_fails_is_on_no_page_and_costs_no_page(
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    part: str,
) -> None:
    owner = FlowFinder if answer == "main_flows" else sys.modules[_INSIGHT[answer]]
    with monkeypatch.context() as patch:
        patch.setattr(owner, answer, lambda *_: fail())
        site = build(start(tmp_path / "cache"))
        site.prepare()
        assert site.losses == {}
        assert site.unsaid[part].reason.startswith("ArithmeticError: of no use")
        assert not any("could not be made" in page for page in pages(site).values())
        book = site.plan.uri("book", "")
        assert site.draft(book).fingerprint is None
        log, lines, bugs = logging.getLogger("told"), list[str](), list[str]()
        patch.setattr(log, "log", lambda _, line: lines.append(line))
        patch.setattr(log, "info", bugs.append)
        tell_lost_pages(site, log)
        assert f"No page shows {part}" in [line.partition(":")[0] for line in lines]
        assert any("Traceback" in each and "in fail" in each for each in bugs)


_INSIGHT = {
    "entry_points": "mkdocs_repodoc.insight.repository_insight",
    "hot_spots": "mkdocs_repodoc.insight.code_insight",
}
