"""What readers of the preview without MkDocs get while the site is built anew, again and again."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.repositories import commit_all, write_files
from support.static_sites import LOG, configured

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.static.static_build import static_settings
from mkdocs_repodoc.hosts.static.static_preview import StaticPreview
from mkdocs_repodoc.pipeline.builder import Builder

PATIENCE = 120.0
"""Seconds; a busy machine may be slow, but what never happens must end."""
MODULES = 4
EDITS = 6
CLIENTS = 4


class Gate:
    """Stops each build at its beginning, and lets it on, or has it fail, when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.entered, self._open = threading.Event(), threading.Event()
        self.fails = False
        build = Builder.build

        def held(builder: Builder, *arguments: Any) -> Any:
            self.entered.set()
            assert self._open.wait(PATIENCE)
            self._open.clear()
            if self.fails:
                raise RepodocError("something has to be mended")
            return build(builder, *arguments)

        monkeypatch.setattr(Builder, "build", held)

    def await_build(self) -> None:
        """Return once a build has begun."""
        assert self.entered.wait(PATIENCE)
        self.entered.clear()

    def let_on(self, *, fails: bool = False) -> None:
        """Let the build that has begun, or begins next, go on."""
        self.fails = fails
        self._open.set()


def module(number: int, edit: int) -> str:
    return f'"""Module {number}. Edit {edit}."""\n\n\ndef f{number}():\n    return {edit}\n'


def edit_module(root: Path, number: int, edit: int) -> None:
    """Write a module at once: one that is written in steps may be seen in between."""
    draft = root.parent / "draft.py"
    draft.write_text(module(number, edit))
    draft.replace(root / f"m{number}.py")


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(project, {f"m{number}.py": module(number, 0) for number in range(MODULES)})
    write_files(project, {"repodoc.toml": "jobs = 1"})
    commit_all(project)
    return project


@pytest.fixture
def preview(repository: Path, tmp_path: Path) -> Iterator[StaticPreview]:
    site = configured(repository, tmp_path / "site")
    preview = StaticPreview(site, static_settings(site), LOG)
    yield preview
    preview.stop()


def page(preview: StaticPreview, name: str) -> str:
    content = preview.find(f"repo/{name}.py_docs/index.html")
    assert content is not None, name
    return content.decode()


def test_requests_are_answered_while_a_build_goes_on_and_after_it_has_failed(
    repository: Path,
    preview: StaticPreview,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("something has to be mended")
    gate = Gate(monkeypatch)
    gate.let_on()
    preview.start()
    gate.await_build()
    assert "Edit 0." in page(preview, "m0")
    edit_module(repository, 0, 1)
    gate.await_build()
    assert "Edit 0." in page(preview, "m0")
    assert "Edit 0." in page(preview, "m1")  # which nobody has asked for before
    assert preview.find("assets/repodoc/data/find.js")
    assert preview.find("repo/none.py_docs/index.html") is None
    gate.let_on(fails=True)
    edit_module(repository, 0, 2)
    gate.await_build()
    assert (preview.builds.number, "Edit 0." in page(preview, "m0")) == (1, True)
    gate.let_on()
    assert preview.builds.wait_beyond("1", PATIENCE) == 2
    assert "Edit 2." in page(preview, "m0")
    gate.let_on()  # whatever still begins


class Reader:
    """Asks for all pages, again and again, and notes what is no page of any moment."""

    def __init__(self, preview: StaticPreview, stopping: threading.Event) -> None:
        self._preview = preview
        self._seen = [0] * MODULES
        self.wrong: list[str] = []
        self.thread = threading.Thread(target=self._read, args=(stopping,))
        self.thread.start()

    def _read(self, stopping: threading.Event) -> None:
        while not stopping.is_set():
            for number in range(MODULES):
                self._look(number, page(self._preview, f"m{number}"))

    def _look(self, number: int, content: str) -> None:
        if "has changed since it was analysed" in content:
            return
        edits = {int(edit) for edit in re.findall(rf"Module {number}\. Edit (\d+)\.", content)}
        shown = {int(edit) for edit in re.findall(r"return</span>.*?(\d+)</span>", content)}
        if len(edits | shown) != 1 or not edits or min(edits) < self._seen[number]:
            self.wrong.append(f"m{number}: {edits} and {shown} after {self._seen[number]}")
        self._seen[number] = max(edits, default=0)


def test_every_answer_is_a_page_of_one_moment(repository: Path, preview: StaticPreview) -> None:
    preview.start()
    stopping = threading.Event()
    readers = [Reader(preview, stopping) for _ in range(CLIENTS)]
    for edit in range(1, EDITS + 1):
        number = preview.builds.number
        edit_module(repository, edit % MODULES, edit)
        if edit % 3 == 0:
            commit_all(repository, "Change")
        preview.builds.wait_beyond(str(number), PATIENCE)
    while f"Edit {EDITS}." not in page(preview, f"m{EDITS % MODULES}"):  # a commit is a change too
        preview.builds.wait_beyond(str(preview.builds.number), 1)
    stopping.set()
    for reader in readers:
        reader.thread.join()
    assert [reader.wrong for reader in readers] == [[]] * CLIENTS
