from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import HOSTILE, dangers, elements, text_of
from sample_page import ITEM_PAGE, NAMES, answering

from mkdocs_repodoc.html.prose.cross_references import CrossReferences
from mkdocs_repodoc.html.prose.prose_html import ProseRenderer
from mkdocs_repodoc.model.blocks import Prose, WebLink
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline, ImageSize, LineCounts
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext

ALLOWED = {
    "DOCUMENT_FRAGMENT", "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del",
    "details", "div", "dl", "dt", "em", "figcaption", "figure", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "section", "small", "source", "span", "strike", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr", "h1",
    "h2",
}  # fmt: skip
Show = Callable[..., str]
Links = Callable[..., list[str]]


@pytest.fixture(scope="module")
def prose(context: RenderContext) -> Show:
    def show(text: str, markup: str = "markdown", path: str = "shop/item.py", **more: Any) -> str:
        addresses = Addresses(context, ITEM_PAGE)
        renderer = ProseRenderer(context, CrossReferences(context, addresses, {"text--taken"}))
        return str(renderer.render(Prose(text, markup, path, **more)))

    return show


@pytest.fixture(scope="module")
def readme(prose: Show) -> Show:
    return lambda text: prose(text, path="README.md")


@pytest.fixture(scope="module")
def travelled(context: RenderContext) -> Links:
    """Shows prose in a world where every name is documented elsewhere unless the shop has it."""
    context = answering(
        context,
        mention=lambda _path, _scope, name: (
            NAMES.get(name) or WebLink(name, f"https://other.example/#{name}")
        ),
        marked_mention=lambda _path, _scope, name: (
            NAMES.get(name) or WebLink(name, f"https://other.example/#{name} marked")
        ),
    )

    def show(text: str, markup: str = "markdown", **more: bool) -> list[str]:
        addresses = Addresses(context, ITEM_PAGE)
        renderer = ProseRenderer(context, CrossReferences(context, addresses, set()))
        html = str(renderer.render(Prose(text, markup, "shop/item.py", **more)))
        assert not dangers(html)
        return [
            f"{attributes.get('rel', 'own')} {attributes['href']}"
            for tag, attributes in elements(html)
            if tag == "a"
        ]

    return show


@pytest.mark.parametrize(
    ("text", "markup", "name"),
    [
        ("`pathlib.Path`", "markdown", "pathlib.Path"),
        ("`open()`", "markdown", "open()"),
        ("``pathlib.Path``", "rst", "pathlib.Path"),
        ("`str`", "rst", "str"),
        ("`open()`\n\n- x", "rst", "open()"),
        ("`#close`", "markdown", "#close"),
        ("`shop.Till#add(Item, int...)`", "markdown", "shop.Till#add(Item, int...)"),
        ("`~pathlib.Path`", "rst", "pathlib.Path"),
        ("[a path][pathlib.Path]", "markdown", "pathlib.Path marked"),
        ("`Path::open()`", "markdown", "Path::open()"),
        ("`quote!`", "markdown", "quote!"),
        (":class:`pathlib.Path`", "rst", "pathlib.Path marked"),
        (":py:meth:`~Path.open()`", "rst", "Path.open() marked"),
        (":class:`a path <pathlib.Path>`\n\n- x", "rst", "pathlib.Path marked"),
        (":any:`str`", "rst", "str marked"),
    ],
)
def test_names_are_asked_for_with_or_without_a_mark(
    text: str, markup: str, name: str, travelled: Links
) -> None:
    assert travelled(text, markup) == [f"external https://other.example/#{name}"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A [`Money`] and [`--x`].", "A Money and [--x]."),
        ("See [the manual][manual-2] and [money maps][Money].", "See the manual and money maps."),
        ("As [row][column], map[string][]Value, [0][1], [x] or [`a`](b).", ""),
    ],
)
def test_brackets_of_labels_are_not_shown_in_phrases(text: str, shown: str, prose: Show) -> None:
    assert text_of(prose(text, inline=True)) == (shown or text.replace("[`a`](b)", "a"))


def test_labels_in_phrases_are_links(travelled: Links) -> None:
    assert travelled("A [`Money`], [it][Item] and [`Till.add`].", inline=True) == [
        "own ../money.py_docs/#shop.money.Money",
        "own #shop.item.Item",
        "external https://other.example/#Till.add marked",
    ]


@pytest.mark.parametrize("markup", ["markdown", "rst"])
def test_what_to_see_also_is_marked(markup: str, travelled: Links) -> None:
    assert travelled("- `str`: why", markup, references=True) == [
        "external https://other.example/#str marked"
    ]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("`a b`", "markdown"),
        ("`#12`", "markdown"),
        ("`f(a, b)`", "markdown"),
        (":c:func:`malloc`", "rst"),
        (":paramref:`name`", "rst"),
        (":class:`!str`", "rst"),
        (":term:`str`", "rst"),
    ],
)
def test_what_names_nothing_of_python_is_no_link(text: str, markup: str, travelled: Links) -> None:
    assert travelled(text, markup) == []


def test_names_of_the_repository_go_first(travelled: Links) -> None:
    assert travelled("`Money`") == ["own ../money.py_docs/#shop.money.Money"]


def test_html_in_a_docstring_is_text(prose: Show) -> None:
    assert prose("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"


def test_html_in_a_readme_is_markup_if_it_is_harmless(readme: Show) -> None:
    html = readme('<p align="center"><kbd>x</kbd> H<sub>2</sub></p>')
    assert html.strip() == '<p align="center"><kbd>x</kbd> H<sub>2</sub></p>'


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "textarea", "title", "form", "svg"])
def test_dangerous_tags_in_a_readme_are_text(tag: str, readme: Show) -> None:
    html = readme(f"a <{tag}>b</{tag}> c")
    assert text_of(html).strip() == f"a <{tag}>b</{tag}> c"


def test_attributes_that_act_are_dropped(readme: Show) -> None:
    assert (
        readme('<b onclick="x()" style="color:red" class="md-overlay">y</b>') == "<p><b>y</b></p>\n"
    )


def test_text_that_looks_like_an_attribute_stays(readme: Show) -> None:
    assert text_of(readme('Set id="x" and <b>href="y"</b>.')).strip() == 'Set id="x" and href="y".'


def test_a_tag_inside_an_attribute_is_no_tag(readme: Show) -> None:
    html = readme('<b title="<code>Money</code> <img> <a>">x</b>')
    assert [tag for tag, _ in elements(html)][1:] == ["p", "b"]


@pytest.mark.parametrize(
    "forged",
    [
        '<a title="&#xe000;0&#xe001;<img src=x onerror=alert(1)>">x</a>',
        '<img src="https://other.example/a.png" alt="&#xe000;0&#xe001;">',
        "![&#xe000;0&#xe001;](https://other.example/a.png)",
        "&#xe000;0&#xe001; and \ue0007\ue001",
    ],
)
def test_no_text_takes_the_place_of_code(forged: str, readme: Show) -> None:
    html = readme(f"```\ncode\n```\n\n{forged}")
    assert text_of(html).count("code") == 1
    assert not dangers(html)
    assert "img" not in dict(elements(html))


def test_code_inside_an_attribute_is_left_out(readme: Show) -> None:
    html = readme("<div title='\n\n```\n<b>code</b>\n```\n\n'>x</div>\n\n<div>x</div>")
    assert "highlight" not in html
    assert not dangers(html)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("shop/money.py", "../money.py_docs/"),
        ("./shop/money.py", "../money.py_docs/"),
        ("/shop/money.py", "../money.py_docs/"),
        ("shop/../shop/money.py#L8", "../money.py_docs/#L8"),
        ("shop/money.py#L8-L9", "../money.py_docs/#L8"),
        ("docs/guide.md", "../../../guide/"),
        ("docs/guide.md#start", "../../../guide/#start"),
        ("missing.txt", "https://host.example/shop/blob/main/missing.txt"),
        ("https://other.example/a?b=c&d", "https://other.example/a?b=c&d"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("//other.example/a", "https://other.example/a"),
        ("https://host.example/shop/blob/v1/shop/money.py", "../money.py_docs/"),
        ("README.md#how", "../../README.md_docs/#How"),
    ],
)
def test_links_of_a_readme_are_led_on(link: str, address: str, readme: Show) -> None:
    assert dict(elements(readme(f"[x]({link})")))["a"] == {"href": address}


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "../../outside",
        "http://[foo",
        "http:",
        "#nowhere",
    ],
)
def test_links_that_are_unsafe_or_lead_nowhere_are_text(link: str, readme: Show) -> None:
    for html in (readme(f"[x](<{link}>)"), readme(f'<a href="{link}">x</a>')):
        assert "a" not in dict(elements(html))
        assert "x" in text_of(html)


def test_links_start_at_the_file_that_holds_them(prose: Show) -> None:
    assert "href=../money.py_docs/>" in prose("[x](money.py)", path="shop/item.py")


def test_an_image_of_the_repository_is_shown(readme: Show) -> None:
    assert dict(elements(readme("![A logo](art/logo.png)")))["img"] == {
        "src": "../../art/logo.png",
        "alt": "A logo",
        "loading": "lazy",
    }


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("", {"class": "rd-sized", "width": "320", "height": "200"}),
        ("width=160", {"class": "rd-sized", "width": "160", "height": "100"}),
        ("height=50", {"class": "rd-sized", "width": "80", "height": "50"}),
        ("width=33 height=44", {"width": "33", "height": "44"}),  # as its author wants it
        ("width=50%", {"width": "50%", "style": "aspect-ratio:320/200"}),
        ("height=50%", {"height": "50%"}),
        ("width='1;x' align=right", {"class": "rd-sized", "width": "320", "height": "200"}),
    ],
)
def test_an_image_has_its_room_before_it_is_there(
    context: RenderContext, written: str, shown: dict[str, str]
) -> None:
    html = pictured(context, f"<img src=art/logo.png {written}>", ImageSize(320, 200))
    found = dict(elements(html))["img"]
    kept = {name: found[name] for name in found if name in {"class", "width", "height", "style"}}
    assert kept == shown
    assert found.get("align", "right") == "right"


def test_a_drawing_without_a_size_is_as_wide_as_there_is_room(context: RenderContext) -> None:
    html = pictured(context, "![A logo](art/logo.png)", ImageSize(1000, 750, fluid=True))
    found = dict(elements(html))["img"]
    assert (found["width"], found["style"]) == ("100%", "aspect-ratio:1000/750")


@pytest.mark.parametrize(
    ("option", "width"), [("width: 160 px", "160"), ("width: 50%", "50%"), ("width: 9em", "320")]
)
def test_restructured_text_says_how_wide_an_image_is(
    context: RenderContext, option: str, width: str
) -> None:
    text = f".. image:: /art/logo.png\n   :{option}\n"
    html = pictured(context, text, ImageSize(320, 200), markup="rst")
    assert dict(elements(html))["img"]["width"] == width


def pictured(context: RenderContext, text: str, size: ImageSize, markup: str = "markdown") -> str:
    logo = RepoFile(
        source=SourceFile("art/logo.png", "image", "png", 1, "0" * 64),
        outline=FileOutline(LineCounts(), image=size),
        key="art/logo.png",
        role="image",
        role_evidence=(),
        module="",
        anchors=(),
    )
    context = answering(context, file={logo.path: logo}.get)
    addresses = Addresses(context, ITEM_PAGE)
    renderer = ProseRenderer(context, CrossReferences(context, addresses, set()))
    return str(renderer.render(Prose(text, markup, "README.md")))


TABS = """\
=== "Linux"

    Run:

    ```console
    $ apt install shop
    ```

    === "Debian"

        Any *release*.

=== "Windows <3"

    - one
    - two

After.
"""


def test_content_tabs_are_blocks_that_open(readme: Show, prose: Show) -> None:
    for html in (readme(TABS), prose(TABS)):
        assert re.findall(r"<summary>(.*)</summary>", html) == [
            "Linux",
            "Debian",
            "Windows &lt;3",
        ]
        assert re.findall(r"<details( open)?", html) == [" open", " open", ""]
        assert html.index("apt") < html.index("<em>release</em>") < html.index("<li>one</li>")
        assert html.endswith("</details>\n<p>After.</p>\n")
        assert "===" not in html


@pytest.mark.parametrize(
    "text",
    [
        '=== "Empty"\n\nText',
        "=== Linux\n\n    code",
        'Title\n===\n\n"x"',
        '    === "x"\n\n        y',
    ],
)
def test_what_only_looks_like_a_tab_is_text(readme: Show, text: str) -> None:
    assert "<details" not in readme(text)


def test_an_image_from_elsewhere_is_a_link(readme: Show) -> None:
    html = readme("![build](https://ci.example/badge.svg)")
    assert "img" not in dict(elements(html))
    assert 'href="https://ci.example/badge.svg">build</a>' in html


def test_a_badge_inside_a_link_is_the_links_text(readme: Show) -> None:
    html = readme("[![build](https://ci.example/b.svg)](https://ci.example/run)")
    assert html == (
        '<p><a href=https://ci.example/run><span class="rd-image">build</span></a></p>\n'
    )


def test_headings_are_pushed_below_the_pages_own(readme: Show) -> None:
    tags = [tag for tag, _ in elements(readme("# A\n\n### B"))]
    assert tags[1:] == ["h3", "h5"]


def test_ids_of_headings_meet_no_other_ids(readme: Show) -> None:
    html = readme("# Taken\n\n# Taken\n\n[up](#taken)\n\n<i id=taken>x</i>")
    ids = [attributes["id"] for _, attributes in elements(html) if "id" in attributes]
    assert ids == ["text--taken-2", "text--taken-1"]
    assert "href=#text--taken-2" in html


def test_code_spans_that_name_something_are_links(prose: Show) -> None:
    html = prose("Takes `Money`, not `Nothing` nor `1 + 1`.")
    assert [a["href"] for tag, a in elements(html) if tag == "a"] == [
        "../money.py_docs/#shop.money.Money"
    ]


def test_a_code_span_inside_a_link_is_no_second_link(prose: Show) -> None:
    assert prose("[`Money`](https://a.example)").count("<a ") == 1


def test_references_by_label_are_links(prose: Show) -> None:
    html = prose("See [the money][shop.money.Money] and [Money][].")
    assert html.count("../money.py_docs/#shop.money.Money") == 2


def test_brackets_that_refer_to_nothing_stay(prose: Show) -> None:
    assert text_of(prose("Set a[i][j] and [x][unknown.name].")).strip() == (
        "Set a[i][j] and [x][unknown.name]."
    )


def test_a_name_in_code_behind_a_text_is_a_link_or_nothing(prose: Show) -> None:
    html = prose("See [the **money**][`shop.money.Money`] and [none][`unknown#name(int)`].")
    assert "<a href" in html
    assert text_of(html).strip() == "See the money and none."


def test_labels_that_the_text_defines_win(prose: Show) -> None:
    assert "href=https://a.example" in prose("[x][Money]\n\n[Money]: https://a.example")


def test_sessions_in_docstrings_are_code(prose: Show) -> None:
    html = prose("Like so:\n\n>>> 1 + 1\n2\n\nDone.")
    assert "blockquote" not in html
    assert "gp" in html
    assert "<p>Done.</p>" in html


def test_alerts_and_tasks_of_github(readme: Show) -> None:
    html = readme("> [!NOTE]\n> Mind.\n\n- [x] a\n- [ ] b")
    assert '<div class="admonition note">\n<p class="admonition-title">Note</p>' in html
    assert "☑ a" in html
    assert "☐ b" in html


def test_admonitions_of_documents(readme: Show) -> None:
    html = readme('!!! warning "Mind"\n    The *step*.\n\nGo on.')
    assert '<div class="admonition warning">\n<p class="admonition-title">Mind</p>' in html
    assert "<p>The <em>step</em>.</p>" in html
    assert "!!!" not in html


def test_front_matter_is_not_shown(readme: Show) -> None:
    assert "secret" not in readme("---\ntitle: secret\n---\n\nText")


def test_plain_text_keeps_its_lines(prose: Show) -> None:
    assert prose("a\n  *b*\n\nc", "plain") == (
        '<p class="rd-plain">a\n  *b*</p>\n<p class="rd-plain">c</p>\n'
    )


def test_a_phrase_has_no_paragraph(prose: Show) -> None:
    assert prose("a *b* <i>\nc", inline=True) == "a <em>b</em> &lt;i&gt; c"


def test_the_dot_in_front_of_a_role_is_not_shown(prose: Show) -> None:
    html = prose("From :func:`.from_thread.run` or :class:`.Money`.", "rst")
    assert "from_thread.run</code>" in html
    assert ">Money</code>" in html
    assert ".from_thread" not in html


def test_sphinx_roles_are_links_or_code(prose: Show) -> None:
    html = prose(":class:`~shop.money.Money`, :func:`none.such`, ``x``, :ref:`the y <y>`", "rst")
    assert re.fullmatch(
        r"<p><a href=\.\./money\.py_docs/#shop\.money\.Money [^>]*><code>Money</code></a>, "
        r"<code>none\.such</code>, <code>x</code>, the y</p>\n",
        html,
    )


def test_rst_blocks(prose: Show) -> None:
    html = prose(
        "Text :class:`Money`.\n\n.. note:: Mind.\n\n.. versionadded:: 2\n\n"
        ".. odd:: thing\n\n   Body\n\n- a\n- b\n\n>>> 1\n1\n\n"
        "Title\n-----\n\n.. code-block:: python\n\n   x = 1\n",
        "rst",
    )
    for part in ("Note", "New in version 2", "Odd", "thing", "Body"):
        assert part in text_of(html)
    tags = [tag for tag, _ in elements(html)]
    assert {"ul", "li", "h3", "pre", "a"} <= set(tags)


def test_rst_directives_keep_lines_that_begin_with_a_role(prose: Show) -> None:
    html = prose(
        ".. versionchanged:: 2\n    :data:`NAME` is\n    :attr:`old` no more.\n\n"
        ".. odd::\n   :class: wide\n\n   :attr:`new` is.\n\n:meta private:\n:internal:\n",
        "rst",
    )
    text = " ".join(text_of(html).split())
    assert text == "Changed in version 2 NAME is old no more. Odd new is."
    assert "<dl>" not in html


def test_rst_link_without_an_address_is_its_words(prose: Show) -> None:
    html = prose("The valid `cross-correlation`_ operator.\n\n.. note:: x", "rst")
    assert text_of(html).startswith("The valid cross-correlation operator.")


def test_rst_reads_no_files_and_passes_nothing_through(prose: Show) -> None:
    html = prose(
        ".. include:: /etc/passwd\n\n.. raw:: html\n\n   <script>x</script>\n\n"
        ".. csv-table::\n   :file: /etc/passwd\n\n.. image:: https://a.example/x.png\n\n"
        "`x <javascript:alert(1)>`_",
        "rst",
    )
    assert "root:" not in html
    assert not dangers(html)
    assert "<script>x</script>" in text_of(html)


@pytest.mark.parametrize("markup", ["markdown", "rst", "plain"])
@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("path", ["README.md", "shop/item.py"])
def test_hostile_text_is_shown(markup: str, hostile: str, path: str, prose: Show) -> None:
    for text in (hostile, f"`{hostile}`", f"[{hostile}]({hostile})", f"![{hostile}](<{hostile}>)"):
        for inline in (False, True):
            assert not dangers(prose(text, markup, path, inline=inline))


PIECES = st.sampled_from(
    [
        *HOSTILE, "<", ">", "&", '"', "'", "`", "``", "```", "*", "_", "[", "]", "(", ")", "!", "#",
        "\n", "\n\n", "    ", "- ", "1. ", "> ", ">>> ", "|", "---", "===", ":", "::", ".. ", "\\",
        "<details>", "</details>", "<a href=", "<img src=x onerror=y>", "<a name=x id=y>", "<!--",
        "javascript:", "data:", "http://[", "[x][y]", "[^1]", "[^1]: ", "Money", ":class:`x`",
        ".. note::", ".. raw:: html", "_", "`x <y>`_", "|s|", "[!NOTE]", "<code>Money</code>",
        "<picture><source srcset=https://a.b/c>", "\ue0000\ue001", "é", "\U0001f600",
    ]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    text=st.lists(PIECES | st.text(max_size=5), max_size=14).map("".join),
    markup=st.sampled_from(["markdown", "markdown", "rst", "plain"]),
    path=st.sampled_from(["README.md", "shop/item.py"]),
    inline=st.booleans(),
)
def test_any_text_is_rendered_and_harmless(
    text: str, markup: str, path: str, inline: bool, prose: Show
) -> None:
    html = prose(text, markup, path, inline=inline)
    assert not dangers(html)
    assert {tag for tag, _ in elements(html)} <= ALLOWED


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":term:`fields <field>` and :doc:`types`", "fields and types"),
        ("See `the guide <https://a.example/g>`_ or `here`__.", "See the guide or here."),
        ("`~x.y` is `z`", "y is z"),
    ],
)
def test_rst_phrases_show_what_roles_and_links_say(text: str, shown: str, prose: Show) -> None:
    html = prose(text, "rst", inline=True)
    assert text_of(html) == shown
    assert ("href=https://a.example/g" in html) == ("https" in text)


def test_a_parser_that_a_text_names_is_not_imported(
    prose: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    (tmp_path / "documented_parser.py").write_text(f"open({str(mark)!r}, 'w')\n")
    monkeypatch.syspath_prepend(tmp_path)
    html = prose(".. include:: other\n   :parser: documented_parser\n\nStill there.\n", "rst")
    assert "Still there." in html
    assert not mark.exists()
