"""Plugins that evaluate templates, as in titles, find none in what the repository holds."""

from __future__ import annotations

from pathlib import Path

from support.html import load
from support.repositories import commit_all, write_files
from support.sites import build_site

HOOK = """
import jinja2


def on_nav(nav, config, files):
    items = list(nav.items)
    for item in items:
        item.title = item.title and jinja2.Template(item.title).render()
        items.extend(item.children or ())


def on_page_markdown(markdown, page, config, files):
    page.title = jinja2.Template(page.title or "").render()
    return jinja2.Template(markdown).render()


def on_page_context(context, page, config, nav):
    entries = list(page.toc)
    for entry in entries:
        entry.title = jinja2.Template(entry.title).render()
        entries.extend(entry.children)
"""
NAME = "{{ 7 * 7 }}"


def test_no_name_is_evaluated(project: Path, tmp_path: Path) -> None:
    configuration = "site_name: Till\nhooks: [evaluate.py]\nplugins: [search, repodoc]\n"
    write_files(
        project,
        {
            "mkdocs.yml": configuration,
            "evaluate.py": HOOK,
            "docs/index.md": "# Home\n",
            f"{NAME}/{{% raise %}}.py": '"""A till."""\n',
            "notes.md": f"# {NAME}\n\n## {{% raise %}}\n",
        },
    )
    commit_all(project)
    site = build_site(project / "mkdocs.yml", tmp_path / "site")
    shown = [load(site.folder / path).document for path in site.pages]
    title = f"{NAME}/{{% raise %}}.py"
    assert any(each.find("title")[0].text.startswith(title) for each in shown)
    assert not any("49" in found.text for each in shown for found in each.find("nav"))
    assert not any("49" in found.text for each in shown for found in each.find("title"))
