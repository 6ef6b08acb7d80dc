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


def test_a_step_goes_on_to_the_end_of_its_paragraph() -> None:
    text = (
        "# Adding a new stone\n\n1. If the stone is of\n   emery, please\n   say so.\n\n   More.\n"
        "2. Add it to\nthe list.\n   - a thing of its own\n3. Write\n```\ncode\n```\n"
        f"4. {'word ' * 40}\n"
    )
    cut = f"{'word ' * 27}word…"
    steps = ("If the stone is of emery, please say so", "Add it to the list", "Write", cut)
    assert found(text) == [("Adding a new stone", steps)]


def test_a_long_line_of_brackets_is_read_in_linear_time() -> None:
    # By a pattern that tries each bracket against all that follow these take minutes.
    for brackets in ("[" * 200_000, "[](" * 70_000):
        text = f"# Adding a new stone\n\n1. Take it.\n2. {brackets}\n"
        ((_, steps),) = found(text)
        assert steps[0] == "Take it"
        assert len(steps[1]) <= 140
