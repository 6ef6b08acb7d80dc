"""Visits to all pages of a site in a browser: what acts there, and what is asked of elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser

from support.browser import served

TOGETHER = 30
"""Pages that a browser opens as one."""
HIDDEN = b"<!doctype html><html><body hidden>"
"""What they begin with: scripts run, and images are fetched, though nothing is laid out."""

ACTIVE = """() => {
  const found = [];
  const scheme = /^[\\s\\0-\\x20]*(javascript|vbscript|data):|url\\((?!#)/i;
  const tags = "script, style, iframe, object, embed, base, link, form, frame, meta[http-equiv]";
  for (const each of document.querySelectorAll(tags)) found.push(each.outerHTML);
  for (const each of document.querySelectorAll("*"))
    for (const { name, value } of each.attributes)
      if (name.startsWith("on") || scheme.test(value))
        found.push(`${each.localName} ${name}=${value}`);
  return [...found, ...(window.acted || [])];
}"""
"""What on a page could act, and what has."""


OWN_SCRIPT = re.compile(rb'<script [^>]*src="(?:\.\./)*(assets/repodoc/[^"]+\.js)"></script>')


def strung_together(site: Path, pages: list[Path]) -> list[str]:
    """Write many pages as one, and return the names of what is written.

    To open a page takes a browser far longer than to read it. The product's own scripts are in each
    of these pages, and in what they become once: they work on all that is on a page.
    """
    names = []
    for start in range(0, len(pages), TOGETHER):
        names.append(f"together{start}.html")
        parts = [page.read_bytes() for page in pages[start : start + TOGETHER]]
        scripts = dict.fromkeys(each for part in parts for each in OWN_SCRIPT.findall(part))
        own = [b'<script defer src="%s"></script>' % each for each in scripts]
        texts = [OWN_SCRIPT.sub(b"", part) for part in parts]
        (site / names[-1]).write_bytes(b"\n".join([HIDDEN, *texts, *own]))
    return names


def visit(browser: Browser, site: Path, folder: str = "") -> tuple[list[str], list[str]]:
    """Return what has acted or could act on pages, and the addresses elsewhere that were asked.

    Args:
        browser: Where they are opened.
        site: What is served.
        folder: Where the pages are, in the site.
    """
    page = browser.new_page()
    page.add_init_script("window.alert = n => { (window.acted ||= []).push(`alert(${n})`); };")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    active: list[str] = []
    with served(site) as address:
        for name in strung_together(site, sorted((site / folder).rglob("*.html"))):
            page.goto(address + name)
            active += page.evaluate(ACTIVE)
    page.close()
    return active, [each for each in asked if not each.startswith((address, "data:"))]
