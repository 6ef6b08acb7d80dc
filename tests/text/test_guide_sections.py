"""Guides keep the sections on work, without those on questions, reports and releases."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.document_parts.guide_sections import without_side_sections


@pytest.mark.parametrize(
    ("guide", "expected"),
    [
        ("# A\n\nB.\n\n## Got a Question?\n\nC.\n\n### D\n\nE.\n\n## Tests\n\nF.", "B.|Tests|F."),
        ("# Contributing and support\n\nA.", "support|A."),
        ("## Report bugs in tests\n\nA.", "A."),
        ("A\n=\n\nB.\n\nReleasing\n---------\n\nC.\n\nStyle\n-----\n\nD.", "B.|Style|D."),
    ],
)
def test_sections_on_other_things_than_work_are_left_out(guide: str, expected: str) -> None:
    told = without_side_sections(guide)
    assert all(each in told for each in expected.split("|"))
    assert not any(each in told for each in ("C.", "E.", "Question", "Releasing"))
