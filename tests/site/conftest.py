"""A browser, and the example site where it can be visited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from support.browser import chromium, served
from support.sites import BuiltSite


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(example: BuiltSite) -> Iterator[str]:
    with served(example.folder) as address:
        yield address


@pytest.fixture(scope="session")
def instant(example: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the example site as Material's instant navigation needs it.

    That takes over the links to pages that stand in the sitemap with the site's own address.
    """
    folder = tmp_path_factory.mktemp("instant") / "site"
    shutil.copytree(example.folder, folder)
    with served(folder) as address:
        addresses = (f"{address}{page.removesuffix('index.html')}" for page in example.pages)
        locations = "".join(f"<url><loc>{each}</loc></url>" for each in addresses)
        (folder / "sitemap.xml").write_text(f"<urlset>{locations}</urlset>", "utf-8")
        yield address
