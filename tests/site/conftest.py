"""A browser, and the example site where it can be visited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from support.browser import chromium, served
from support.sites import BuiltSite


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(example: BuiltSite) -> Iterator[str]:
    with served(example.folder) as address:
        yield address
