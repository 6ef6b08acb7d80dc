"""Guides of the documents to adding something."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.reading.adding_guides import adding_guides

GUIDE = """# Rules

## Step-by-Step: Adding a New Operator

Read on.

### Step 1: Create `operator_x.go`

Words.

### Step 2: Register the **operator** in [the list](list.go)

## Adding a new format

1. Write it.
2. Register it.

Words.

## Adding salt

1. Take some.
2. Stir.
"""


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    linked = link_files({"AGENTS.md": text})
    guides = adding_guides(linked.repository, linked.texts.__getitem__)
    return [(each.title, each.steps) for each in guides]


def test_steps_are_headings_or_numbered_items() -> None:
    assert found(GUIDE) == [
        (
            "Step-by-Step: Adding a New Operator",
            ("Create operator_x.go", "Register the operator in the list"),
        ),
        ("Adding a new format", ("Write it", "Register it")),
    ]


def test_numbers_that_are_not_in_order_are_no_steps() -> None:
    assert found("# Adding a new thing\n\n3. Third.\n5. Fifth.\n") == []
