from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_repodoc.epub.xhtml import as_xhtml, ids_of


def written(html: str) -> str:
    return as_xhtml(
        html,
        lambda address: None if address == "nowhere" else f"to:{address}",
        lambda address: None if address == "nowhere" else f"of:{address}",
    )


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<p class=a>a &amp; b<br>c", '<p class="a">a &amp; b<br/>c</p>'),
        ("<ul><li>a<ul><li>b</ul></ul>c", "<ul><li>a<ul><li>b</li></ul></li></ul>c"),
        ("a</p>b", "ab"),
        ('<a href="x#y">t</a>', '<a href="to:x#y">t</a>'),
        ("<a href=nowhere title=t>t</a>", '<span title="t">t</span>'),
        ("<img src=x alt=a>", '<img alt="a" src="of:x"/>'),
        ("<img src=nowhere alt='a<b'>", "a&lt;b"),
        (
            "<picture><source srcset=x><img src=x></picture>",
            '<span><img alt="" src="of:x"/></span>',
        ),
        ("<h3 id=a>t<a class=headerlink href=#a>¶</a></h3>", '<h2 id="a">t</h2>'),
        ("<button type=button>no</button><p onclick=x data-a=b tabindex=0>t</p>", "<p>t</p>"),
        ("<details open><summary>s</summary>t</details>", "<div><div>s</div>t</div>"),
        ("<svg><a href=x><text>t</text></a></svg>t", "t"),
        (
            "<figure><p class=rd-legend>An arrow</p>as <summary>table</summary></figure>",
            "<figure>as </figure>",
        ),
        (
            '<code style="counter-reset:rd-line 3">c</code>',
            '<code style="counter-reset:rd-line 3">c</code>',
        ),
        ("<div style=--rd-rows:3 id='a b'>t</div>", "<div>t</div>"),
    ],
)
def test_html_becomes_xhtml(html: str, xhtml: str) -> None:
    assert written(html) == xhtml


@given(st.lists(st.sampled_from(["<p>", "</p>", "<svg>", "</svg>", "<b>", "</b>", "<img>", "a&b"])))
def test_whatever_is_open_or_closed_the_result_is_well_formed(parts: list[str]) -> None:
    ET.fromstring(f"<r>{written(''.join(parts))}</r>")  # noqa: S314 - made here


def test_ids_are_found() -> None:
    assert ids_of("<p id=a><b id='b c'></b><a href=#x></a>") == {"a", "b c"}
