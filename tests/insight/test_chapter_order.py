"""The order of a book's chapters on components."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.insight.architecture.chapter_order import chapter_order
from mkdocs_repodoc.insight.architecture.component import Architecture, Component


def component(path: str, lines: int = 100, layer: int = 0) -> Component:
    return Component(path, (f"{path}/a.py",), True, lines, layer)


def order(first: list[str], *components: Component) -> list[tuple[str, list[str]]]:
    architecture = Architecture(components, Counter(), {})
    found = chapter_order(
        architecture, [each.files[0] for each in components if each.path in first]
    )
    return [(each.kind, [part.path for part in each.components]) for each in found]


def single_file(path: str, lines: int = 100) -> Component:
    return Component(path, (path,), False, lines)


def test_what_the_reader_enters_by_comes_first_and_then_the_upper_layers() -> None:
    parts = component("low"), component("middle", layer=1), component("top", layer=2)

    assert order(["middle"], *parts) == [("one", [path]) for path in ("middle", "top", "low")]
    assert order([], *parts) == [("one", [path]) for path in ("top", "middle", "low")]


def test_files_outside_the_components_are_passed_over() -> None:
    architecture = Architecture((component("a"),), Counter(), {})

    assert len(chapter_order(architecture, ["gone/a.py"])) == 1


def test_slight_components_are_told_together() -> None:
    parts = component("large", 9_000), component("b", 80), component("c", 30)

    assert order([], *parts) == [("one", ["large"]), ("small", ["b", "c"])]
    assert order(["b"], *parts) == [("one", ["b"]), ("one", ["large"]), ("one", ["c"])]


def test_an_entry_of_a_few_lines_has_no_chapter_of_its_own() -> None:
    parts = component("large", 9_000), component("b", 20), component("c", 30)

    assert order(["b"], *parts) == [("one", ["large"]), ("small", ["b", "c"])]


def test_many_single_files_share_the_chapter_of_the_first() -> None:
    files = [single_file(f"{letter}.py", 5 if letter == "e" else 100) for letter in "abcde"]

    assert order(["c.py"], component("folder"), *files) == [
        ("files", ["c.py", "a.py", "b.py", "d.py", "e.py"]),
        ("one", ["folder"]),
    ]
    assert [kind for kind, _ in order([], *files[:4])] == ["one"] * 4
