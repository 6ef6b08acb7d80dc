"""Drawings of a hostile repository in a browser: on their pages, and opened by their addresses."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Dialog
from support.browser import served
from support.repositories import commit_all, write_files
from support.sites import build_site
from support.svg_payloads import ACTIVE, PASSIVE

THEME = Path(__file__).parents[1] / "golden" / "theme"
"""Shows a page and little else: fifty visits to pages of a theme take most of their time for it."""


def test_no_drawing_acts_or_fetches(browser: Browser, tmp_path: Path) -> None:
    drawings = {f"{name}.svg": svg for name, svg in (ACTIVE | PASSIVE).items()}
    readme = "# Drawings\n\n" + "".join(f"![a]({name}) [b]({name})\n" for name in drawings)
    project = tmp_path / "project"
    write_files(
        project,
        {
            "mkdocs.yml": f"site_name: S\ntheme: {{name: null, custom_dir: {THEME}}}\n"
            "plugins: [repodoc]\n",
            "docs/index.md": "# Home\n",
            "README.md": readme,
            **drawings,
        },
    )
    commit_all(project)
    site = build_site(project / "mkdocs.yml", tmp_path / "site")
    published = {path.name for path in site.folder.rglob("*.svg") if path.stem in ACTIVE | PASSIVE}
    assert published == {f"{name}.svg" for name in PASSIVE}
    asked: list[str] = []
    shown: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        shown.append(dialog.message)
        dialog.dismiss()

    with served(site.folder) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", dismiss)
        for name in drawings:
            page.goto(f"{address}repo/{name}_docs/")
        page.goto(f"{address}repo/README.md_docs/")
        for name in published:
            page.goto(f"{address}repo/{name}")
            page.mouse.click(5, 5)
            assert page.url == f"{address}repo/{name}"
        page.close()
    assert not shown
    assert [url for url in asked if "elsewhere" in url] == []
