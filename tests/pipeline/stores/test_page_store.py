"""Pages of earlier builds: used again where nothing that they show has changed, and only there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from support.edits import change
from support.repositories import commit_all, copy_example, write_files

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.page_fingerprint import body_digest, fingerprint
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.pipeline.stores.page_store import PageStore
from mkdocs_repodoc.rendering.query_recorder import QueryRecorder
from mkdocs_repodoc.settings import Settings

EDITS = 2
FILES = {
    "shop/__init__.py": "",
    "shop/money.py": 'class Money:\n    """An amount."""\n\n    def add(self):\n        return 1\n',
    "shop/item.py": "from shop.money import Money\n\n\ndef price() -> Money:\n    return Money()\n",
    "shop/alone.py": "LIMIT = 3\n",
    "docs/notes.md": "# Notes\n\nSee `shop.money.Money`.\n",
}


class Build(Protocol):
    """Builds a repository anew; without a cache everything in it is made again."""

    def __call__(self, root: Path) -> Site: ...


@pytest.fixture
def build() -> Iterator[Build]:
    builders = []

    def build_anew(root: Path) -> Site:
        settings = Settings(root=root, jobs=1, repo_url="https://github.com/o/n")
        builders.append(Builder(settings))
        return builders[-1].build({}, lambda *_: None)

    yield build_anew
    for builder in builders:
        builder.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_files(folder, FILES)
    commit_all(folder)
    return folder


class Kept:
    """Pages of one build, kept, and what a later build makes of them."""

    def __init__(self, root: Path, cache: Cache, build: Build) -> None:
        self.root = root
        self.cache = cache
        self._build = build
        self.site = build(root)
        pages = PageStore(self.cache, self.site, "a theme", bytes)
        for uri in self.site.plan.pages:
            draft = self.site.draft(uri)
            pages.keep(uri, draft.page.content.encode(), draft.fingerprint)

    def made_anew(self, variant: str = "a theme") -> set[str]:
        """Return the pages that a build makes now, and compare the others with new ones."""
        site = self._build(self.root)
        restored = PageStore(self.cache, site, variant, bytes).restore(list(site.plan.pages))
        for uri, content in restored.items():
            assert site.revision.fill_in(content.decode()) == site.render(uri).content
        return site.plan.pages.keys() - restored.keys()


@pytest.fixture
def kept(root: Path, tmp_path: Path, build: Build) -> Iterator[Kept]:
    cache = Cache(tmp_path / "cache")
    yield Kept(root, cache, build)
    cache.close()


def page_names(*paths: str) -> set[str]:
    return {f"repo/{path}_{kind}.md" for path in paths for kind in ("docs", "kw")}


def test_nothing_is_made_where_nothing_has_changed(kept: Kept) -> None:
    assert kept.made_anew() == set()


def test_another_theme_makes_all_pages(kept: Kept) -> None:
    assert kept.made_anew("another theme") == set(kept.site.plan.pages)


def test_a_file_that_nobody_uses_is_shown_on_few_pages(kept: Kept) -> None:
    write_files(kept.root, {"shop/alone.py": "LIMIT = 3\nMOST = 4\n"})
    made = kept.made_anew()
    assert page_names("shop/alone.py") <= made
    assert not made & page_names("shop/money.py", "shop/item.py", "docs/notes.md")


def test_what_a_text_is_named_for_counts(kept: Kept) -> None:
    # Nothing of the notes changes but where the name in them leads.
    write_files(kept.root, {"shop/money.py": FILES["shop/money.py"].replace("Money", "Amount")})
    assert "repo/docs/notes.md_docs.md" in kept.made_anew()


def test_the_text_of_another_file_counts_where_it_is_shown(kept: Kept) -> None:
    write_files(kept.root, {"shop/item.py": FILES["shop/item.py"].replace("()\n", "()  # one\n")})
    assert "repo/shop/money.py_docs.md" in kept.made_anew()  # it shows the call


def test_another_origin_of_a_file_counts(root: Path, tmp_path: Path, build: Build) -> None:
    write_files(root, {".gitattributes": ""})
    commit_all(root)
    cache = Cache(tmp_path / "cache")
    kept = Kept(root, cache, build)
    # Not a documented file, as the attributes of a folder above the root would not be.
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text("shop/alone.py linguist-generated\n")
    assert "repo/shop/alone.py_docs.md" in kept.made_anew()
    cache.close()


def test_a_file_more_or_less_leaves_the_pages_that_do_not_show_it(kept: Kept) -> None:
    write_files(kept.root, {"more/new.py": ""})
    commit_all(kept.root, "Add")
    made = kept.made_anew()
    assert page_names("more/new.py") | {"repo/index.md"} <= made
    assert not made & page_names("shop/money.py", "shop/alone.py")
    (kept.root / "shop/alone.py").unlink()
    commit_all(kept.root, "Remove")
    made = kept.made_anew()
    assert "repo/shop/index.md" in made
    assert not made & page_names("shop/money.py")


def test_where_a_link_leads_counts(kept: Kept) -> None:
    # A file of its name in other letters takes its address; nothing else on the notes changes.
    write_files(kept.root, {"docs/notes.md": FILES["docs/notes.md"]})
    (kept.root / "shop/Money.py").write_text("")
    commit_all(kept.root, "Add")
    assert "repo/docs/notes.md_docs.md" in kept.made_anew()


def test_after_a_commit_links_lead_to_it(kept: Kept, build: Build) -> None:
    page = "repo/shop/money.py_docs.md"
    before = kept.site.render(page).content
    commit_all(kept.root, "Nothing")
    made = kept.made_anew()
    assert not made & page_names(*(path for path in FILES if path.endswith(".py")))
    assert build(kept.root).render(page).content != before


def test_a_page_whose_content_is_gone_is_made_anew(kept: Kept) -> None:
    kept.cache._write("DELETE FROM entries WHERE kind = ?", [(Cached.PAGE,)])
    assert kept.made_anew() == set(kept.site.plan.pages)


def test_a_page_found_to_hold_need_not_be_looked_at_again(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(kept.root, {"shop/alone.py": "LIMIT = 4\n"})
    made = kept.made_anew()
    looked_at: list[str] = []
    monkeypatch.setattr(Site, "still_holds", lambda _, uri, __: looked_at.append(uri))
    assert kept.made_anew() == made == set(looked_at)


def test_no_text_is_read_to_see_that_a_page_holds(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(kept.root, {"shop/alone.py": "LIMIT = 4\n"})
    commit_all(kept.root, "Change")
    site = kept._build(kept.root)
    site.keep_parts(kept.cache)
    uris = ["repo/shop/item.py_docs.md", "repo/shop/item.py_kw.md"]
    for uri in uris:
        site.body(uri)
    site = kept._build(kept.root)
    site.keep_parts(kept.cache)
    monkeypatch.setattr(SiteQueries, "read_text", lambda *_: pytest.fail("it read a text"))
    monkeypatch.setattr(SiteQueries, "lines", lambda *_: pytest.fail("it read a text"))
    assert list(PageStore(kept.cache, site, "a theme", bytes).restore(uris)) == uris


def test_pages_after_random_edits_equal_pages_made_anew(
    tmp_path: Path, build: Build, edit_seed: int
) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    root = tmp_path / "repository"
    modules = copy_example(root)
    settings = Settings(
        root=root, cache_dir=tmp_path / "kept", jobs=1, repo_url="https://github.com/o/n"
    )
    builder = Builder(settings)
    first = builder.build({}, lambda *_: None)
    first.keep_bodies(builder.cache)
    for uri in first.plan.pages:
        first.render(uri)
    for _ in range(EDITS):
        change(modules, dice)
        commit_all(root, "Change")
        site = builder.build({}, lambda *_: None)
        site.keep_bodies(builder.cache)
        anew = build(root)
        different = [uri for uri in site.plan.pages if site.render(uri) != anew.render(uri)]
        assert different == []
    builder.close()


def test_a_name_that_is_no_unicode_leaves_no_fingerprint(root: Path, build: Build) -> None:
    name = "caf\udce9.py"
    site = build(root)
    plan = site.plan.pages["repo/index.md"]
    with pytest.raises(UnicodeEncodeError):
        body_digest(plan, PageBody(name, (), ()))
    recorder = QueryRecorder(site.queries)
    recorder.language(name)
    assert fingerprint(b"", recorder, str) is None


def test_a_text_that_has_changed_since_it_was_analysed_is_not_shown_and_not_kept(
    root: Path, tmp_path: Path, build: Build
) -> None:
    cache = Cache(tmp_path / "cache")
    site = build(root)
    before = (root / "shop/item.py").read_text()
    shown = "repo/shop/item.py_docs.md"
    for changed in ('"""Other."""\n' + before, None):
        if changed is None:
            (root / "shop/item.py").unlink()
        else:
            write_files(root, {"shop/item.py": changed})
        pages = PageStore(cache, site, "a theme", bytes)
        for uri in (shown, "repo/shop/money.py_docs.md"):  # which shows a call in it
            draft = site.draft(uri)
            pages.keep(uri, draft.page.content.encode(), draft.fingerprint)
            assert "has changed since it was analysed" in draft.page.content
            assert "has changed since it was analysed" in site.render(uri).content
            assert pages.restore([uri]) == {}
        assert "has changed" not in site.render("repo/shop/alone.py_docs.md").content
        assert dict(site.data_files())
        write_files(root, {"shop/item.py": before})
        assert "has changed" not in build(root).render(shown).content
        site = build(root)  # which has not read the text yet
    cache.close()
