"""Terms that documents explain."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.reading.explained_terms import explained_terms


def terms(name: str, text: str) -> list[tuple[str, str, int]]:
    linked = link_files({name: text})
    found = explained_terms(linked.repository, linked.texts.__getitem__)
    return [(each.term, each.text, each.line) for each in found]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Endpoint", "An endpoint is a name for a view."),
        ("The Request Context", "The *request context* represents one request."),
        ("Endpoints", "Each endpoint is a name for a view."),
        ("`Flow`", "**Flow** means all that moves on."),
    ],
)
def test_a_heading_is_explained_by_a_sentence_that_begins_with_it(
    heading: str, sentence: str
) -> None:
    (found,) = terms("docs/a.md", f"# Guide\n\n## {heading}\n\n{sentence} More of it.\n")

    assert found[0] == heading.removeprefix("The ").strip("`")
    assert found[1] == sentence
    assert found[2] == 3


@pytest.mark.parametrize(
    "text",
    [
        "## Endpoint\n\nUse it to name a view.\n",
        "## Endpoint\n\n    An endpoint is code.\n",
        "## How do I get an endpoint?\n\nHow do I get an endpoint is a question.\n",
        "## Endpoint\n\nAn endpoint is.\n",
        "## A heading of many more words\n\nA heading of many more words is a sentence.\n",
    ],
)
def test_other_headings_explain_nothing(text: str) -> None:
    assert terms("docs/a.md", f"# Guide\n\n{text}") == []


def test_a_heading_below_another_is_known_by_its_own_words() -> None:
    text = "# Guide\n\n## Parts\n\n### Hull/Shell\n\nA hull/shell is what is outside of grain.\n"

    assert [each[0] for each in terms("docs/a.md", text)] == ["Hull/Shell"]


def test_a_definition_list_defines() -> None:
    text = "# Words\n\nHopper\n:   Holds grain until it is needed. Made of wood.\n"

    assert terms("docs/words.md", text) == [("Hopper", "Holds grain until it is needed.", 3)]


def test_bold_words_are_terms_in_a_glossary_only() -> None:
    text = "# {}\n\n- **Hopper**: Holds grain until it is needed.\n"

    assert terms("docs/a.md", text.format("Glossary")) == [
        ("Hopper", "Holds grain until it is needed.", 3)
    ]
    assert terms("docs/a.md", text.format("News")) == []


def test_the_glossary_directive_of_sphinx() -> None:
    text = "Words\n=====\n\n.. glossary::\n\n   hopper\n      Holds grain until it is needed.\n"

    assert terms("docs/words.rst", text) == [("hopper", "Holds grain until it is needed.", 6)]


@pytest.mark.parametrize("name", ["docs/changes.md", "CONTRIBUTING.md", "README.md"])
def test_what_a_title_or_a_change_is_called_is_no_term(name: str) -> None:
    assert terms(name, "# Mill\n\nMill is a program for all who grind.\n") == []


def test_a_translation_explains_nothing_again() -> None:
    text = "# Guide\n\n## Endpoint\n\nEndpoint is a name for a view, they say.\n"
    linked = link_files({"docs/a.md": text, "docs/a.de.md": text})
    found = explained_terms(linked.repository, linked.texts.__getitem__)
    assert [each.path for each in found] == ["docs/a.md"]
