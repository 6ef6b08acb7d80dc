"""The book's main flow, step by step."""

from __future__ import annotations

from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

MILL = {
    "pyproject.toml": '[project]\nname = "mill"\nscripts = {mill = "mill.cli:main"}\n',
    "mill/__init__.py": "",
    "mill/cli.py": """
        from mill.stones import grind

        def main():
            clean()
            grind()
            clean()

        def clean(): ...
        """,
    "mill/stones.py": """
        def grind():
            turn(3)

        def turn(times):
            for each in range(times):
                print(each)
        """,
}


def test_what_is_called_again_says_on_which_lines() -> None:
    told = chapter(made_context(link_files(MILL).repository), "Main Flows")
    calls = [line.strip() for line in told.splitlines() if line.startswith("  - [line ")]

    assert calls[0].startswith("- [line 4](repo/mill/cli.py_docs.md#L4) (again [6](")
    assert calls[1].startswith("- [line 5](repo/mill/cli.py_docs.md#L5): [grind](")
