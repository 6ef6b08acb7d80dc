"""The repository's own documentation by topic, in the overview of the book."""

from __future__ import annotations

from made_mill import chapter, mill_context

_GRINDING = "# Grinding\n\nHow to.\n\n## Coarse\n\nSlowly.\n\n### Wheat\n\n## Fine\n\nTwice.\n"


def test_documents_are_listed_with_the_sections_below_their_titles() -> None:
    files = {
        "docs/grinding.md": _GRINDING,
        "docs/changelog.md": "# Changes\n\n## 2.0\n",
        "changelog/2.1.md": "# What is new in 2.1\n\n## Sieves\n",
        "tests/notes.md": "# Notes\n\n## For tests\n",
        "docs/migration-guides/wind.md": "# From wind to water\n\n## Sails\n",
    }
    text = chapter(mill_context({**files, "docs/flat.md": "# Sacks\n\n# Carts\n"}), "Overview")

    assert "[docs/flat.md](repo/docs/flat.md_docs.md): [Sacks](" in text  # none is above another
    assert "Its own documentation, by topic" in text
    assert "[docs/grinding.md](repo/docs/grinding.md_docs.md) (“Grinding”): [Coarse](" in text
    assert "[Fine](" in text
    assert "[Wheat](" in text  # there is room
    assert "changelog" not in text
    assert "tests/notes.md" not in text
    assert "migration-guides" not in text


def test_a_repository_with_a_readme_alone_lists_nothing() -> None:
    assert "by topic" not in chapter(mill_context({"docs/design.md": ""}), "Overview")


def test_of_several_versions_the_current_one_is_told_and_news_come_last() -> None:
    files = {
        f"site/{version}/{path}": f"# Grinding {version}\n\n## Coarse\n"
        for version in ("latest", "next")
        for path in ("docs/guide.md", "blog/first-stone.md")
    }
    text = chapter(mill_context(files), "Overview")
    told = [line for line in text.split("\n") if line.startswith("- [site/")]
    assert ["latest" in line for line in told] == [True, True]
    assert ["blog" in line for line in told] == [False, True]


def test_a_template_is_not_told_beside_what_is_made_from_it() -> None:
    files = {
        "docs/md-template.md": _GRINDING,
        "docs/mill.1.md": _GRINDING,
        "docs/other-template.md": "# Sacks\n\n# Carts\n",
        "docs/twin.md": _GRINDING,
    }
    text = chapter(mill_context(files), "Overview")
    assert "md-template" not in text
    assert all(f"[docs/{name}.md](" in text for name in ("mill.1", "twin", "other-template"))
