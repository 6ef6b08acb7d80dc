"""Where the controls of a keyword page stand."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import (
    Keyword,
    KeywordFilter,
    Keywords,
    PageLink,
    Paragraph,
    Section,
)
from mkdocs_repodoc.pages.keywords.keyword_filter import with_filter

LEAD = (Paragraph(("Many keywords.",)),)
TABLE = Section("Keywords of Subfolders", "subfolders", (Paragraph(("src/",)),))


def keywords(title: str, number: int, kind: str = "class", line: bool = False) -> Section:
    link = PageLink("name", "repo/a.py_docs.md", "a")
    entry = Keyword(link, kind, link if line else None, None, None)
    return Section(title, title.lower(), (Keywords((entry,) * number),))


def test_they_stand_above_the_first_keywords() -> None:
    sections = (keywords("Classes", 5), keywords("Functions", 4, "function"))
    controls = KeywordFilter((("class", 5), ("function", 4)), placed=False)
    assert with_filter(LEAD, sections) == ((*LEAD, controls), sections)


def test_kinds_that_stand_mixed_come_by_their_number() -> None:
    sections = (keywords("A", 3), keywords("B", 6, "function"))
    (*_, controls), _ = with_filter((), sections, by_number=True)
    assert controls == KeywordFilter((("function", 6), ("class", 3)), placed=False)


def test_they_stand_in_no_section_that_may_be_filtered_away() -> None:
    sections = (TABLE, keywords("Classes", 9, line=True))
    lead, (above, group) = with_filter(LEAD, sections)
    assert lead == LEAD
    assert above.blocks == (*TABLE.blocks, KeywordFilter((("class", 9),), placed=True))
    assert group == sections[1]


def test_a_few_keywords_need_none() -> None:
    assert with_filter(LEAD, (keywords("Classes", 7),)) == (LEAD, (keywords("Classes", 7),))
    assert with_filter(LEAD, ()) == (LEAD, ())
