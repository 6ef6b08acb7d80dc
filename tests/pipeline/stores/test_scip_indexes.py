"""Builds with indexes, which change and go as builds of other programs make them."""

from __future__ import annotations

import random
import tracemalloc
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.repositories import commit_all, write_files
from support.scip_messages import index, occurrences, symbol

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.settings import Settings

TILL = "class Till:\n    def pay(self): ...\n\n\nclass Tray:\n    def pay(self): ...\n"
APP = "def run(till):\n    return till.pay()\n"
FILES = {"shop/till.py": TILL, "shop/app.py": APP}
OF_TILL, OF_TRAY = symbol("till/", "Till#", "pay()."), symbol("till/", "Tray#", "pay().")


def document(path: str, text: str, *marks: tuple[str, str, int]) -> dict[str, object]:
    return {"relative_path": path, "occurrences": occurrences(text, *marks)}


def made(meant: str, folder: str = "shop/", root: str = "file:///elsewhere") -> bytes:
    till = document(f"{folder}till.py", TILL, ("pay", OF_TILL, 1), ("pay", OF_TRAY, 1))
    app = document(f"{folder}app.py", APP, ("run", symbol("app/run()."), 1), ("pay", meant, 0))
    return index([till, app], root)


@pytest.fixture
def start(tmp_path: Path) -> Settings:
    root = tmp_path / "repository"
    write_files(root, FILES)
    commit_all(root)
    (root / "index.scip").write_bytes(made(OF_TILL))
    cache = tmp_path / "cache"
    return Settings(root=root, cache_dir=cache, jobs=1, scip=(root / "index.scip",))


def build(builder: Builder) -> Site:
    return builder.build({}, lambda *_: None)


def links(site: Site, path: str = "shop/app.py") -> list[str]:
    return [
        site.repository.qualified_name(each.symbol)
        for each in site.queries.references(path)
        if each.kind != "definition"
    ]


def anew(settings: Settings) -> list[str]:
    with closing(Builder(settings)) as builder:
        return links(build(builder))


def said(site: Site) -> list[str]:
    return [one.message for one in site.diagnostics if not one.path]


def test_what_an_index_says_is_followed_and_kept(start: Settings) -> None:
    builder = Builder(start)
    site = build(builder)
    assert links(site) == ["till.Till.pay"]
    assert said(site) == []
    builder.close()
    assert anew(start) == ["till.Till.pay"]


@pytest.mark.parametrize("is_new_start", [True, False])
def test_an_index_that_changes_or_goes_leaves_nothing_behind(
    start: Settings, *, is_new_start: bool
) -> None:
    builder = Builder(start)

    def now() -> list[str]:
        if is_new_start:
            return anew(start)
        return links(build(builder))

    (file,) = start.scip
    assert now() == ["till.Till.pay"]
    file.write_bytes(made(OF_TRAY))
    assert now() == ["till.Tray.pay"]
    file.write_bytes(made(symbol("pay().", package="other")))
    assert now() == []
    file.write_bytes(made(OF_TILL))
    assert now() == ["till.Till.pay"]
    (start.root / "shop" / "till.py").write_text("first = 1\n" + TILL)
    assert now() == []
    builder.close()
    assert anew(replace(start, scip=())) == []


def test_symbols_that_move_are_still_the_ones_that_are_meant(start: Settings) -> None:
    builder = Builder(start)
    build(builder)
    edited = TILL.replace("class Till", "first = 1\n\n\nclass Till")
    (start.root / "shop" / "till.py").write_text(edited)
    till = document("shop/till.py", edited, ("pay", OF_TILL, 1), ("pay", OF_TRAY, 1))
    app = document("shop/app.py", APP, ("pay", OF_TILL, 0))
    (start.root / "index.scip").write_bytes(index([till, app]))
    assert links(build(builder)) == anew(start) == ["till.Till.pay"]
    builder.close()


def test_files_that_have_changed_since_are_counted_in_one_line(start: Settings) -> None:
    (start.root / "shop" / "app.py").write_text("# new\n" + APP)
    builder = Builder(start)
    site = build(builder)
    builder.close()
    assert links(site) == []
    (line,) = said(site)
    assert line == (
        "index.scip: 1 of 2 files changed since it was made, such as shop/app.py:1, and what it "
        "says of those is left out; make a new index of the files that are documented"
    )


@pytest.mark.parametrize(
    ("folder", "root"),
    [
        ("", "file:///builds/1/repository/shop"),
        ("", "file:///shop/"),
        ("shop/", "file:///builds/1/repository"),
        ("shop/", ""),
        ("shop/", "file://[::1"),
        ("../shop/", "file:///builds/repository/docs/shop"),
    ],
)
def test_an_index_may_be_of_a_folder(start: Settings, folder: str, root: str) -> None:
    if folder.startswith(".."):
        write_files(start.root, {"docs/shop/till.txt": ""})
    (start.root / "index.scip").write_bytes(made(OF_TILL, folder, root))
    assert anew(start) == (["till.Till.pay"] if folder != "../shop/" else [])


def test_the_root_of_an_index_takes_no_square_of_its_length(start: Settings) -> None:
    (start.root / "index.scip").write_bytes(made(OF_TILL, "", f"file:///{'a/' * 20_000}shop"))
    tracemalloc.start()
    try:
        assert anew(start) == ["till.Till.pay"]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 60_000_000


def test_documents_of_other_files_are_passed_over(start: Settings) -> None:
    stray = [
        document(path, TILL, ("pay", OF_TILL, 1))
        for path in ("../../etc/passwd", "/etc/passwd", "shop/none.py", "", "shop")
    ]
    (start.root / "index.scip").write_bytes(index(stray))
    builder = Builder(start)
    site = build(builder)
    builder.close()
    (line,) = said(site)
    assert line == (
        "index.scip: it says nothing of the files that are documented; make a new index of "
        "the files that are documented"
    )


def test_the_first_index_that_knows_a_file_decides(start: Settings) -> None:
    other = start.root / "other.scip"
    other.write_bytes(made(OF_TRAY))
    (first,) = start.scip
    assert anew(replace(start, scip=(first, other))) == ["till.Till.pay"]
    assert anew(replace(start, scip=(other, first))) == ["till.Tray.pay"]


def test_a_broken_document_costs_its_file_only(start: Settings) -> None:
    broken = {"relative_path": "shop/app.py", "occurrences": [{"range": [1], "symbol": OF_TILL}]}
    till = document("shop/till.py", TILL, ("pay", OF_TILL, 1))
    (start.root / "index.scip").write_bytes(index([broken, till]))
    builder = Builder(start)
    site = build(builder)
    builder.close()
    (line,) = said(site)
    assert line == (
        "index.scip: what it says of shop/app.py (a range has neither three numbers nor four) "
        "cannot be read"
    )


def test_a_file_that_is_no_index_is_one_line(start: Settings) -> None:
    (start.root / "index.scip").write_bytes(b"\x12\xff\xff\xff\xff\x07 two gigabytes")
    builder = Builder(start)
    site = build(builder)
    builder.close()
    assert links(site) == []
    (line,) = said(site)
    assert line == (
        "index.scip: it is not a SCIP index (a length leads beyond the end), and nothing is read "
        "of it"
    )


def test_an_index_that_is_not_there_is_an_error(start: Settings) -> None:
    missing = start.root / "none.scip"
    with pytest.raises(SettingsError, match=r"option 'scip': .*none\.scip can't be read: there is"):
        anew(replace(start, scip=(missing,)))


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, 2**32))
def test_a_damaged_index_never_ends_a_build(start: Settings, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same damage in every run
    data = bytearray(made(OF_TILL))
    for _ in range(3):
        data[dice.randrange(len(data))] = dice.randrange(256)
    (start.root / "index.scip").write_bytes(data)
    assert anew(start) in ([], ["till.Till.pay"], ["till.Tray.pay"])
