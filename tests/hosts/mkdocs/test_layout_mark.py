import pytest

from mkdocs_repodoc.hosts.mkdocs.layout_mark import with_layout_mark


@pytest.mark.parametrize(
    ("body", "contents"),
    [
        ('<div class="repodoc" data-kind="file" data-path="a.py" data-toc="long">', "long"),
        ('<div class="repodoc" data-kind="file" data-path="a.py"><p>its data-toc="long"', "short"),
        ('<p>its data-toc="long" is none of ours, nor is this: </head>', "short"),
    ],
)
def test_the_head_of_a_page_says_how_long_its_contents_are(body: str, contents: str) -> None:
    page = "<html><head><title>t</title></head><body>{}</body></html>"
    marked = with_layout_mark(page.format(body))
    mark = f'<meta name="repodoc-contents" content="{contents}">\n</head><body>'
    assert marked == page.format(body).replace("</head><body>", mark)
