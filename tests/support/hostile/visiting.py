"""Visits to all pages of a site in a browser: what acts there, and what is asked of elsewhere."""

from __future__ import annotations

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


def strung_together(site: Path) -> list[str]:
    """Write many pages as one, and return the names of what is written.

    To open a page takes a browser far longer than to read it.
    """
    pages = sorted(site.rglob("*.html"))
    names = []
    for start in range(0, len(pages), TOGETHER):
        names.append(f"together{start}.html")
        parts = [page.read_bytes() for page in pages[start : start + TOGETHER]]
        (site / names[-1]).write_bytes(b"\n".join([HIDDEN, *parts]))
    return names


def visit(browser: Browser, site: Path) -> tuple[list[str], list[str]]:
    """Return what has acted or could act on pages, and the addresses elsewhere that were asked."""
    page = browser.new_page()
    page.add_init_script("window.alert = n => { (window.acted ||= []).push(`alert(${n})`); };")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    active: list[str] = []
    with served(site) as address:
        for name in strung_together(site):
            page.goto(address + name)
            active += page.evaluate(ACTIVE)
    page.close()
    return active, [each for each in asked if not each.startswith((address, "data:"))]
