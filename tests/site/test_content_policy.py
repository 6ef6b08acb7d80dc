"""Pages under a Content-Security-Policy that refuses every script inside of a page.

The theme's own few are named by their hashes, as the documentation advises.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from hashlib import sha256

import pytest
from playwright.sync_api import Browser, Page
from support.browser import served
from support.sites import PROJECT, BuiltSite

FILE = "repo/src/tidewatch/stations.py_docs/"
PAGES = ("repo/", "repo/src/tidewatch/doc/", "repo/src/tidewatch/sub/", "repo/tour/", FILE)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""One that runs and stands in the page."""


def documented_policy() -> str:
    """Return the policy that the documentation advises, on one line."""
    page = (PROJECT / "docs/getting-started.md").read_text("utf-8")
    (policy,) = re.findall(r"Content-Security-Policy:\n((?:.*;\n)+)", page)
    return " ".join(policy.split())


def hashes(site: BuiltSite) -> str:
    scripts = {script for page in site.pages for script in _SCRIPT.findall(site.read(page))}
    digests = (sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in digests)


@pytest.fixture(scope="module")
def strict(example: BuiltSite) -> Iterator[str]:
    """Address of the example under that policy."""
    policy = documented_policy().replace("HASHES", hashes(example))
    assert "'unsafe-inline'" not in policy.replace("style-src-attr 'unsafe-inline'", "")
    with served(example.folder, headers={"Content-Security-Policy": policy}) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes what its policy has refused."""
    page = browser.new_page()
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => (window.refused ||= []).push("
        "`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));"
    )
    yield page
    page.close()


def refused(page: Page) -> object:
    page.wait_for_load_state("networkidle")
    return page.evaluate("window.refused || []")


def test_no_script_of_ours_stands_in_a_page(example: BuiltSite) -> None:
    generated = {script for page in example.pages for script in _SCRIPT.findall(example.read(page))}
    theirs = set(_SCRIPT.findall(example.read("")))
    scope = re.compile(r'new URL\("[./]*",location\)')  # names the page's depth
    assert {scope.sub("", each) for each in generated} <= {scope.sub("", each) for each in theirs}


@pytest.mark.parametrize("url", PAGES)
def test_no_page_is_refused_anything(page: Page, strict: str, url: str) -> None:
    page.goto(strict + url)
    page.locator(".rd-tools").wait_for()
    assert refused(page) == []


def test_what_readers_do_is_not_refused_either(page: Page, strict: str) -> None:
    page.goto(strict + FILE, wait_until="networkidle")
    page.keyboard.press("t")
    page.locator(".rd-palette__input").fill("station")
    page.locator(".rd-palette[open] .rd-hit").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.locator(".rd-drawer[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator(".rd-listing a[href*='#']:not([id])").first.hover()
    assert refused(page) == []


def test_a_script_in_a_page_is_refused(page: Page, strict: str) -> None:
    page.goto(strict + FILE)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),{text:'1'}))"
    )
    page.wait_for_function("window.refused")  # which is told a moment later
    (only,) = page.evaluate("window.refused")
    assert only.startswith("script-src-elem inline")
