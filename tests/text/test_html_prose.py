"""What a README says in HTML."""

from __future__ import annotations

from mkdocs_repodoc.text.document_parts.document_opening import first_paragraphs, readable
from mkdocs_repodoc.text.document_parts.html_prose import markdown_of_html

HEAD = """
<div align="center">
  <a href="https://mill.example"><img src="logo.svg" width="200px" /></a>
  <h1>Mill: grain to flour</h1>
  <p>
    A fast mill, inspired by the wind.
  </p>
  <p><a href="https://a.example">Docs</a> &bullet; <a href="https://b.example">Chat</a></p>
  <h2>Gold Sponsors</h2>
  <table><tr><td><p>Baked by some baker of the town.</p></td></tr></table>
</div>
"""


def test_headings_and_paragraphs_are_markdown_without_pictures_tables_and_rows_of_links() -> None:
    assert markdown_of_html(HEAD) == (
        "# Mill: grain to flour\n\nA fast mill, inspired by the wind.\n\n## Gold Sponsors"
    )


def test_links_in_a_sentence_stay() -> None:
    said = '<p>Grinds <a href="https://a.example">all grains</a> that <b>you</b> have.</p>'
    assert markdown_of_html(said) == "Grinds [all grains](https://a.example) that you have."


def test_html_is_read_only_where_there_is_no_other_prose() -> None:
    assert first_paragraphs(HEAD, "markdown") == "A fast mill, inspired by the wind."
    both = f"{HEAD}\n\nMill turns grain into flour.\n"
    assert first_paragraphs(both, "markdown") == "Mill turns grain into flour."
    assert readable(both, "markdown") == both
