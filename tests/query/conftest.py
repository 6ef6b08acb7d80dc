"""Shops to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.shop import Asked, answerer, make_shop


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """The shop as nobody changes it."""
    root = tmp_path_factory.mktemp("shop")
    make_shop(root)
    with answerer(root) as live:
        yield Asked(live, root)


@pytest.fixture
def changing_shop(tmp_path: Path) -> Iterator[Asked]:
    """The shop with its files to be changed."""
    make_shop(tmp_path)
    with answerer(tmp_path) as live:
        yield Asked(live, tmp_path)
