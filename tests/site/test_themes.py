"""Themes, kinds of address and hosts: all of them build, strictly, and say the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.crawler import Crawler
from support.repositories import commit_all, git, write_files
from support.sites import build_site

FILES = {
    "docs/index.md": "# Home\n\n[start](repo/shop/cart.py_docs.md#shop.cart.Cart.add)\n",
    "README.md": "# Shop\n\nSells [things](shop/cart.py).\n",
    "shop/__init__.py": '"""A shop."""\n',
    "shop/cart.py": '"""Carts."""\n\n\nclass Cart:\n    """Holds things."""\n\n'
    '    def add(self, thing: str) -> None:\n        """Put a thing in."""\n',
    "shop/till.py": '"""The till."""\n\nfrom shop.cart import Cart\n\n\n'
    'def pay(cart: Cart) -> None:\n    cart.add("bag")\n',
    "art/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>\n',
}
CONFIG = """\
site_name: Shop
repo_url: https://github.com/ada/shop
theme: {theme}
plugins: [search, repodoc]
nav: [index.md, {{Code: repo/}}]
validation: {{anchors: warn, unrecognized_links: warn}}
"""


@pytest.fixture
def shop(project: Path, request: pytest.FixtureRequest) -> Path:
    theme = getattr(request, "param", "material")
    write_files(project, {**FILES, "mkdocs.yml": CONFIG.format(theme=theme)})
    commit_all(project)
    return project


@pytest.mark.parametrize("shop", ["material", "mkdocs", "readthedocs"], indirect=True)
@pytest.mark.parametrize("directories", [True, False], ids=["folders", "flat"])
def test_every_theme_builds_with_both_kinds_of_address(
    shop: Path, tmp_path: Path, directories: bool
) -> None:
    site = build_site(shop / "mkdocs.yml", tmp_path / "site", use_directory_urls=directories)
    crawler = Crawler(site.folder)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []
    page = site.read("repo/shop/cart.py_docs/" if directories else "repo/shop/cart.py_docs.html")
    assert 'id="shop.cart.Cart.add"' in page
    assert "Put a thing in." in page
    revision = git(shop, "rev-parse", "HEAD").strip()
    assert f"https://github.com/ada/shop/blob/{revision}/shop/cart.py#L4" in page
    # The navigation shows where the page stands.
    assert re.search(r">\s*till\.py", page)


@pytest.mark.parametrize(
    "features",
    [
        "tabs, navigation.tabs.sticky, navigation.sections, navigation.path, navigation.top",
        "expand, navigation.prune, navigation.footer, toc.integrate",
    ],
    ids=["tabs", "others"],
)
def test_each_navigation_that_the_theme_has_holds_the_section(
    project: Path, tmp_path: Path, features: str
) -> None:
    theme = f"{{name: material, font: false, features: [navigation.{features}]}}"
    write_files(project, {**FILES, "mkdocs.yml": CONFIG.format(theme=theme)})
    commit_all(project)
    site = build_site(project / "mkdocs.yml", tmp_path / "site")
    for url, home in (("", "repo/"), ("repo/shop/cart.py_docs/", "../../")):
        assert re.search(rf'href="{home}"[^>]*>\s*(<span[^>]*>\s*)?Code\b', site.read(url)), url


@pytest.mark.parametrize("shop", ["material", "mkdocs"], indirect=True)
def test_themes_lead_from_file_to_file(shop: Path, tmp_path: Path) -> None:
    site = build_site(shop / "mkdocs.yml", tmp_path / "site")
    for page, before, after in (
        ("repo/shop/cart.py_docs/", "../__init__.py_docs/", "../till.py_docs/"),
        ("repo/shop/cart.py_kw/", "../__init__.py_kw/", "../till.py_kw/"),
        ("repo/shop/till.py_docs/", "../cart.py_docs/", None),
    ):
        assert neighbour(site.read(page), "prev") == before
        assert neighbour(site.read(page), "next") == after


def neighbour(page: str, way: str) -> str | None:
    found = re.search(rf'<(?:a|link) rel="{way}" href="([^"]*)"', page)
    return found[1] if found else None


def test_properdocs_builds_the_same_pages(shop: Path, tmp_path: Path) -> None:
    site = build_site(shop / "mkdocs.yml", tmp_path / "site")
    other = tmp_path / "other"
    result = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", str(other)],
        cwd=shop,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    built = sorted(path.relative_to(other).as_posix() for path in other.rglob("*.html"))
    assert built == site.pages
    assert Crawler(other).dead_links() == []
    for name in built:
        if name.startswith("repo/"):
            assert article((other / name).read_text("utf-8")) == article(
                (site.folder / name).read_text("utf-8")
            )


def article(page: str) -> str:
    match = re.search(r"(?s)<article\b.*?</article>", page)
    assert match
    return match[0]
