from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_repository import made_file, made_repository, made_symbol

from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.pages.planning.unique_names import MAX_COMPONENT
from mkdocs_repodoc.settings import Settings

ODD_NAMES = [
    "doc",
    "docs",
    "sub",
    "keywords",
    "index",
    "index.html",
    "doc.html",
    "keywords.html",
    "comprehensive_book",
    "app.py",
    "app.py_docs",
    "app.py_docs.html",
    "app.py_kw",
    "README",
    "README.md",
    "readme.md",
    ".github",
    "dot.github",
    ".env",
    "a b",
    "a#b",
    "a?b",
    "a%20b",
    'it\'s "so"',
    "Ünï",
    "U\u0308ni\u0308",
    "ß",
    "SS",
    "bad\udc80",
    "bad\udc81",
    "bad\ufffd",
    "line\nbreak",
    "back\\slash",
    "logo.PNG",
    "logo.png",
    "x" * 255,
    "X" * 255,
    "é" * 127,
    "aux",
    "AUX_",
    "con.py",
    "llms.txt",
    "index.md",
    "doc.md",
    "app.py_docs.md",
    "end.",
    "end",
    "end ",
]


def plan_of(paths: Iterable[str], *, directory_urls: bool = True, uri: str = "repo") -> SitePlan:
    return plan_site(
        made_repository(made_file(path) for path in paths),
        Settings(Path("/nowhere"), uri=uri, directory_urls=directory_urls, markdown="all"),
    )


def folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def assert_no_two_share_a_place(plan: SitePlan) -> None:
    assert all(plan.pages[page.uri] is page for page in plan.pages.values())
    places = [page.dest_uri for page in plan.pages.values()]
    places += [page.twin for page in plan.pages.values() if page.twin]
    places += [asset.dest_uri for asset in plan.assets.values()]
    lists = {
        f"{page.dest_uri.rpartition('/')[0]}/llms.txt".lstrip("/")
        for page in plan.pages.values()
        if page.kind in {"repository", "folder"}
    }
    places += sorted(lists)
    files = {folded(place) for place in places}
    assert len(files) == len(places)
    urls = [page.url for page in plan.pages.values()]
    urls += [asset.url for asset in plan.assets.values()]
    assert len({folded(unquote(url)) for url in urls}) == len(urls)
    parents = {
        folded("/".join(place.split("/")[:end]))
        for place in places
        for end in range(1, place.count("/") + 1)
    }
    assert not files & parents
    assert all(
        len(part.encode()) <= MAX_COMPONENT + len("/")
        for place in places
        for part in place.split("/")
    )
    for page in plan.pages.values():
        (page.title + page.uri + page.dest_uri + page.url).encode()


def without_conflicts(paths: Iterable[str]) -> list[str]:
    """Drop what no file system can hold: a file where another path needs a folder."""
    kept = set(paths)
    parents = {
        "/".join(path.split("/")[:end]) for path in kept for end in range(1, path.count("/") + 1)
    }
    return sorted(kept - parents)


names = st.one_of(
    st.sampled_from(ODD_NAMES),
    st.text(
        st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=6
    ),
)
repositories = st.lists(
    st.lists(names.filter(lambda name: name not in {".", ".."}), min_size=1, max_size=3).map(
        "/".join
    ),
    max_size=25,
).map(without_conflicts)


@settings(deadline=None, max_examples=120)
@given(repositories, st.booleans())
def test_no_two_pages_share_a_place(paths: list[str], directory_urls: bool) -> None:
    plan = plan_of(paths, directory_urls=directory_urls)

    assert_no_two_share_a_place(plan)
    folders = {path.rpartition("/")[0] for path in paths}
    assert all(
        ("file", path) in plan.uris and ("file keywords", path) in plan.uris for path in paths
    )
    assert all(("folder documentation", folder) in plan.uris for folder in folders)


@settings(deadline=None, max_examples=40)
@given(repositories)
def test_plan_depends_only_on_the_names(paths: list[str]) -> None:
    assert plan_of(paths) == plan_of(reversed(paths))


@pytest.mark.parametrize("directory_urls", [True, False])
def test_all_odd_names_side_by_side(directory_urls: bool) -> None:
    files = [f"files/{name}" for name in ODD_NAMES]
    folders = [f"{name}/inner/{leaf}" for name in ODD_NAMES for leaf in ("doc", "a.py")]

    assert_no_two_share_a_place(plan_of([*files, *folders], directory_urls=directory_urls))


@pytest.mark.parametrize("name", ["CamelCase.py", "src/app.py", "a b/c#d?e%f.py", "a/Ünï.md"])
def test_source_uris_follow_the_path(name: str) -> None:
    plan = plan_of([name])

    assert plan.uri("file", name) == f"repo/{name}_docs.md"
    assert plan.uri("file keywords", name) == f"repo/{name}_kw.md"


def test_pages_of_folders_and_repository() -> None:
    plan = plan_of(["src/app.py"])

    assert [(page.kind, page.uri, page.dest_uri, page.url) for page in plan.pages.values()] == [
        ("repository", "repo/index.md", "repo/index.html", "repo/"),
        ("keywords", "repo/keywords.md", "repo/keywords/index.html", "repo/keywords/"),
        (
            "book",
            "repo/comprehensive_book.md",
            "repo/comprehensive_book/index.html",
            "repo/comprehensive_book/",
        ),
        ("folder documentation", "repo/doc.md", "repo/doc/index.html", "repo/doc/"),
        ("folder keywords", "repo/sub.md", "repo/sub/index.html", "repo/sub/"),
        ("folder", "repo/src/index.md", "repo/src/index.html", "repo/src/"),
        ("folder documentation", "repo/src/doc.md", "repo/src/doc/index.html", "repo/src/doc/"),
        ("folder keywords", "repo/src/sub.md", "repo/src/sub/index.html", "repo/src/sub/"),
        (
            "file",
            "repo/src/app.py_docs.md",
            "repo/src/app.py_docs/index.html",
            "repo/src/app.py_docs/",
        ),
        (
            "file keywords",
            "repo/src/app.py_kw.md",
            "repo/src/app.py_kw/index.html",
            "repo/src/app.py_kw/",
        ),
    ]
    assert plan.uri("folder", "") == "repo/index.md"


def test_without_directory_urls() -> None:
    plan = plan_of(["src/a b.py"], directory_urls=False)

    assert plan.pages["repo/src/a b.py_docs.md"].url == "repo/src/a%20b.py_docs.html"
    assert plan.pages["repo/src/index.md"].url == "repo/src/index.html"
    assert plan.pages["repo/index.md"].url == "repo/index.html"


@pytest.mark.parametrize(
    "folder", ["doc", "sub", "keywords", "comprehensive_book", "Doc", "app.py_docs"]
)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_folder_keeps_the_address_that_a_reader_types(folder: str, directory_urls: bool) -> None:
    plan = plan_of([f"{folder}/x.py", "app.py"], directory_urls=directory_urls)

    assert plan.pages[f"repo/{folder}/index.md"].dest_uri == f"repo/{folder}/index.html"
    assert_no_two_share_a_place(plan)


def test_address_does_not_change_with_other_files() -> None:
    few = plan_of(["src/app.py", "src/Sub/x.py"])
    many = plan_of(["src/app.py", "src/Sub/x.py", "src/other.py", "zoo/app.py", "SRC2/app.py"])

    assert all(few.pages[uri] == many.pages[uri] for uri in few.pages)


def test_of_two_names_that_differ_in_case_the_lower_one_keeps_its_spelling() -> None:
    plan = plan_of(["Makefile", "makefile"])

    assert plan.pages["repo/makefile_docs.md"].url == "repo/makefile_docs/"
    assert plan.pages["repo/Makefile_docs.md"].url.startswith("repo/Makefile_docs-")


def test_names_that_windows_does_not_take_are_others_in_the_site() -> None:
    plan = plan_of(["aux.py", "Con", "com1/a.py", "auxiliary.py", "lpt.py", "odd. /a.py"])
    places = {page.path: page.dest_uri for page in plan.pages.values() if page.kind == "file"}
    assert places["aux.py"] == "repo/aux_.py_docs/index.html"
    assert places["com1/a.py"] == "repo/com1_/a.py_docs/index.html"
    assert places["auxiliary.py"] == "repo/auxiliary.py_docs/index.html"
    assert places["lpt.py"] == "repo/lpt.py_docs/index.html"
    assert places["odd. /a.py"].startswith("repo/odd_-")
    assert plan.uri("file", "aux.py") == "repo/aux.py_docs.md"


def test_hidden_names_are_not_hidden_in_the_site() -> None:
    plan = plan_of([".github/workflows/ci.yml"])

    page = plan.pages["repo/.github/workflows/ci.yml_docs.md"]
    assert page.url == "repo/dot.github/workflows/ci.yml_docs/"


def test_site_at_the_top() -> None:
    plan = plan_of(["app.py"], uri="")

    assert plan.pages["index.md"].url == "./"
    assert plan.pages["app.py_docs.md"].url == "app.py_docs/"


def test_long_keyword_index_is_split_by_initial() -> None:
    symbols = [made_symbol(f"s{number}") for number in range(2700)]
    symbols += [made_symbol("Server.run", "method"), made_symbol("_hidden"), made_symbol("Éclair")]
    repository = made_repository([made_file("a.py", symbols)])

    plan = plan_site(repository, Settings(Path("/nowhere")))

    initials = [page.path for page in plan.pages.values() if page.kind == "initial"]
    assert initials == ["e", "r", "s", "s-2", "s-3", "_"]
    assert plan.pages["repo/keywords/s-2.md"].title == "Symbols: S (2 of 3)"


def test_short_keyword_index_is_one_page() -> None:
    plan = plan_site(
        made_repository([made_file("a.py", [made_symbol("run")])]), Settings(Path("/nowhere"))
    )

    assert not [page for page in plan.pages.values() if page.kind == "initial"]


def test_images_are_published_beside_their_pages(tmp_path: Path) -> None:
    tmp_path.joinpath("safe.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')
    tmp_path.joinpath("img").mkdir()
    tmp_path.joinpath("img/Logo.PNG").write_bytes(b"\x89PNG")
    tmp_path.joinpath("active.svg").write_text("<svg><script>alert(1)</script></svg>")
    files = [
        made_file("img/Logo.PNG", kind="image"),
        made_file("img/unreadable.png", kind="image"),
        made_file("img/huge.png", kind="image", size=50_000_000),
        made_file("safe.svg", kind="image"),
        made_file("active.svg", kind="image"),
        made_file("notes.txt"),
    ]

    plan = plan_site(made_repository(files), Settings(tmp_path))

    assert {path: asset.url for path, asset in plan.assets.items()} == {
        "img/Logo.PNG": "repo/img/Logo.PNG",
        "safe.svg": "repo/safe.svg",
    }


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_tour_takes_no_address_from_others(*, directory_urls: bool) -> None:
    repository = made_repository(made_file(path) for path in ("tour", "tour.md", "tour.html/x"))
    wanted = Settings(Path("/nowhere"), directory_urls=directory_urls)
    without, plan = (plan_site(repository, wanted, has_tour=has_tour) for has_tour in (False, True))

    assert {uri: page for uri, page in plan.pages.items() if page.kind != "tour"} == without.pages
    assert plan.pages["repo/tour.md"].kind == "tour"
    assert len({page.dest_uri for page in plan.pages.values()}) == len(plan.pages)
