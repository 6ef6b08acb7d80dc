"""A browser, and the example site where it can be visited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from support.browser import chromium, served
from support.sites import EXAMPLE, BuiltSite, build_site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(example: BuiltSite) -> Iterator[str]:
    with served(example.folder) as address:
        yield address


@pytest.fixture(scope="session")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the example site as Material's instant navigation needs it.

    That takes over the links to pages that stand in the sitemap with the site's own address.
    """
    home = "http://127.0.0.1/"
    folder = tmp_path_factory.mktemp("instant") / "site"
    build_site(EXAMPLE / "mkdocs.yml", folder, site_url=home)
    with served(folder) as address:
        sitemap = folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text("utf-8").replace(home, address), "utf-8")
        yield address
