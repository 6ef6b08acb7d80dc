from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from markup import HOSTILE, dangers, elements, text_of
from sample_page import ITEM_URI, MONEY_URI, every_block, make_context, render

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.model.blocks import (
    Bars,
    Block,
    Call,
    Code,
    Column,
    Definition,
    Definitions,
    Diagram,
    DocBlock,
    Edge,
    Excerpt,
    Facts,
    Figure,
    Item,
    Items,
    Keyword,
    Keywords,
    Label,
    Listing,
    Node,
    Note,
    Outline,
    OutlineEntry,
    PageBody,
    PageLink,
    Paragraph,
    Prose,
    Sample,
    Section,
    Subheading,
    SymbolBlock,
    Table,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import RenderedPage, TocEntry
from mkdocs_repodoc.settings import Settings

Show = Callable[..., str]


def test_ids_are_unique(sample: RenderedPage) -> None:
    ids = Counter(a["id"] for _, a in elements(sample.content) if "id" in a)
    assert [name for name, count in ids.items() if count > 1] == []


def test_links_within_the_page_lead_to_its_ids(sample: RenderedPage) -> None:
    ids = {a["id"] for _, a in elements(sample.content) if "id" in a}
    links = {
        a["href"][1:]
        for t, a in elements(sample.content)
        if t == "a" and a.get("href", "").startswith("#")
    }
    # Symbols that the sample gives no section of their own.
    assert links - ids <= {"shop.item.Item.__init__"}


def test_the_table_of_contents_follows_the_headings(sample: RenderedPage) -> None:
    ids = [
        a["id"]
        for t, a in elements(sample.content)
        if "id" in a and (re.fullmatch("h[2-6]", t) or a.get("class") == "rd-section__body")
    ]
    listed: list[str] = []

    def walk(entries: tuple[TocEntry, ...], level: int) -> None:
        for entry in entries:
            assert entry.level > level
            listed.append(entry.anchor)
            walk(entry.children, entry.level)

    walk(sample.toc, 1)
    assert listed == [name for name in ids if not name.startswith("text--")]


def test_nothing_acts_or_loads_from_elsewhere(sample: RenderedPage) -> None:
    assert not dangers(sample.content)


def test_the_title_carries_the_modules_anchor(sample: RenderedPage) -> None:
    assert '<h1 id="shop.item">item.py<a class=headerlink href=#shop.item' in sample.content


def test_the_view_that_is_open_is_marked(sample: RenderedPage) -> None:
    assert sample.content.count("rd-views__current") == 1
    assert 'rd-views__current" aria-current="page"><a href=./>Documentation</a>' in sample.content


def test_a_link_to_a_folded_section_leads_into_its_fold(sample: RenderedPage) -> None:
    """Browsers open a fold for what is inside it, not for the line that opens it."""
    head, _, body = sample.content.partition('<div id="cross-references" class=rd-section__body>')
    assert head.rstrip().endswith("<summary><h2>Cross-References</h2></summary>")
    assert body.index("More.") < body.index("</details>")


def test_links_to_pages_that_do_not_exist_are_text(show: Show) -> None:
    html = show(Paragraph((PageLink("gone", "repo/gone.md", code=True),)))
    assert "<p><code>gone</code></p>" in html


def test_a_web_link_with_another_scheme_is_text(show: Show) -> None:
    assert "<p>x</p>" in show(Paragraph((WebLink("x", "javascript:alert(1)"),)))


def test_entries_after_the_shown_ones_are_folded_not_lost(show: Show) -> None:
    items = tuple(Item((f"entry {n}",)) for n in range(5))
    html = show(Items(items, shown=2))
    assert "<summary>3 more</summary>" in html
    assert html.count("<li>entry") == 5


def test_rows_can_be_linked_to(show: Show) -> None:
    html = show(Table((Column("a"),), ((("x",),), (("y",),)), row_ids=("m.x", "")))
    assert '<tr id="m.x">' in html
    assert "<tr>\n<td>y</td>" in html or "<tr><td>y</td>" in html.replace("\n", "")


def test_definitions_are_folded_and_can_be_linked_to(show: Show) -> None:
    sample = Sample("x = 1", "python")
    slots = Definition("rule-slots", ("Slots",), (("They ", Code("fix"), "."), ("Why.",)), sample)
    html = show(Definitions("2 rules", (slots, Definition("rule-b", ("B",), ()))))
    assert '<details class="rd-more rd-definitions"><summary>2 rules</summary>' in html
    assert '<dt id="rule-slots">Slots</dt>' in html
    assert "<p>They <code>fix</code>.</p>\n<p>Why.</p>" in html
    assert html.count('<figure class="rd-sample">') == 1
    assert '<dt id="rule-b">B</dt>' in html


def test_paragraphs_inside_a_phrase_stand_in_no_paragraph(show: Show) -> None:
    html = show(Paragraph((Prose("a\n\nb", "markdown", "shop/item.py"),)))
    assert '<div class="rd-prose"><p>a</p>' in html


def test_a_call_is_shown_in_its_window(show: Show) -> None:
    html = show(Call("shop/item.py", 24, 24, ("there",)))
    assert '<code style="counter-reset:rd-line 21">' in html  # the first line is the 22nd
    assert html.count("<i></i>") == 3  # the blank lines after it are not shown
    assert html.partition("<span class=hll>")[0].count("<i></i>") == 2


def test_a_window_at_the_edges_of_a_file(show: Show) -> None:
    assert "counter-reset:rd-line 0" in show(Call("shop/item.py", 1, 1, ("there",)))
    assert "<i></i>" not in show(Call("shop/item.py", 900, 901, ("there",)))


def test_an_excerpt_has_its_links_and_says_where_lines_are_left_out(show: Show) -> None:
    html = show(Excerpt("shop/item.py", ((20, 20), (23, 24)), (24,), ("there",)))
    first, _, second = html.partition("<span class=rd-gap>")
    assert '<code style="counter-reset:rd-line 19"><i></i><i class=k>def</i> ' in first
    assert '<code style="counter-reset:rd-line 22">' in second
    assert second.count("<i></i>") == 2
    marked = second.partition("<span class=hll>")[2]
    assert "#shop.money.round_up>" in marked
    assert text_of(marked).startswith("    return round_up(")


def test_an_excerpt_of_members_has_no_gaps(show: Show) -> None:
    block = Excerpt("shop/item.py", ((10, 10), (20, 20)), (), (), has_gaps=False)
    assert "rd-gap" not in show(block)


def test_an_image_that_is_not_published_is_its_text(show: Show) -> None:
    assert "<img" not in show(Figure("no/such.png", "A map"))
    assert 'src="../../art/logo.png"' in show(Figure("art/logo.png", "A map"))


def test_a_cut_listing_says_so(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_repodoc.html.code.listing.shown_part", lambda text, _: text[:200])
    html = show(Listing("shop/item.py"))
    assert "of 29 lines" in text_of(html)
    assert "https://host.example/shop/blob/main/shop/item.py" in html


def test_a_diagram_says_the_same_as_a_table(show: Show) -> None:
    html = show(
        Diagram(
            "T",
            (Node("a", "a", PageLink("a", MONEY_URI)), Node("b", "b")),
            (Edge("a", "b"),),
            "uses",
        )
    )
    tags = Counter(tag for tag, _ in elements(html))
    assert tags["svg"] == 1
    assert tags["table"] == 1
    assert '<th scope="col">uses</th>' in html


def test_diagrams_on_one_page_have_ids_of_their_own(show: Show) -> None:
    diagram = Diagram("T", (Node("a", "a"), Node("b", "b")), (Edge("a", "b"),), "uses")
    assert len(set(re.findall(r'marker id="([^"]+)"', show(diagram, diagram)))) == 2


def test_shares_of_nothing_are_no_problem(show: Show) -> None:
    assert "0.0 %" in show(Bars("Languages", (("Python", 0, ()),), "lines"))


def test_keywords_say_how_much_they_are_used(show: Show) -> None:
    def entry(uses: int | None) -> Keyword:
        return Keyword(PageLink("k", MONEY_URI), "class", None, None, uses)

    assert "used by 2 files" in show(Keywords((entry(2),)))
    assert "used by 1 file<" in show(Keywords((entry(1),)))
    assert "used by" not in show(Keywords((entry(0), entry(None))))


def hostile_blocks(text: str) -> tuple[Block, ...]:
    link = PageLink(text, ITEM_URI, text, title=text)
    phrase = (text, link, WebLink(text, text, text), Code(text), Label(text), Typed(text, text))
    prose = Prose(text, "markdown", text)
    symbol = SymbolBlock(
        SymbolRef(text, 0), "anchor", 4, text, text, text, Typed(text, text), (Typed(text, text),),
        (text,), link, (DocBlock(text, text, prose, ((phrase, phrase, phrase),)),),
        ((text, phrase),), (), WebLink(text, text),
    )  # fmt: skip
    return (
        Paragraph(phrase),
        Facts(((text, phrase),)),
        Items((Item(phrase, (Item(phrase),)),) * 3, shown=1, title=text),
        Table((Column(text),), ((phrase,),), caption=text),
        Subheading(text, "heading"),
        Note("error", phrase),
        Sample(text, text, first_line=1, marked=(1,), title=phrase),
        Definitions(text, (Definition("rule-x", phrase, (phrase,), Sample(text, text)),)),
        Figure(text, text),
        Diagram(text, (Node("a", text, link), Node("b", text)), (Edge("a", "b", 2),), text),
        Bars(text, ((text, 3, phrase), (text, 1, ())), text),
        Keywords((Keyword(link, text, link, prose, 1, phrase),)),
        Excerpt("shop/item.py", ((1, 2),), (1,), phrase),
        symbol,
        prose,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_by_every_block(text: str, context: RenderContext) -> None:
    body = PageBody(
        text, (), (Section(text, "s", hostile_blocks(text)),), "m",
        (PageLink(text, MONEY_URI),), (PageLink(text, ITEM_URI),),
    )  # fmt: skip
    html = render(context, body).content
    assert not dangers(html)
    html.encode()
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    if "\x00" not in text:
        assert text in text_of(html)


def test_control_characters_are_shown_by_their_pictures(show: Show) -> None:
    assert "<p>a\u2400b\u240cc\ufffd</p>" in show(Paragraph(("a\0b\x0cc\ud800",)))


def test_a_users_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "blocks").mkdir()
    (tmp_path / "blocks" / "note.html").write_text("<b>{{ title }}</b>: {{ html }}")
    (tmp_path / "page.html").write_text(
        '{% extends "_base/page.html" %}{% block trail %}<i>here</i>{% endblock %}'
    )
    context = make_context(Settings(root=tmp_path, templates=tmp_path))
    page = render(context, every_block())
    assert "<b>Warning</b>: Line 3" in page.content
    assert "<i>here</i>" in page.content
    assert "rd-trail" not in page.content
    assert "rd-listing" in page.content


@pytest.mark.parametrize(
    "template", ["{% if %}", "{{ no_such_value }}", '{% extends "gone.html" %}']
)
def test_an_error_in_a_users_template_names_the_option(tmp_path: Path, template: str) -> None:
    (tmp_path / "page.html").write_text(template)
    context = make_context(Settings(root=tmp_path, templates=tmp_path))
    with pytest.raises(SettingsError, match=r"'templates': page\.html, line 1: "):
        render(context, every_block())


def test_every_public_template_is_a_stub_over_a_documented_base() -> None:
    folder = resources.files("mkdocs_repodoc.html") / "templates"
    stubs = [folder / "page.html", *(folder / "blocks").iterdir()]
    for stub in stubs:
        match = re.fullmatch(r'\{% extends "(_base/[\w/]+\.html)" %\}\n', stub.read_text())
        assert match, stub
        assert (folder / match[1]).read_text().startswith("{#-\n"), match[1]


def test_a_page_without_anything_is_a_title(context: RenderContext) -> None:
    page = render(context, PageBody("T", (), ()))
    buttons, title = text_of(page.content).rsplit(maxsplit=1)
    assert (buttons.split(), title) == (["Files", "e", "Symbols", "t"], "T")
    assert page.toc == ()


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    empty = make_context(Settings(root=tmp_path), files={"e.py": ("python", "")})
    body = PageBody("T", (), (Section("s", "s", (Listing("e.py"),)),))
    html = render(empty, body).content
    assert "<pre" not in html
    assert "0 lines" in html


def test_block_that_cannot_be_rendered_costs_itself_only(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("<deep>")

    monkeypatch.setattr("mkdocs_repodoc.html.prose.prose_html.block_html", broken)
    context = make_context(Settings(tmp_path))
    body = PageBody("A", (Prose("* a", MONEY_URI, "rst"), Paragraph(("It goes on.",))), ())
    with caplog.at_level("INFO"):
        page = render(context, body)
    assert "could not be rendered: RecursionError: &lt;deep&gt; (html/" in page.content
    assert "It goes on." in page.content
    assert "could not be rendered: RecursionError" in caplog.text
    assert "Traceback" not in caplog.text


def test_a_bug_is_logged_with_its_traceback_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LookupError("a bug that no other test has")

    monkeypatch.setattr("mkdocs_repodoc.html.prose.prose_html.block_html", broken)
    body = PageBody("A", (Prose("* a", MONEY_URI, "rst"), Prose("* b", MONEY_URI, "rst")), ())
    with caplog.at_level("INFO"):
        render(make_context(Settings(tmp_path)), body)
    assert caplog.text.count("could not be rendered: LookupError") == 2
    assert caplog.text.count("Traceback (most recent call last):") == 1
    assert 'File "mkdocs_repodoc/html/' in caplog.text


def test_an_outline_may_stand_in_the_table_of_contents(tmp_path: Path) -> None:
    member = OutlineEntry(PageLink("weigh", ITEM_URI, "Item.weigh"), "method", "()", ())
    entry = OutlineEntry(PageLink("Item", ITEM_URI, "Item"), "class", "", (), (member,))
    found = []
    for in_contents in (True, False):
        outline = Outline((entry,), in_contents=in_contents)
        body = PageBody("item.py", (), (Section("Overview", "overview", (outline,)),))
        (overview,) = render(make_context(Settings(tmp_path)), body).toc
        found.append(
            [(each.anchor, [m.anchor for m in each.children]) for each in overview.children]
        )
    assert found == [[("Item", ["Item.weigh"])], []]
