from __future__ import annotations

from mkdocs_repodoc.html.code.code_fences import code_block
from mkdocs_repodoc.html.prose.markdown_html import markdown_html


def test_a_block_of_code_can_be_added_to_the_html_before_it() -> None:
    html = "<p>An example:</p>\n"
    html += code_block("if a < b:\n    pass\n", "text")
    html += "<p>More.</p>\n"

    assert html == (
        "<p>An example:</p>\n"
        '<div class="highlight rd-code"><pre tabindex="0"><code>if a &lt; b:\n    pass\n'
        "</code></pre></div>\n"
        "<p>More.</p>\n"
    )


def test_text_around_a_fence_in_a_docstring_stays_markup() -> None:
    html = markdown_html("First.\n\n```\na < b\n```\n\nLast.\n", raw_html=False, heading_level=2)

    assert html.startswith("<p>First.</p>\n<div ")
    assert html.endswith("</div>\n<p>Last.</p>\n")
    assert "&amp;" not in html
