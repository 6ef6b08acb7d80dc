"""What looks like instructions of plugins and Markdown extensions is shown, in code as well."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from support.html import Page

from mkdocs_repodoc.hosts.export.template_text import title_without_templates, without_templates
from mkdocs_repodoc.markdown import markdown_text as md

USUAL = ["toc", "tables", "fenced_code"]
CODE = [
    "{{ lipsum.__globals__ }}",
    "{% raise %}",
    "{# gone #}",
    '--8<-- "secret.txt"',
    "-8<-\nsecret.txt\n-8<-",
    "<script>alert(1)</script>",
    "a\n\n<script>alert(1)</script>\n\n    b_c_d *e*",
    "``` python\n{{ x }}\n```",
]
PLACES = [
    lambda block: block,
    lambda block: md.items([md.item(["text", block])]),
    lambda block: md.items([md.item([block], ordered=True)]),
    lambda block: md.quotation(["text", block]),
    lambda block: md.items([md.item(["a", md.items([md.item(["b", block])])])]),
]


def shown(text: str, folder: Path, *extensions: str) -> Page:
    """Return a page as plugins and Python-Markdown make it."""
    assert jinja2.Template(text, keep_trailing_newline=True).render() == text
    markdown = Markdown(
        extensions=[*extensions, "pymdownx.snippets"],
        extension_configs={"pymdownx.snippets": {"base_path": [str(folder)]}},
    )
    return Page(markdown.convert(text))


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("code", CODE)
@pytest.mark.parametrize("place", PLACES, ids=["text", "item", "number", "quotation", "inner"])
@pytest.mark.parametrize("indented", [True, False], ids=["superfences", "fenced_code"])
def test_code_is_shown_and_carries_nothing_out(
    code: str, place: object, indented: bool, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("hidden")
    assert callable(place)
    text = without_templates(place(md.fence(code, "python")), has_indented_fences=indented)
    extensions = ["pymdownx.superfences", "tables"] if indented else USUAL
    page = shown(text, tmp_path, *extensions)
    assert page.document.find("script") == []
    assert "hidden" not in page.document.text
    (block,) = page.document.find("pre")
    assert words(block.text) == words(code)


@pytest.mark.parametrize("code", ["{{ x }}", "{% y %}", "{!a!}", "x = {{}}"])
def test_spans_and_text_are_shown(code: str, tmp_path: Path) -> None:
    for written in (md.code(code), md.escaped(code), md.table(["a"], [[md.code(code)]])):
        text = without_templates(f"Some {md.code('plain')}.\n\n{written}", has_indented_fences=True)
        page = shown(text, tmp_path, *USUAL)
        assert code in page.document.text
        assert md.code("plain") in text


def test_other_code_stays_a_fence() -> None:
    text = f"{md.fence('x = {1: 2}', 'python')}\n\n{md.item(['a', md.fence('y')])}"
    assert without_templates(text, has_indented_fences=True) == text


def test_titles_hold_no_instructions() -> None:
    assert jinja2.Template(title_without_templates("{{ 7 * 7 }}.py")).render().endswith("7 }}.py")
    assert title_without_templates("{a}") == "{a}"


@settings(deadline=None)
@given(st.lists(st.sampled_from(["{", "%", "#", "`", "``", "{{a}}", "\\", "a", " ", "\n", "-8<-"])))
def test_nothing_is_left_in_any_text(parts: list[str]) -> None:
    code = "".join(parts)
    text = without_templates(
        f"{md.fence(code)}\n\n{md.code(code)} {md.escaped(code)}", has_indented_fences=False
    )
    assert not any(each in text for each in ("{{", "{%", "{#", "-8<-"))


def test_a_long_text_takes_linear_time() -> None:
    without_templates("```\n" * 50_001 + "`{{" * 50_001, has_indented_fences=False)
