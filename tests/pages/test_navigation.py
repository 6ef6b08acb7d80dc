from __future__ import annotations

from pathlib import Path

from made_repository import made_file, made_repository

from mkdocs_repodoc.model.site_plan import NavNode
from mkdocs_repodoc.pages.planning.navigation_tree import navigation
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.settings import Settings


def navigation_of(*paths: str) -> NavNode:
    repository = made_repository(made_file(path) for path in paths)
    settings = Settings(Path("/nowhere"), nav_title="Code")
    return navigation(repository, plan_site(repository, settings), settings)


def outline(node: NavNode, depth: int = 0) -> list[str]:
    lines = [f"{'  ' * depth}{node.title} -> {node.uri}"]
    for child in node.children:
        lines += outline(child, depth + 1)
    return lines


def test_folders_open_at_their_index_and_hold_their_pages() -> None:
    assert outline(navigation_of("setup.py", "src/app.py", "src/deep/x.py")) == [
        "Code -> repo/index.md",
        "  Symbols A–Z -> repo/keywords.md",
        "  Book -> repo/comprehensive_book.md",
        "  Documentation -> repo/doc.md",
        "  Symbols -> repo/sub.md",
        "  src -> repo/src/index.md",
        "    Documentation -> repo/src/doc.md",
        "    Symbols -> repo/src/sub.md",
        "    deep -> repo/src/deep/index.md",
        "      Documentation -> repo/src/deep/doc.md",
        "      Symbols -> repo/src/deep/sub.md",
        "      x.py -> repo/src/deep/x.py_docs.md",
        "    app.py -> repo/src/app.py_docs.md",
        "  setup.py -> repo/setup.py_docs.md",
    ]


def test_a_tour_stands_before_the_book() -> None:
    repository = made_repository([made_file("a.py")])
    settings = Settings(Path("/nowhere"))
    node = navigation(repository, plan_site(repository, settings, has_tour=True), settings)

    assert [child.title for child in node.children][:3] == [
        "Symbols A–Z",
        "Tour",
        "Book",
    ]


def test_very_deep_folders() -> None:
    path = "/".join(["d"] * 1500) + "/x.py"

    node = navigation_of(path)
    depth = 0
    while folders := [child for child in node.children if child.children]:
        (node,) = folders
        depth += 1
    assert depth == 1500


def test_names_that_are_no_text_are_shown_with_replacements() -> None:
    node = navigation_of("bad\udc80/x\n.py")

    assert node.children[-1].title == "bad\ufffd"
    assert node.children[-1].children[-1].title == "x\ufffd.py"
