"""Names and snippets as Python-Markdown renders them, without a plugin."""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from markdown import Markdown
from support.repositories import commit_all, write_files
from support.shop import make_shop

from mkdocs_repodoc.embedding.nearest_repository import NearestHost
from mkdocs_repodoc.embedding.repodoc_extension import NAME, RepodocExtension
from mkdocs_repodoc.errors import ConfigurationError, EmbeddingError

Render = Callable[[str], str]
TILL = "repo/shop/till.py_docs/"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> NearestHost:
    root = tmp_path_factory.mktemp("shop")
    make_shop(root)
    return NearestHost(root)


@pytest.fixture
def render(host: NearestHost) -> Render:
    return lambda text: rendered(host, text)


@pytest.fixture
def told(
    caplog: pytest.LogCaptureFixture, expected_warnings: list[str]
) -> Iterator[Callable[[], list[str]]]:
    expected_warnings.append("A page: ")
    with caplog.at_level(logging.WARNING):
        yield lambda: [record.getMessage() for record in caplog.records]


def rendered(host: NearestHost, text: str, *extensions: str, strict: bool = False) -> str:
    md = Markdown(extensions=["toc", *extensions, RepodocExtension(host, strict=strict)])
    return md.convert(text)


def test_the_name_of_the_extension_leads_to_it() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    points = project["project"]["entry-points"]["markdown.extensions"]
    module, _, name = points[NAME].partition(":")
    assert getattr(import_module(module), name) is RepodocExtension


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("[shop.till.Till][]", "shop.till.Till"),
        ("[`shop.till.Till`][]", "<code>shop.till.Till</code>"),
        ("[shop.Till][]", "shop.Till"),
        ("[the till][shop.till.Till]", "the till"),
        ("[*the* till][Till]", "<em>the</em> till"),
        ("[shop/till.py#Till][]", "shop/till.py#Till"),
    ],
)
def test_a_name_is_a_link(render: Render, written: str, text: str) -> None:
    title = "class Till(tariff: Tariff)"
    link = f'<a href="{TILL}#shop.till.Till" title="{title}">{text}</a>'
    assert render(f"See {written}.") == f"<p>See {link}.</p>"


def test_underscores_of_a_name_are_no_emphasis(render: Render) -> None:
    assert ">shop.till.Till.__init__</a>" in render("[shop.till.Till.__init__][]")


def test_files_and_folders_are_names(render: Render) -> None:
    assert f'href="{TILL}"' in render("[shop/till.py][]")
    assert 'href="repo/shop/"' in render("[the code][shop/]")


@pytest.mark.parametrize(
    "text", ["grid[row][charge]", "f(x)[a][tax]", "[nothing of ours][]", "`[shop.till.Till][]`"]
)
def test_other_brackets_stay(render: Render, text: str) -> None:
    assert "<a" not in render(text)


def test_a_reference_that_the_page_defines_is_the_pages(render: Render) -> None:
    text = "[shop.till.Till][]\n\n[shop.till.Till]: https://example.org/"
    assert '<a href="https://example.org/">' in render(text)


def test_a_name_that_is_gone_is_told(render: Render, told: Callable[[], list[str]]) -> None:
    assert render("[shop.till.Purse][]") == "<p>[shop.till.Purse][]</p>"
    [line] = told()
    assert line.startswith("A page: '[shop.till.Purse][]': There is no 'shop.till.Purse'")


def test_the_documentation_of_an_object_stands_in_the_page(host: NearestHost) -> None:
    md = Markdown(extensions=["toc", RepodocExtension(host)])
    html = md.convert("# Tills\n\n::: repodoc shop.till.Till\n    heading: 2\n\nAfter.")
    assert '<h2 id="shop.till.Till"' in html
    assert '<h3 id="shop.till.Till.pay"' in html
    assert "Where one pays." in html
    assert "What is bought." in html
    assert html.endswith("<p>After.</p>")
    [title] = md.toc_tokens  # type: ignore[attr-defined] # of the table of contents
    [till] = title["children"]
    assert (till["id"], till["name"]) == ("shop.till.Till", "Till")
    assert [each["name"] for each in till["children"]] == ["__init__", "pay"]


def test_members_are_left_out_and_facts_said_on_request(render: Render) -> None:
    short = render("::: repodoc shop.price.Tariff\n    members: false")
    assert "shop.price.Tariff.charge" not in re.findall(r'id="([^"]+)"', short)
    assert "NightTariff" not in short
    assert "NightTariff" in render("::: repodoc shop.price.Tariff\n    facts: true")


def test_an_object_twice_on_a_page_has_two_ids(render: Render) -> None:
    request = "::: repodoc shop.price.tax\n"
    ids = re.findall(r' id="([^"]+)"', render(f"{request}\n{request}"))
    assert ids == ["shop.price.tax", "shop.price.tax_2"]


def test_lines_of_a_file_stand_in_the_page(render: Render) -> None:
    html = render("::: repodoc shop/price.py:14-15")
    assert "total" in html
    assert "tax" not in html
    assert "shop/price.py, lines 14–15" in html


def test_lines_of_a_symbol_follow_it(tmp_path: Path) -> None:
    make_shop(tmp_path)
    text = "::: repodoc shop/price.py#tax:2"
    before = rendered(NearestHost(tmp_path), text)
    assert "shop/price.py, line 19" in before
    price = tmp_path / "shop/price.py"
    price.write_text("# What we charge.\n\n" + price.read_text("utf-8"), "utf-8")
    after = rendered(NearestHost(tmp_path), text)
    assert "shop/price.py, line 21" in after
    assert "return due // 5" in re.sub(r"<[^>]+>", "", after)


def test_the_source_of_an_object_stands_in_the_page(render: Render) -> None:
    html = render("::: repodoc source shop.till.main")
    assert "shop/till.py, lines " in html
    assert f"href={TILL}#shop.till.Till" in html


def test_diagrams_and_flows_stand_in_the_page(render: Render) -> None:
    assert "<svg" in render("::: repodoc diagram shop/till.py")
    assert "NightTariff" in render("::: repodoc classes shop.price.Tariff")
    assert "NightTariff" in render("::: repodoc diagram shop.price.Tariff")
    flow = render("::: repodoc flow Running shop")
    assert "Step 1: " in flow
    assert "pay" in flow


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ("shop.till.Purse", "There is no 'shop.till.Purse' in the repository."),
        ("shop/price.py#tax:1-9", "shop/price.py#tax has 2 lines, none is 9."),
        ("shop/price.py:1-900", "shop/price.py has "),
        ("flow Shutting down", "There is no flow 'Shutting down'; there are 'Running shop'"),
        ("diagram README.md", "There is nothing to draw of 'README.md'."),
        ("charge", "'charge' means 3 things; write one of shop/price.py#Tariff.charge, "),
        ("", "There is no name behind '::: repodoc'."),
    ],
)
def test_what_is_not_there_is_said_on_the_page_and_told(
    host: NearestHost, told: Callable[[], list[str]], asked: str, note: str
) -> None:
    text = f"::: repodoc {asked}".rstrip()
    html = rendered(host, text)
    assert "admonition warning" in html
    [line] = told()
    assert line.startswith(f"A page: '{text}': {note}")
    with pytest.raises(EmbeddingError, match="A page: "):
        rendered(host, text, strict=True)


def test_code_that_shows_how_to_ask_stays(render: Render) -> None:
    assert "::: repodoc shop.Till" in render("Like this:\n\n    ::: repodoc shop.Till\n")


def test_text_around_the_line_stays(render: Render) -> None:
    html = render("Before.\n::: repodoc shop.price.tax\n    members: false\nRight after.\n\nEnd.")
    paragraphs = re.sub(r'(?s)<div class="repodoc.*</div>', "|", html).split("\n")
    assert paragraphs == ["<p>Before.</p>", "|", "<p>Right after.</p>", "<p>End.</p>"]


def test_the_repository_is_linked_once_until_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_shop(tmp_path)
    host = NearestHost(tmp_path)
    first = host.repository()
    assert host.repository() is first
    write_files(tmp_path, {"shop/purse.py": "class Purse: ...\n"})
    commit_all(tmp_path)
    monkeypatch.setattr("mkdocs_repodoc.embedding.nearest_repository._PATIENCE", 0.0)
    assert 'purse.py_docs/#shop.purse.Purse"' in rendered(host, "[shop.purse.Purse][]")


def test_an_option_that_cannot_be_used_ends_the_build(tmp_path: Path) -> None:
    make_shop(tmp_path)
    write_files(tmp_path, {"repodoc.toml": "jobs = 'many'\n"})
    with pytest.raises(ConfigurationError, match=r"repodoc.toml.*jobs"):
        rendered(NearestHost(tmp_path), "[shop.till.Till][]")
