"""Legal text in guides for contributors."""

from __future__ import annotations

from mkdocs_repodoc.text.legal_text import without_legal_text

GUIDE = """Want to help? Read on.

### Before you start

You must sign the Contributor License
Agreement (CLA) first.

### Reviews

All changes are reviewed.

Parts
-----

### The small print

Firms are covered by the Software Grant and Corporate Contributor License Agreement."""


def test_agreements_are_left_out_with_the_headings_above_them() -> None:
    assert without_legal_text(GUIDE) == (
        "Want to help? Read on.\n\n### Reviews\n\nAll changes are reviewed."
    )


def test_a_guide_without_legal_text_is_whole() -> None:
    guide = "# Title\n\n## Part\n\nRun the tests."
    assert without_legal_text(guide) == guide


def test_a_certificate_of_origin_goes_and_how_to_sign_stays() -> None:
    guide = (
        "# Contributing and the DCO\n\nRun the tests.\n\n## Developer Certificate of Origin\n\n"
        "```text\nVersion 1.1\n\nBy making a contribution to this project, I certify that:\n\n"
        "(a) I wrote it; or\n\n(b) it is free.\n```\n\n"
        "## Sign your work (DCO)\n\nUse git commit -s.\n\n## Style\n\nFour blanks."
    )
    assert without_legal_text(guide) == (
        "# Contributing and the DCO\n\nRun the tests.\n\n"
        "## Sign your work (DCO)\n\nUse git commit -s.\n\n## Style\n\nFour blanks."
    )


def test_a_list_is_no_certificate_where_none_is_quoted() -> None:
    guide = "# Sign off (DCO)\n\na) Commit with -s.\n\nb) Push."
    assert without_legal_text(guide) == guide
