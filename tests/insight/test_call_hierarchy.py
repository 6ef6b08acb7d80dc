"""Callees and callers of functions, and what a call may come to."""

from __future__ import annotations

from collections.abc import Mapping

from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallEdge, Edges
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

Told = dict[str, list[tuple[str, int, str]]]


def hierarchy(files: Mapping[str, str]) -> tuple[Told, Told]:
    """Return callees and callers by name, each with line and tie."""
    linked = link_files(files)
    made = insight_into(linked).call_hierarchy

    for caller, edges in made.callees.items():
        assert made.of(caller) == edges

    def told(edges: Edges) -> Told:
        return {
            name(linked.repository, ref): [
                (name(linked.repository, edge.symbol), edge.line, edge.tie) for edge in found
            ]
            for ref, found in edges.items()
        }

    return told(made.callees), told(made.callers)


def name(repository: Repository, ref: SymbolRef) -> str:
    return repository.qualified_name(ref)


def test_a_call_is_known_from_both_ends() -> None:
    callees, callers = hierarchy(
        {
            "till.py": "from price import total\n\ndef pay():\n    total()\n    total()\n",
            "price.py": "def total():\n    return tax()\n\ndef tax():\n    return 1\n",
        }
    )
    assert callees["till.pay"] == [("price.total", 4, "call")]
    assert callers["price.total"] == [("till.pay", 4, "call")]
    assert callers["price.tax"] == [("price.total", 2, "call")]
    assert "price.tax" not in callees


def test_code_outside_of_functions_calls_as_its_module() -> None:
    callees, callers = hierarchy({"run.py": "def go():\n    pass\n\ngo()\n"})
    assert callees == {"run": [("run.go", 4, "call")]}
    assert callers == {"run.go": [("run", 4, "call")]}


def test_what_a_decorator_calls_runs_with_the_module() -> None:
    code = """
        import click
        def guessed(): ...
        def checked(value): ...
        @click.option(
            "--file",
            default=guessed(),
            callback=checked,
        )
        def run(file):
            guessed()
        """
    callees, _ = hierarchy({"run.py": code})
    assert callees["run"] == [("run.guessed", 6, "call")]
    assert ("run.guessed", 10, "call") in callees["run.run"]
    assert ("run.guessed", 6, "call") not in callees["run.run"]


def test_a_class_runs_the_nearest_constructor_of_its_bases() -> None:
    callees, callers = hierarchy(
        {
            "a.py": """
                class Base:
                    def __init__(self):
                        prepare()

                class Middle(Base):
                    pass

                class Leaf(Middle):
                    pass

                def prepare():
                    pass

                def make():
                    return Leaf()
            """
        }
    )
    assert callees["a.make"] == [("a.Leaf", 15, "call")]
    assert callees["a.Leaf"] == [("a.Base.__init__", 0, "construction")]
    assert callers["a.Base.__init__"] == [("a.Leaf", 0, "construction")]
    assert "a.Middle" not in callees  # nobody calls it


def test_a_method_leads_to_its_overrides_and_to_what_was_inferred() -> None:
    callees, callers = hierarchy(
        {
            "a.py": """
                class Shape:
                    def area(self):
                        raise NotImplementedError

                class Square(Shape):
                    def area(self):
                        return 4

                def measure(shape: Shape):
                    return shape.area()
            """
        }
    )
    assert callees["a.measure"] == [("a.Shape.area", 10, "inferred call")]
    assert callees["a.Shape.area"] == [("a.Square.area", 0, "override")]
    assert callers["a.Square.area"] == [("a.Shape.area", 0, "override")]


def test_a_function_that_is_named_as_a_value_is_handed_on() -> None:
    code = "def key(one):\n    return one\n\ndef order(given):\n    given.sort(key=key)\n"
    callees, _ = hierarchy({"a.py": code})
    assert callees["a.order"] == [("a.key", 5, "handed on")]


def test_what_was_registered_is_called_by_who_keeps_it() -> None:
    callees, _ = hierarchy(
        {
            "a.py": """
                class Bell:
                    def __init__(self):
                        self.listeners = []

                    def add_listener(self, listener):
                        self.listeners.append(listener)

                    def ring(self):
                        for listener in self.listeners:
                            listener()

                def wake():
                    pass

                def start(bell: Bell):
                    bell.add_listener(wake)
            """
        }
    )
    assert ("a.wake", 9, "registration") in callees["a.Bell.ring"]


def test_documents_call_nothing() -> None:
    callees, callers = hierarchy(
        {
            "a.py": "def go():\n    pass\n",
            "README.md": "# A\n\n```python\nfrom a import go\n\ngo()\n```\n",
        }
    )
    assert callees == callers == {}


def test_the_surer_of_two_ties_is_told() -> None:
    linked = link_files(
        {
            "a.py": """
                class Base:
                    def run(self):
                        pass

                class Leaf(Base):
                    def run(self):
                        pass

                def go(leaf: Leaf):
                    key = Leaf.run
                    leaf.run()
                    return key
            """
        }
    )
    made = insight_into(linked).call_hierarchy
    ties = made.callees[linked.symbol("a.py", "go")]
    assert [each.tie for each in ties] == ["inferred call"]
    assert ties == (CallEdge(linked.symbol("a.py", "Leaf.run"), 11, "inferred call"),)
