"""Files analysed by whatever an executor has: the same records, whatever becomes of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.analysed_elsewhere import encoded, linked, messages
from support.repositories import write_files
from support.static_sites import build_static

from mkdocs_repodoc import __version__
from mkdocs_repodoc.analysis import record_keys
from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.stores import analysis_elsewhere, record_store
from mkdocs_repodoc.pipeline.stores.analysis_elsewhere import analyse_here
from mkdocs_repodoc.settings import Settings

pytestmark = pytest.mark.usefixtures("small_chunks")


@pytest.mark.parametrize("name", ["garbling", "misspelling", "dying"])
def test_whatever_an_executor_does_the_records_are_the_same(
    root: Path, records: list[tuple[str, bytes]], name: str
) -> None:
    found = linked(root, f"support.executors:{name}")
    assert encoded(found) == records
    (*_, said) = messages(found)
    assert said.startswith(f"The executor support.executors:{name} left ")
    assert said.count(" to this machine: ") == 1


def test_a_name_that_leads_nowhere_ends_the_build(root: Path) -> None:
    with pytest.raises(SettingsError, match=r"option 'executor': the module of 'no\.module:make'"):
        linked(root, "no.module:make")


def test_an_executor_that_is_not_confirmed_is_named_and_not_made(
    root: Path, records: list[tuple[str, bytes]]
) -> None:
    builder = Builder(Settings(root=root, unconfirmed_executor="no.module:make", jobs=1))
    try:
        found = builder.link({}, lambda *_: None)
    finally:
        builder.close()
    assert encoded(found) == records
    (said,) = messages(found)
    assert said.startswith("The executor no.module:make of the configuration is not used, ")


def test_a_single_portion_is_not_worth_sending(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_store, "_CHUNK_BYTES", 1_000_000)
    assert messages(linked(root, "no.module:make")) == []


def test_a_site_is_the_same_byte_for_byte(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = []
    monkeypatch.setenv("REPODOC_EXECUTOR", "yes")
    for name, executor in (("here", ""), ("there", "support.executors:threads")):
        build_static(
            root, tmp_path / name, cache_dir=str(tmp_path / f"cache {name}"), executor=executor
        )
        sites.append(
            {
                path.relative_to(tmp_path / name): path.read_bytes()
                for path in (tmp_path / name).rglob("*")
                if path.is_file() and path.name != ".repodoc-files.json"  # has times
            }
        )
    assert sites[0] == sites[1]


def test_a_worker_in_a_checkout_looks_for_nothing_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = "from pathlib import Path\nPath(__file__).with_name('sprung').touch()\n"
    write_files(tmp_path, {"mkdocs_repodoc/__init__.py": trap, "json.py": trap, ".git/HEAD": ""})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sent = analysis_elsewhere._Request(
        __version__, ("auto", 1_000, ()), (60.0, None), (("a.py", "python", b"A = 1\n"),)
    )
    reply = analysis_elsewhere._read(analyse_here(analysis_elsewhere._encode(sent)))
    analysis_elsewhere._kept.standby.close()
    assert reply is not None
    assert [bool(record.outline) for record in reply.records] == [True]
    assert not (tmp_path / "sprung").exists()


def test_a_file_that_kills_its_parser_costs_itself(
    root: Path, records: list[tuple[str, bytes]]
) -> None:
    found = linked(root, "support.executors:deadly")
    changed = {one for one, other in zip(encoded(found), records, strict=True) if one != other}
    assert len(changed) == 1
    (diagnostic,) = (
        each
        for source, outline, _ in found.files
        for each in outline.diagnostics
        if source.path == "main.go"
    )
    assert "the process that worked on it ended unexpectedly" in diagnostic.message


def test_a_worker_with_other_versions_is_not_believed(
    root: Path, records: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = record_keys.record_versions
    monkeypatch.setattr(analysis_elsewhere, "record_code", lambda _: "other")
    monkeypatch.setattr(
        analysis_elsewhere, "record_versions", lambda: real() | {"tree-sitter-go": "99.0"}
    )
    found = linked(root, "support.executors:threads")
    assert encoded(found) == records
    (said,) = messages(found)
    assert "left 17 files to this machine: the worker " in said
    assert said.endswith(" instead of 99.0.")
    assert " has tree-sitter-go " in said


@pytest.mark.parametrize(
    ("worker", "versions", "loss"),
    [("w" * 2_000, {}, ""), ("w", {"parser": "1" * 2_000}, ""), ("w", {}, "l" * 2_000)],
)
def test_what_no_line_could_say_is_no_reply(
    worker: str, versions: dict[str, str], loss: str
) -> None:
    def read(worker: str, versions: dict[str, str], loss: str) -> object:
        reply = (worker, "code", versions, [(b"", b"", loss)])
        return analysis_elsewhere._read(analysis_elsewhere._encode(reply))

    assert read("w", {"parser": "1"}, "it ended") is not None
    assert read(worker, versions, loss or "it ended") is None
