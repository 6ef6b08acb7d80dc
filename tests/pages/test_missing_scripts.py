"""Scripts that guides name and that are not there."""

from __future__ import annotations

from mkdocs_repodoc.pages.parts.commands.missing_scripts import missing_in_guide, missing_scripts


def test_scripts_of_commands_are_looked_for_by_their_names() -> None:
    files = ["Build.ps1", "tools/lint.sh"]
    text = "./build.ps1\n./build.sh --all\ntools/lint.sh && sh ./build.sh\nhttps://a.b/get.sh"
    assert missing_scripts(text, files) == ["build.sh"]


def test_a_guide_names_scripts_in_code_spans() -> None:
    text = "Use `build.ps1`, on Linux `./build.sh`; see get.sh and `make test`."
    assert missing_in_guide(text, ["Build.ps1"]) == ["build.sh"]
