"""Which method runs where an attribute that holds an object is called."""

from __future__ import annotations

import pytest
from support.linked import insight_into, link_files

FILES = {
    "marks/__init__.py": "",
    "marks/inline.py": """
        class Parser:
            def __call__(self, text: str) -> list[str]:
                return self.split(text)

            def split(self, text: str) -> list[str]:
                return text.split()

        class Inline(Parser):
            wrap = False

        class Quiet:
            name = ""
    """,
    "marks/document.py": """
        from collections.abc import Callable
        from typing import Optional
        from marks.inline import Inline, Parser, Quiet

        class Document:
            def __init__(self, inline: Optional[Inline], made: type[Inline], quiet: Quiet,
                         hook: Callable[[Parser], str]):
                self.inline = inline
                self.made = made
                self.quiet = quiet
                self.hook = hook

            def render(self, text: str):
                return self.inline(text)

            def make(self):
                return self.made()

            def hush(self):
                return self.quiet()

            def tell(self, parser: Parser):
                return self.hook(parser)
    """,
}


@pytest.mark.parametrize(
    ("caller", "called"),
    [
        ("Document.render", ["Parser.__call__"]),
        ("Document.make", []),
        ("Document.hush", []),
        ("Document.tell", []),
    ],
)
def test_a_called_attribute_runs_the_method_of_its_object(caller: str, called: list[str]) -> None:
    linked = link_files(FILES)
    finder = insight_into(linked).flow_finder
    followed = finder.followed(linked.symbol("marks/document.py", caller), [])

    assert [linked.repository.symbol(each.symbol).name for each, _ in followed] == called
