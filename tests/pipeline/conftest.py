"""What the tests of executors have in common: a checkout, and its records as made here."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.analysed_elsewhere import encoded, linked, make_checkout

from mkdocs_repodoc.pipeline.stores import record_store


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_store, "_CHUNK_BYTES", 4_500)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def records(root: Path) -> list[tuple[str, bytes]]:
    return encoded(linked(root))
