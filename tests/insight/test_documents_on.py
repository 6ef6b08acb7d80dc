"""Documents on a component, by the names that they mention."""

from __future__ import annotations

from collections.abc import Mapping

from support.linked import link_files

from mkdocs_repodoc.insight.reading.documents_on import documents_on, is_about

_TWO = "class {}:\n    pass\n\n\ndef {}():\n    pass\n\n\ndef {}():\n    pass\n"
CODE = {
    "stones.py": _TWO.format("MillStone", "turn_once", "stop"),
    "grain.py": _TWO.format("GrainBag", "weigh_all", "sift"),
}


def found(documents: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    linked = link_files({**CODE, **documents})
    owners = {path: path.removesuffix(".py") for path in CODE}
    return documents_on(linked.repository, owners, linked.texts.__getitem__)


def test_a_document_belongs_to_the_component_of_its_names() -> None:
    documents = {
        "docs/a.md": "Use MillStone and turn_once.\n",
        "docs/b.md": "GrainBag is heavy; weigh_all says so.\n",
    }

    assert found(documents) == {"stones": ("docs/a.md",), "grain": ("docs/b.md",)}


def test_the_document_with_most_of_its_own_comes_first() -> None:
    documents = {
        "docs/a.md": "MillStone, turn_once, GrainBag.\n",
        "docs/b.md": "MillStone. MillStone. turn_once. turn_once.\n",
    }

    assert found(documents)["stones"] == ("docs/b.md", "docs/a.md")


def test_one_name_is_not_enough() -> None:
    assert found({"docs/a.md": "MillStone, MillStone.\n"}) == {}


def test_words_of_the_language_are_no_names_unless_they_stand_as_code() -> None:
    assert found({"docs/a.md": "Use MillStone to stop.\n"}) == {}
    assert found({"docs/a.md": "Use MillStone to `stop`.\n"}) == {"stones": ("docs/a.md",)}


def test_history_and_the_readme_are_no_documents_on_a_part() -> None:
    text = "MillStone and turn_once.\n"

    assert found({"README.md": text, "CHANGELOG.md": text}) == {}


def test_a_document_is_about_what_a_heading_or_a_quarter_of_its_passages_names() -> None:
    names = {"MillStone", "stones"}
    assert is_about("# The MillStone\n\nIt turns.\n", names, ["The MillStone"])
    passages = ["Grain is ground.", "MillStone turns.", "It is heavy.", "It is round."]
    assert is_about("\n\n".join(passages), names, [])
    assert not is_about("\n\n".join([*passages, "It stands."]), names, ["Grain"])
