"""Which override of a method runs on a path of calls."""

from __future__ import annotations

import pytest
from support.linked import Linked, insight_into, link_files

BODY = "\n".join(f"                step{number} = {number}" for number in range(9))
VISITORS = {
    "tree/__init__.py": "",
    "tree/visitor.py": f"""
        class Visitor:
            def visit(self, node):
                if node:
                    return self.look(node)
                return self.generic(node)

            def look(self, node):
                return find(node)

            def generic(self, node):
                return find(node)

        class Changer(Visitor):
            def generic(self, node):
{BODY}
                return find(node)

        class Spelling(Visitor):
            def look(self, node):
                return find(node)

        def find(node):
            return node

        def spell(node):
            return Spelling().visit(node)
    """,
}


def ways(linked: Linked, passed: list[str]) -> list[tuple[str, str]]:
    """Return what a visitor calls on a path, and what the line names where that depends."""
    finder = insight_into(linked).flow_finder
    path = "tree/visitor.py"
    way = [linked.symbol(path, each) for each in passed]
    return [
        (
            linked.repository.symbol(callee.symbol).name,
            linked.repository.symbol(callee.instead_of).name if callee.instead_of else "",
        )
        for callee, _ in finder.followed(linked.symbol(path, "Visitor.visit"), way)
    ]


def test_an_override_runs_by_the_type_of_the_object() -> None:
    assert ("Changer.generic", "Visitor.generic") in ways(link_files(VISITORS), [])


def test_no_override_runs_of_a_type_that_the_path_does_not_make() -> None:
    names = [name for name, _ in ways(link_files(VISITORS), ["spell"])]

    assert "Visitor.generic" in names
    assert "Changer.generic" not in names


PARSERS = {
    "marks/__init__.py": "",
    "marks/parsers.py": """
        class Parser:
            def __init__(self):
                self.rules = []

            def read(self, text):
                return [text]

        class Block(Parser):
            def __init__(self, rules):
                super().__init__()
                self.use(rules)

            def use(self, rules):
                self.rules.extend(rules)

            def read(self, text):
                return super().read(self.cut(text))

            def cut(self, text):
                return text.strip()

        class Inline(Parser):
            def __init__(self, wrap):
                super().__init__()
                self.wrap = wrap

            def read(self, text):
                found = super().read(text)
                for each in found:
                    self.look(each)
                return found

            def look(self, text):
                return text
    """,
}


@pytest.mark.parametrize(
    ("caller", "callee"), [("Block.__init__", "Parser.__init__"), ("Block.read", "Parser.read")]
)
def test_what_an_override_goes_on_to_is_not_another_override(caller: str, callee: str) -> None:
    linked = link_files(PARSERS)
    finder = insight_into(linked).flow_finder
    path = "marks/parsers.py"
    followed = finder.followed(linked.symbol(path, caller), [])
    names = {linked.repository.symbol(each.symbol).name for each, _ in followed}

    assert callee in names
    assert not {name for name in names if name.startswith("Inline.")}
