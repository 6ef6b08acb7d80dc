"""Filters of the templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.html.templates import Templates, breakable


def test_a_path_may_end_a_line_after_each_slash() -> None:
    assert breakable("src/<a>/b.py") == "src/<wbr>&lt;a&gt;/<wbr>b.py"


def test_a_users_template_reaches_nothing_of_the_process(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(SettingsError, match="unsafe"):
        Templates(tmp_path).fill("own", {})


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
