"""No extension stays in use after a test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.extensions import install

from mkdocs_repodoc.extensions.named_extensions import use_extensions


@pytest.fixture(autouse=True)
def no_extensions() -> Iterator[None]:
    yield
    use_extensions(())
    for name in [name for name in sys.modules if name.startswith(("repodoc_", "faulty_"))]:
        del sys.modules[name]


@pytest.fixture
def gherkin(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's extension, installed for this process."""
    folder = tmp_path_factory.mktemp("installed")
    install(folder)
    monkeypatch.syspath_prepend(folder)
    return folder
