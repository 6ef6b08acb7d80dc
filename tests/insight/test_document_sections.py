"""Sections of documents on a component, and those that tell how something is added."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.reading.document_sections import DocumentSection, sections_on

CODE = {
    "stones.py": "class MillStone:\n    pass\n\n\ndef turn_once():\n    pass\n",
    "grain.py": "class GrainBag:\n    pass\n\n\ndef weigh_all():\n    pass\n",
}


def found(text: str) -> dict[str, list[DocumentSection]]:
    linked = link_files({**CODE, "docs/manual.md": text})
    owners = {path: path.removesuffix(".py") for path in CODE}
    sections = sections_on(linked.repository, owners, linked.texts.__getitem__)
    return {component: list(each) for component, each in sections.items()}


def test_a_section_belongs_to_the_component_of_its_names() -> None:
    sections = found(
        "# Manual\n\nMillStone.\n\n## Stones\n\nMillStone and turn_once.\n\n"
        "## Bags\n\n`GrainBag`, then weigh_all, on a MillStone.\n"
    )
    assert [(each.title, each.names) for each in sections["stones"]] == [
        ("Stones", ("MillStone", "turn_once")),
        ("Manual", ("MillStone",)),
    ]
    assert [each.is_close for each in sections["stones"]] == [True, False]
    assert [(each.title, each.names) for each in sections["grain"]] == [
        ("Bags", ("GrainBag", "weigh_all"))
    ]


def test_a_heading_says_that_a_section_tells_how() -> None:
    titles = ("How to create a stone", "Adding a new stone", "Writing stones", "Turning", "Readers")
    sections = found("".join(f"## {title}\n\nMillStone.\n\n" for title in titles))
    told = {each.title: each.tells_how for each in sections["stones"]}
    assert told == {**dict.fromkeys(titles[:3], True), **dict.fromkeys(titles[3:], False)}


def test_a_name_that_every_section_has_says_nothing() -> None:
    sections = found("".join(f"## Part {number}\n\nMillStone.\n\n" for number in range(12)))
    assert sections == {}
