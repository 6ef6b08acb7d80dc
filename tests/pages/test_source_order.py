"""Which source of a setting wins, and which of many options are told, in the book."""

from __future__ import annotations

from collections.abc import Mapping

from made_mill import chapter
from made_repository import made_context
from support.linked import link_files


def text(files: Mapping[str, str]) -> str:
    linked = link_files(dict(files))
    context = made_context(
        linked.repository, texts=linked.texts, detail=lambda path: linked.details[path]
    )
    return chapter(context, "Settings")


def test_of_many_options_each_file_has_its_turn() -> None:
    def program(name: str, options: int) -> str:
        lines = "".join(f'parser.add_argument("--{name}{each}")\n' for each in range(options))
        return f"import argparse\nparser = argparse.ArgumentParser()\n{lines}parser.parse_args()\n"

    told = text({"mill/grind.py": program("grind", 80), "mill/sift.py": program("sift", 3)})
    assert told.count("`--grind") == 33
    assert told.count("`--sift") == 3
    assert "36 of 83 options" in told
    assert told.index("`--grind32`") < told.index("`--sift0`")


def test_code_that_chooses_between_the_environment_and_others_is_told() -> None:
    told = text(
        {
            "mill/cli.py": """
                import os
                home = HOME or os.environ.get("MILL_HOME") or default_home()
                port = os.environ.get("MILL_PORT") or "80"
                """
        }
    )
    title = "the first that has a value is taken"
    assert title in told
    assert '- `HOME or os.environ.get("MILL_HOME") or default_home()` ([mill/cli.py:2](' in told
    assert "- `os.environ.get(" not in told
