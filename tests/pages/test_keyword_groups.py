"""Titles and order of the groups on keyword pages of folders."""

from __future__ import annotations

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.pages.keywords.keyword_groups import group_title, in_order


def test_a_group_is_called_what_the_people_of_the_language_call_it() -> None:
    assert group_title("java", Kind.RECORD) == "Records"
    assert group_title("c", Kind.STRUCT) == "Classes/Structs"
    assert group_title("python", Kind.TABLE) == "Tables"  # a kind that the language does not have


def test_the_commonest_language_says_in_which_order_groups_stand() -> None:
    titles = {"Type aliases", "Attributes and constants", "Zones", "Records", "Functions"}
    python = ["java", "python", "python"]
    assert in_order(titles, python) == [
        "Functions",
        "Attributes and constants",
        "Type aliases",
        "Records",
        "Zones",
    ]
    assert in_order(titles, [*python, "java", "java"])[0] == "Records"
