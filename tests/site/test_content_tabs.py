"""Material's content tabs on hand-written pages, beside the scripts of the generated ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from support.browser import follow_instantly, served, window
from support.sites import build_site

INDEX = """# Home

[The till](repo/till.py_docs.md)

=== "Linux"

    apt says hello

=== "Windows"

    winget says hello

## Again

=== "Linux"

    apt says bye

=== "Windows"

    winget says bye
"""
CONFIGURATION = """\
site_name: Shop
site_url: http://127.0.0.1/
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.tracking, content.tabs.link]
plugins: [search, repodoc]
markdown_extensions:
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
"""


@pytest.fixture
def page(browser: Browser, project: Path) -> Iterator[Page]:
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text(INDEX)
    (project / "till.py").write_text('"""A till."""\n\n\ndef pay() -> None:\n    """Pay."""\n')
    (project / "mkdocs.yml").write_text(CONFIGURATION)
    site = build_site(project / "mkdocs.yml", project / "site")
    problems: list[str] = []
    viewport = {"width": 1280, "height": 900}
    with served(site.folder) as address, window(browser, viewport=viewport) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        sitemap = site.folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text().replace("http://127.0.0.1/", address))
        page.goto(address, wait_until="networkidle")
        yield page
    assert problems == []


def shown(page: Page) -> Locator:
    return page.locator(".tabbed-block p:visible")


def test_a_tab_takes_its_namesakes_along(page: Page) -> None:
    expect(shown(page)).to_have_text(["apt says hello", "apt says bye"])
    page.locator(".tabbed-labels label", has_text="Windows").first.click()
    expect(page.locator(".tabbed-set input:checked")).to_have_count(2)
    expect(shown(page)).to_have_text(["winget says hello", "winget says bye"])


def test_arrows_change_tabs_and_single_keys_still_work(page: Page) -> None:
    page.locator(".tabbed-set input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(shown(page).first).to_have_text("winget says hello")
    page.keyboard.press("e")
    page.locator(".rd-drawer[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator(".tabbed-set input").nth(1).focus()
    page.keyboard.press("t")
    page.locator(".rd-palette[open]").wait_for()
    page.keyboard.press("Escape")
    expect(shown(page).first).to_have_text("winget says hello")


def test_a_tab_is_kept_on_the_way_to_the_source_and_back(page: Page) -> None:
    page.evaluate("window.stays = true")
    page.locator(".tabbed-labels label", has_text="Windows").first.click()
    expect(shown(page)).to_have_text(["winget says hello", "winget says bye"])
    follow_instantly(
        page, page.evaluate("document.querySelector('.md-content a[href*=till]').href")
    )
    page.locator('[id="L4"]').click()
    page.wait_for_url("**/till.py_docs/#L4")
    expect(page.locator(".rd-on")).to_have_count(1)
    page.go_back()
    page.locator(".tabbed-set").first.wait_for()
    expect(shown(page)).to_have_text(["winget says hello", "winget says bye"])
    assert page.evaluate("window.stays")


def test_a_tabs_own_address_opens_it(page: Page) -> None:
    page.goto(f"{page.url}#__tabbed_2_2", wait_until="networkidle")
    page.reload(wait_until="networkidle")
    expect(shown(page).nth(1)).to_have_text("winget says bye")
    assert page.locator(".rd-on").count() == 0
