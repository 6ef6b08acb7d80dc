from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.repositories import commit_all, write_files

from mkdocs_repodoc.command_line.agents_command import agents
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.query.agents_section import agents_section, put_into
from mkdocs_repodoc.query.replies.overview_reply import CommandEntry, FolderEntry

COMMAND = CommandEntry(command="make a|b", purpose="Makes it", aim="build", path="Makefile", line=3)
FOLDER = FolderEntry(path="src", summary="The *code*.", files=2, lines=9)


def test_a_section_has_commands_with_their_proof_and_the_layout() -> None:
    section = agents_section(
        [COMMAND], [FOLDER, FolderEntry(path="a", summary="", files=1, lines=1)]
    )
    assert "| <code>make a&#124;b</code> | Makes it | `Makefile:3` |" in section
    assert "- `src/`: The \\*code\\*.\n- `a/`: 1 file\n" in section
    assert section.count("## ") == 2
    assert agents_section([], []).count("\n") == 2


def test_a_command_that_only_ci_can_complete_is_left_out() -> None:
    templated = CommandEntry(
        command="tox -e ${{ matrix.env }}", purpose="Tests", aim="test", path=".ci.yml", line=3
    )
    assert "matrix" not in agents_section([COMMAND, templated], [])


def test_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "AGENTS.md"
    assert put_into(file, agents_section([COMMAND], []))
    file.write_text(f"# Mine\n\nFirst.\n\n{file.read_text()}\nLast.\n")
    section = agents_section([COMMAND], [FOLDER])
    assert put_into(file, section)
    assert file.read_text() == f"# Mine\n\nFirst.\n\n{section}\nLast.\n"
    assert not put_into(file, section)
    file.write_text("# Mine\n")
    assert put_into(file, section)
    assert file.read_text() == f"# Mine\n\n{section}"


def test_half_a_section_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "AGENTS.md"
    file.write_text(agents_section([], []).partition("\n")[0])
    with pytest.raises(RepodocError, match="the beginning of a section and no end"):
        put_into(file, "")


def test_the_command_proves_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"Makefile": "check: ## Test all\n\tpytest\n", "src/a.py": "x = 1\n"})
    commit_all(tmp_path)
    monkeypatch.chdir(tmp_path)
    printed = CliRunner().invoke(agents).stdout
    assert "| `make check` | Test all" in printed
    assert "`Makefile:1` |" in printed
    assert "- `src/`: 1 file" in printed
    result = CliRunner().invoke(agents, ["--into", "AGENTS.md"])
    assert result.exit_code == 0
    assert (tmp_path / "AGENTS.md").read_text() == printed
