from collections.abc import Callable

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from support.work import lines_run

from mkdocs_repodoc.hosts.mkdocs.navigation import (
    FolderSection,
    RepositoryNavigation,
    resolve_folder_entries,
)
from mkdocs_repodoc.model.site_plan import NavNode, PageKind, PagePlan, SitePlan


class Shown(StructureItem):
    """Stands for a virtual page: the views ask it for its plan only."""

    children = None
    is_section = False

    def __init__(self, plan: PagePlan) -> None:
        self.plan = plan
        self.title = plan.title


def page_plan(kind: PageKind, path: str, uri: str) -> PagePlan:
    return PagePlan(kind, path, path or "Repository", uri, uri, uri.removesuffix(".md") + "/")


def folder(path: str, *children: NavNode) -> NavNode:
    prefix = f"repo/{path}/" if path else "repo/"
    own = (NavNode("Documentation", f"{prefix}doc.md"), NavNode("Keywords", f"{prefix}sub.md"))
    return NavNode(path.rpartition("/")[2], f"{prefix}index.md", (*own, *children))


def file(path: str) -> NavNode:
    return NavNode(path.rpartition("/")[2], f"repo/{path}_docs.md")


def site(root: NavNode) -> SitePlan:
    pages: dict[str, PagePlan] = {}

    def add(node: NavNode) -> None:
        uri = node.uri
        path = uri.removeprefix("repo/").rpartition("/")[0]
        if uri.endswith("_docs.md"):
            path = uri.removeprefix("repo/").removesuffix("_docs.md")
            pages[uri] = page_plan("file", path, uri)
            keywords = f"repo/{path}_kw.md"
            pages[keywords] = page_plan("file keywords", path, keywords)
        elif uri.endswith("index.md"):
            pages[uri] = page_plan("folder" if path else "repository", path, uri)
        elif uri.endswith("doc.md"):
            pages[uri] = page_plan("folder documentation", path, uri)
        else:
            pages[uri] = page_plan("folder keywords", path, uri)
        for child in node.children:
            add(child)

    add(root)
    return SitePlan(pages, {}, {(plan.kind, plan.path): uri for uri, plan in pages.items()})


TREE = folder(
    "",
    folder("src", folder("src/deep", file("src/deep/x.py")), file("src/a.py"), file("src/b.py")),
    folder("tests", file("tests/test_a.py")),
    file("README.md"),
)


def outline(item: object) -> object:
    if isinstance(item, Section):
        return {item.title: [outline(child) for child in item.children]}
    return item.title  # type: ignore[attr-defined]  # every item has one


def viewer(uri: str, root: NavNode = TREE) -> Callable[[], FolderSection]:
    """Return what makes the section that a page shows."""
    plan = site(root)
    repository = RepositoryNavigation(root, plan, "Repository")
    placed = repository.insert_into(Navigation([], []), object())  # type: ignore[arg-type]  # no page that anybody looks at
    page = Shown(plan.pages[uri])

    def make() -> FolderSection:
        (section,) = repository.view(placed, page).items  # type: ignore[arg-type]  # a page has a plan, and that is asked for
        assert isinstance(section, FolderSection)
        return section

    return make


def view(uri: str, root: NavNode = TREE) -> FolderSection:
    return viewer(uri, root)()


def test_a_hand_written_page_sees_the_top_level() -> None:
    repository = RepositoryNavigation(TREE, site(TREE), "Repository")
    (section,) = repository.insert_into(Navigation([], []), object()).items  # type: ignore[arg-type]  # likewise
    assert outline(section) == {
        "Repository": ["Overview", "Documentation", "Keywords", "src/", "tests/", "README.md"]
    }
    assert not section.active


def test_a_file_page_sees_the_folders_down_to_it() -> None:
    assert outline(view("repo/src/a.py_docs.md")) == {
        "Repository": [
            "Overview",
            "Documentation",
            "Keywords",
            {
                "src": [
                    "Overview",
                    "Documentation",
                    "Keywords",
                    "deep/",
                    "a.py",
                    "b.py",
                ]
            },
            "tests/",
            "README.md",
        ]
    }


def test_the_page_itself_is_in_its_view_and_its_folders_are_active() -> None:
    section = view("repo/src/deep/x.py_docs.md")
    assert section.active
    (source,) = [child for child in section.children if isinstance(child, Section)]
    (deep,) = [child for child in source.children if isinstance(child, Section)]
    assert source.active
    assert deep.active
    (shown,) = [child for child in deep.children if isinstance(child, Shown)]
    assert shown.plan.uri == "repo/src/deep/x.py_docs.md"
    assert shown.parent is deep


def test_a_folder_opens_at_its_index_page() -> None:
    section = view("repo/src/index.md")
    (source,) = [child for child in section.children if isinstance(child, FolderSection)]
    assert isinstance(source.children[0], Shown)
    assert source.url == "repo/src/index/"


def test_a_keyword_page_shows_where_its_file_stands() -> None:
    section = view("repo/src/a.py_kw.md")
    (source,) = [child for child in section.children if isinstance(child, Section)]
    (entry,) = [child for child in source.children if child.title == "a.py"]
    assert isinstance(entry, Link)
    assert entry.active


def test_a_long_folder_shows_the_neighbourhood() -> None:
    big = folder("", folder("big", *(file(f"big/f{i:04}.py") for i in range(1_000))))
    section = view("repo/big/f0500.py_docs.md", big)
    (folder_section,) = [child for child in section.children if isinstance(child, Section)]
    titles = [child.title for child in folder_section.children]
    assert titles[:3] == ["Overview", "Documentation", "Keywords"]
    assert {"f0499.py", "f0500.py", "f0501.py"} <= set(titles)
    assert titles[-1] == "… more"
    assert len(titles) == 1 + 2 + 14 + 1


def test_folders_above_are_the_way_to_a_page_in_a_large_repository() -> None:
    deep = folder("big/deep", *(file(f"big/deep/{i}.py") for i in range(10)))
    others = (folder(f"big/f{i:04}") for i in range(50))
    root = folder("", folder("big", deep, *others), file("README.md"))
    assert outline(view("repo/big/deep/5.py_docs.md", root)) == {
        "Repository": [
            "Overview",
            "Documentation",
            "Keywords",
            "big/",
            {
                "deep": [
                    "Overview",
                    "Documentation",
                    "Keywords",
                    *(f"{i}.py" for i in range(10)),
                ]
            },
        ]
    }


def test_no_entry_of_a_long_folder_is_listed_twice() -> None:
    files = [file(f"big/f{i:04}.py") for i in range(100)]
    big = folder("", folder("big", folder("big/sub"), *files))
    section = view("repo/big/f0001.py_docs.md", big)
    (folder_section,) = [child for child in section.children if isinstance(child, Section)]
    titles = [child.title for child in folder_section.children]
    assert titles[:5] == ["Overview", "Documentation", "Keywords", "sub/", "f0000.py"]
    assert len(titles) == len(set(titles))


def test_the_section_stands_where_the_user_put_the_index_page() -> None:
    index_page = Link("index", "x")
    plan = site(TREE)
    repository = RepositoryNavigation(TREE, plan, "Code")
    user = Navigation([Link("Home", ""), Section("More", [index_page]), Link("End", "e")], [])
    placed = repository.insert_into(user, index_page)  # type: ignore[arg-type]  # it is only compared
    assert [item.title for item in placed] == ["Home", "More", "End"]
    assert placed.items[1].children[0].title == "Code"
    page = Shown(plan.pages["repo/src/a.py_docs.md"])
    viewed = repository.view(placed, page)  # type: ignore[arg-type]  # as in `viewer`
    assert viewed.items[1].active
    assert viewed.items[1].children[0].parent is viewed.items[1]
    assert not placed.items[1].active


class PageOfSection(Section):
    """A section as another plugin makes it."""


def test_what_other_plugins_made_of_the_navigation_stays() -> None:
    index_page = Link("index", "x")
    outer = Section("Outer", [PageOfSection("Inner", [index_page])])
    outer.children[0].parent = outer
    index_page.parent = outer.children[0]  # type: ignore[assignment]  # a section
    plan = site(TREE)
    repository = RepositoryNavigation(TREE, plan, "Code")
    user = Navigation([outer], [])
    placed = repository.insert_into(user, index_page)  # type: ignore[arg-type]  # it is only compared
    assert placed is user
    assert placed.items[0] is outer
    assert outline(outer) == {"Outer": [{"Inner": [outline(outer.children[0].children[0])]}]}
    page = Shown(plan.pages["repo/src/a.py_docs.md"])
    (seen,) = repository.view(placed, page).items  # type: ignore[arg-type]  # as in `viewer`
    assert seen is not outer
    (inner,) = seen.children
    assert isinstance(inner, PageOfSection)
    assert [each.title for each in inner.children[0].ancestors] == ["Inner", "Outer"]
    assert inner.active
    assert not outer.children[0].active


def test_a_folder_has_what_themes_ask_a_page_for() -> None:
    section = view("repo/index.md")
    assert (section.is_page, section.meta) == (True, {})


def test_titles_are_escaped() -> None:
    root = folder("", file("<script>.py"))
    titles = [child.title for child in view("repo/index.md", root).children]
    assert "&lt;script&gt;.py" in titles


def test_entries_of_the_configured_nav() -> None:
    nav = [{"Home": "index.md"}, {"Code": "repo/"}, {"More": ["a.md", "https://example.org"]}]
    resolved, title = resolve_folder_entries(nav, "repo", "repo/index.md")
    assert resolved == [
        {"Home": "index.md"},
        {"Code": "repo/index.md"},
        {"More": ["a.md", "https://example.org"]},
    ]
    assert title == "Code"


def test_an_entry_without_a_title() -> None:
    assert resolve_folder_entries(["repo"], "repo", "repo/index.md") == (["repo/index.md"], "")
    assert resolve_folder_entries(None, "repo", "repo/index.md") == (None, "")


def test_a_view_costs_the_same_in_a_folder_of_thousands() -> None:
    def cost(count: int) -> int:
        root = folder("", folder("big", *(file(f"big/f{i:04}.py") for i in range(count))))
        return lines_run(viewer("repo/big/f0090.py_docs.md", root))

    assert cost(2_000) < 1.05 * cost(200)
