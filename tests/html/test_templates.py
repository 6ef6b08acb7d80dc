"""Filters of the templates."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.html.templates import Templates, breakable
from mkdocs_repodoc.rendering.addresses import quote_anchor


def test_a_path_may_end_a_line_after_each_slash() -> None:
    assert breakable("src/<a>/b.py") == "src/<wbr>&lt;a&gt;/<wbr>b.py"


def test_a_users_template_reaches_nothing_of_the_process(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(SettingsError, match="unsafe"):
        Templates(tmp_path).fill("own", {})


@pytest.mark.parametrize(
    "costly",
    [
        "{{ 'a' * 100000000 }}",
        "{{ '%99999999d' | format(1) }}",
        "{{ 'a' ~ 'b' * 100000000 }}",
        "{% set a = 'a' * 100000000 %}",
        "{% if 'a' * 100000000 %}{% endif %}",
        "{% include 'a' * 100000000 %}",
        "{% filter upper %}{{ 'a' * 100000000 }}{% endfilter %}",
    ],
)
def test_what_a_users_template_does_not_come_to_takes_no_memory(
    costly: str, tmp_path: Path
) -> None:
    (tmp_path / "own.html").write_text(f"{{% if large %}}{costly}{{% endif %}}b")
    tracemalloc.start()
    try:
        assert str(Templates(tmp_path).fill("own", {"large": False})) == "b"
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_users_template_takes_in_templates_alone(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    (folder / ".git").mkdir(parents=True)
    (folder / "part.html").write_text("a part")
    for name in (".env", ".git/config", ".git/a.html", "notes.txt"):
        (folder / name).write_text("swordfish")
    (tmp_path / "secret").write_text("swordfish")
    (folder / "link.html").symlink_to("../secret")
    names = ("part.html", ".env", ".git/config", ".git/a.html", "notes.txt", "./.env", "../secret")
    for number, name in enumerate((*names, "link.html")):
        (folder / f"own{number}.html").write_text(f"{{% include '{name}' ignore missing %}}.")
    templates = Templates(folder)

    assert [str(templates.fill(f"own{number}", {})) for number in range(len(names))] == [
        "a part.",
        *["."] * (len(names) - 1),
    ]
    with pytest.raises(SettingsError, match=r"link\.html can't be read"):
        templates.fill(f"own{len(names)}", {})


@pytest.mark.parametrize(
    ("own", "part", "problem"),
    [
        ("{% include 'part.html' %}", "\n{% for %}", "part.html, line 2: Expected"),
        ("{% include 'part.html' %}", "\n\n{{ other }}", "part.html, line 3: 'other' is undefined"),
        ("\n{% include 'x.html' %}", "", "own.html, line 2: there is no template x.html"),
        (
            "{% from 'part.html' import f %}{{ f(1) }}",
            "{% macro f(n) %}\n{{ n + 'a' }}{% endmacro %}",
            "part.html, line 2: TypeError: unsupported",
        ),
        ("{% include 'part.html' %}", "\n{% include 'own.html' %}", ".html, line"),
        ("{{ ''.__class__ }}", "", "own.html, line 1: access to attribute '__class__'"),
    ],
)
def test_an_error_names_the_template_in_which_it_is(
    tmp_path: Path, own: str, part: str, problem: str
) -> None:
    (tmp_path / "own.html").write_text(own)
    (tmp_path / "part.html").write_text(part)
    with pytest.raises(SettingsError) as caught:
        Templates(tmp_path).fill("own", {})
    assert problem in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_what_no_template_is_to_blame_for_is_no_error_of_the_users(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{{ quote('a') if broken else 'a'|count }}")
    templates = Templates(tmp_path)
    with pytest.raises(SettingsError, match=r"own\.html, line 1: ValueError"):
        templates.fill("own", {"broken": False})
    with pytest.raises(TypeError):
        templates.fill("own", {"broken": True, "quote": lambda _: quote_anchor(None)})  # type: ignore[arg-type] # a bug
