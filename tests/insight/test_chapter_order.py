"""The order of a book's chapters on components."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.insight.architecture.chapter_order import chapter_order
from mkdocs_repodoc.insight.architecture.component import Architecture, Component


def component(path: str, lines: int = 100, layer: int = 0) -> Component:
    return Component(path, (f"{path}/a.py",), True, lines, layer)


def order(first: list[str], *components: Component) -> tuple[list[str], list[str]]:
    architecture = Architecture(components, Counter(), {})
    found = chapter_order(architecture, [f"{path}/a.py" for path in first])
    return [each.path for each in found.chapters], [each.path for each in found.small]


def test_what_the_reader_enters_by_comes_first_and_then_the_upper_layers() -> None:
    parts = component("low"), component("middle", layer=1), component("top", layer=2)

    assert order(["middle"], *parts) == (["middle", "top", "low"], [])
    assert order([], *parts) == (["top", "middle", "low"], [])


def test_files_outside_the_components_are_passed_over() -> None:
    assert order(["gone"], component("a")) == (["a"], [])


def test_slight_components_are_told_together() -> None:
    parts = component("large", 9_000), component("b", 80), component("c", 30)

    assert order([], *parts) == (["large"], ["b", "c"])
    assert order(["b"], *parts) == (["b", "large", "c"], [])


def test_an_entry_of_a_few_lines_has_no_chapter_of_its_own() -> None:
    parts = component("large", 9_000), component("b", 20), component("c", 30)

    assert order(["b"], *parts) == (["large"], ["b", "c"])
