"""What the overview tells of software whose README says little."""

from __future__ import annotations

from made_mill import MILL, chapter, mill_context

HOME = "---\nfeatures:\n  - title: Quick\n    details: Grinds a sack in a minute.\n---\n\n# Mill\n"


def test_the_features_of_the_documents_first_page_are_told() -> None:
    text = chapter(mill_context({"docs/index.md": HOME}), "Overview")
    assert "[docs/index.md](repo/docs/index.md_docs.md) lists its features:" in text
    assert "- Quick: Grinds a sack in a minute." in text


def test_the_first_page_is_quoted_if_it_lists_no_features() -> None:
    words = "The mill grinds what farmers bring, and it does so by wind and by water. " * 4
    text = chapter(mill_context({"docs/index.md": f"# Mill\n\n{words}\n"}), "Overview")
    assert "[docs/index.md](repo/docs/index.md_docs.md) begins:" in text


def test_commands_are_told_with_their_help() -> None:
    commands = "".join(
        f"    commands.add_parser('{name}', help='Does the {name}.')\n"
        for name in ("grind", "sieve", "weigh", "pack")
    )
    cli = (
        f"{MILL['mill/cli.py']}\n\nimport argparse\n\n\ndef parse():\n"
        "    parser = argparse.ArgumentParser()\n"
        f"    commands = parser.add_subparsers(dest='command')\n{commands}"
    )
    context = mill_context({"mill/cli.py": cli})
    text = chapter(context, "Overview")
    assert "Its commands, by their help" in text
    assert "- [grind](repo/mill/cli.py_docs.md#L" in text
    assert "): Does the grind." in text


def test_a_readme_that_says_enough_stands_alone() -> None:
    words = "The mill grinds what farmers bring, and it does so by wind and by water. " * 8
    text = chapter(
        mill_context({"README.md": f"# Mill\n\n{words}\n", "docs/index.md": HOME}), "Overview"
    )
    assert "lists its features" not in text
