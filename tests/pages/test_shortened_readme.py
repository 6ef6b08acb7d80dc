"""The README on the repository's index."""

from __future__ import annotations

from body_text import section_text
from made_mill import mill_context
from made_shop import page


def shown(readme: str) -> str:
    return section_text(page(mill_context({"README.md": readme}), "repository"), "readme")


def test_badges_sponsors_and_licences_are_left_out() -> None:
    text = shown(
        "# Mill\n\n[![Tests](t.svg)](t)\n\nMill turns grain into flour.\n\n## Use\n\nTurn it.\n\n"
        "## Sponsors\n\nSome baker.\n\n## License\n\nMIT\n"
    )
    assert "Turn it." in text
    assert "baker" not in text
    assert "MIT" not in text
    assert "t.svg" not in text


def test_a_long_readme_keeps_few_examples_and_leads_to_the_rest() -> None:
    example = "```python\nmill()\nmill()\nmill()\n```\n\n"
    part = "Words on grinding and on sieves. " * 20 + "\n\n"
    chapters = "".join(f"## Part {number}\n\n{part}{example}" for number in range(50))
    text = shown(f"# Mill\n\nMill turns grain into flour.\n\n{chapters}")

    assert text.count("```python") == 3
    assert len(text) < 26_000
    assert "Left out here: 47 examples and the sections [Part " in text
    assert "[README.md](repo/README.md_docs.md) has all of it." in text


def test_a_readme_whose_only_prose_is_html_is_told_by_its_opening_alone() -> None:
    head = "<div><h1>Mill</h1>\n<p>Mill turns all your grain into flour.</p></div>\n"
    context = mill_context({"README.md": head})
    body = page(context, "repository")
    assert not [each for each in body.sections if each.anchor == "readme"]
